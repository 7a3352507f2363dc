//! Pictures of datasets that were imported without them: painted, or fetched once when that is on.

use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use tintype_domain::{Photo, PhotoId, Source};
use tintype_http::AppConfig;
use tintype_library::Settings;
use tintype_store::DatasetBatch;
use tintype_testing::{Elsewhere, TestServer, jpeg};

/// A server with one dataset photo in it, and what lies elsewhere.
struct Scene {
    server: TestServer,
    elsewhere: Arc<Elsewhere>,
    path: String,
}

impl Scene {
    async fn with(fetch: bool, remote_url: &str) -> Self {
        let mut settings = Settings::default();
        settings.remote.fetch = fetch;
        let elsewhere = Arc::new(Elsewhere::default());
        let server =
            TestServer::on_network(settings, AppConfig::default(), elsewhere.clone()).await;
        let uploaded = server.photo().send().await;
        let photo = Photo {
            id: PhotoId::parse("Remote00001").unwrap(),
            image_key: tintype_domain::ImageKey::parse("photo-1600000000000-0123456789ab").unwrap(),
            source: Source::Dataset { remote_url: Some(remote_url.to_owned()) },
            ..uploaded
        };
        let path = format!("/images/{}", photo.image_key);
        let batch = DatasetBatch { photos: vec![photo], ..DatasetBatch::default() };
        server.library().store().import_photos(&batch).await.unwrap();
        Self { server, elsewhere, path }
    }

    async fn etag_and_freshness(&self, query: &str) -> (String, String) {
        let answer = self.server.call("GET", &format!("{}?{query}", self.path)).send().await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        assert!(answer.header("content-type").starts_with("image/"));
        (answer.header("etag").to_owned(), answer.header("cache-control").to_owned())
    }
}

const ADDRESS: &str = "https://images.unsplash.com/photo-1?ixid=a";
const REMOTE_PATH: &str = "/photo-1?ixid=a";

#[tokio::test]
async fn nothing_is_fetched_unless_it_is_asked_for() {
    let scene = Scene::with(false, ADDRESS).await;
    scene.elsewhere.put(REMOTE_PATH, jpeg(5, 600, 400));
    let (_, freshness) = scene.etag_and_freshness("w=100").await;
    assert_eq!(scene.elsewhere.connections(), 0);
    assert!(freshness.contains("max-age=31536000"), "the painting is what there is: {freshness}");
}

#[tokio::test]
async fn a_remote_picture_is_fetched_once_whatever_sizes_are_asked_for() {
    let scene = Scene::with(true, ADDRESS).await;
    scene.elsewhere.put(REMOTE_PATH, jpeg(5, 600, 400));
    let queries: Vec<String> = (1..=8).map(|size| format!("w={}", size * 10)).collect();
    let answers = join_all(queries.iter().map(|query| scene.etag_and_freshness(query))).await;
    assert!(answers.iter().all(|(_, freshness)| freshness.contains("max-age=31536000")));
    assert_eq!(scene.elsewhere.connections(), 1);
    let painted = Scene::with(false, ADDRESS).await.etag_and_freshness("w=10").await.0;
    assert_ne!(answers[0].0, painted, "a strong tag tells the painting from the picture");
}

#[tokio::test]
async fn a_painting_stands_in_for_a_while_when_the_picture_is_not_to_be_had() {
    let scene = Scene::with(true, ADDRESS).await;
    let (painted, freshness) = scene.etag_and_freshness("w=100").await;
    assert_eq!(freshness, "public, max-age=60");
    scene.etag_and_freshness("w=120").await;
    assert_eq!(scene.elsewhere.connections(), 1, "it is left alone");
    scene.elsewhere.put(REMOTE_PATH, jpeg(5, 600, 400));
    scene.server.clock().advance(Duration::from_mins(11));
    let (real, freshness) = scene.etag_and_freshness("w=100").await;
    assert_ne!(real, painted);
    assert!(freshness.contains("max-age=31536000"), "{freshness}");
}

#[tokio::test]
async fn what_is_no_picture_is_not_shown() {
    let scene = Scene::with(true, ADDRESS).await;
    scene.elsewhere.put(REMOTE_PATH, b"<html>not a picture</html>".to_vec());
    let (_, freshness) = scene.etag_and_freshness("w=100").await;
    assert_eq!((freshness.as_str(), scene.elsewhere.connections()), ("public, max-age=60", 1));
}

#[tokio::test]
async fn hosts_that_are_not_on_the_list_are_never_connected_to() {
    for address in ["https://evil.example/a.jpg", "http://images.unsplash.com/a.jpg"] {
        let scene = Scene::with(true, address).await;
        let (_, freshness) = scene.etag_and_freshness("w=100").await;
        assert_eq!(scene.elsewhere.connections(), 0);
        assert!(freshness.contains("max-age=31536000"), "{freshness}");
    }
}
