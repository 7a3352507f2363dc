//! `/photos/{id}` and what lies below.

use tintype_domain::{Camera, HourlyLimit, Location, Position};
use tintype_testing::TestServer;

use crate::shapes::{FULL_PHOTO, check, check_address, check_photo};

#[tokio::test]
async fn a_photo_has_everything_the_contract_names() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let camera = Camera {
        make: Some("Canon".to_owned()),
        model: Some("EOS R5".to_owned()),
        exposure_time: Some("1/250".to_owned()),
        aperture: Some("3.5".to_owned()),
        focal_length: Some("30.0".to_owned()),
        iso: Some(100),
        ..Camera::default()
    };
    let place = Location {
        city: Some("Oslo".to_owned()),
        country: Some("Norway".to_owned()),
        position: Position::new(59.91, 10.75),
        ..Location::default()
    };
    let photo = server.photo().by(&ana).titled("A red boat").tagged("boat").tagged("lake");
    let photo = photo.at(place).with_camera(camera).licensed("CC-BY-4.0").send().await;
    let answer = server.get(&format!("/photos/{}", photo.id)).await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let json = answer.json();
    check_photo(&json);
    check(&json, FULL_PHOTO);
    assert_eq!(json["width"], 600);
    assert_eq!(json["exif"]["name"], "Canon, EOS R5");
    assert_eq!(json["exif"]["iso"], 100);
    assert_eq!(json["exif"]["aperture"], "3.5");
    assert_eq!(json["location"]["name"], "Oslo, Norway");
    assert_eq!(json["location"]["position"]["latitude"], 59.91);
    assert_eq!(json["license"]["id"], "CC-BY-4.0");
    assert_eq!(json["tags"][0]["title"], "boat");
    assert_eq!(json["tags"][0]["type"], "search");
    assert_eq!(json["user"]["username"], "ana");
    assert_eq!(json["related_collections"]["total"], 0);
    assert!(!answer.text().contains("example.org"), "an e-mail address got out");
    assert!(json["blur_hash"].as_str().unwrap().len() > 20);
}

#[tokio::test]
async fn a_photo_is_found_by_id_by_slug_and_by_its_own_link() {
    let server = TestServer::start().await;
    let photo = server.photo().titled("Red boat").send().await;
    assert!(photo.slug.starts_with("red-boat-"));
    let by_id = server.get(&format!("/photos/{}", photo.id)).await.json();
    for path in [photo.slug.clone(), format!("other-words-{}", photo.id)] {
        let json = server.get(&format!("/photos/{path}")).await.json();
        assert_eq!(json["id"], by_id["id"], "{path}");
    }
    let link = by_id["links"]["self"].as_str().unwrap().to_owned();
    let path = link.strip_prefix("http://localhost:8080").unwrap();
    assert_eq!(server.get(path).await.status(), 200);
}

#[tokio::test]
async fn addresses_of_a_picture_can_be_appended_to() {
    let server = TestServer::start().await;
    let photo = server.photo().send().await;
    let json = server.get(&format!("/photos/{}", photo.id)).await.json();
    let urls = &json["urls"];
    assert!(urls["raw"].as_str().unwrap().contains("?ixid="));
    assert!(urls["regular"].as_str().unwrap().contains("&w=1080"));
    let raw = urls["raw"].as_str().unwrap().strip_prefix("http://localhost:8080").unwrap();
    let answer = server.call("GET", &format!("{raw}&w=120&fm=jpg")).send().await;
    assert_eq!((answer.status(), answer.header("content-type")), (200, "image/jpeg"));
    let small = urls["small_s3"].as_str().unwrap().strip_prefix("http://localhost:8080").unwrap();
    assert!(!small.contains('?'));
    assert_eq!(server.call("GET", small).send().await.header("content-type"), "image/jpeg");
}

#[tokio::test]
async fn the_same_app_gets_the_same_addresses_every_time() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let photo = server.photo().send().await;
    let path = format!("/photos/{}", photo.id);
    let (one, two) = (server.get(&path).await, server.get(&path).await);
    assert_eq!(one.header("etag"), two.header("etag"));
    let other = server.app(&ana, HourlyLimit::Default).await;
    let third = server.call("GET", &path).key(other.access_key.as_str()).send().await;
    assert_ne!(one.json()["urls"]["raw"], third.json()["urls"]["raw"]);
}

#[tokio::test]
async fn what_is_no_photo_is_not_found() {
    let server = TestServer::start().await;
    for path in ["/photos/AAAAAAAAAAA", "/photos/short", "/photos/AAAAAAAAAAA/statistics"] {
        let answer = server.get(path).await;
        assert_eq!(answer.status(), 404, "{path}");
        assert_eq!(answer.json()["errors"][0], "Couldn't find Photo");
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn statistics_are_zero_filled_and_oldest_first() {
    let server = TestServer::start().await;
    let photo = server.photo().send().await;
    for name in ["statistics", "stats"] {
        let json = server.get(&format!("/photos/{}/{name}?quantity=7", photo.id)).await.json();
        assert_eq!(json["id"], photo.id.as_str());
        for count in ["views", "downloads", "likes"] {
            let historical = &json[count]["historical"];
            assert_eq!(historical["quantity"], 7);
            assert_eq!(historical["resolution"], "days");
            let values = historical["values"].as_array().unwrap();
            assert_eq!(values.len(), 7);
            assert_eq!(values[6]["date"], "2026-03-01");
            assert_eq!(values[0]["date"], "2026-02-23");
        }
    }
}

#[tokio::test]
async fn a_download_is_counted_and_leads_to_a_picture_without_a_key() {
    let server = TestServer::start().await;
    let photo = server.photo().send().await;
    let path = format!("/photos/{}/download?ixid=abc", photo.id);
    assert_eq!(server.call("GET", &path).send().await.status(), 401);
    let answer = server.get(&path).await;
    let url = answer.json()["url"].clone();
    check_address(&url);
    let path = url.as_str().unwrap().strip_prefix("http://localhost:8080").unwrap().to_owned();
    let picture = server.call("GET", &path).send().await;
    assert_eq!((picture.status(), picture.header("content-type")), (200, "image/jpeg"));
    server.library().write_counts().await.unwrap();
    let json = server.get(&format!("/photos/{}", photo.id)).await.json();
    assert_eq!(json["downloads"], 1);
    assert_eq!(json["views"], 1);
}

#[tokio::test]
async fn an_owner_deletes_and_it_is_gone_everywhere() {
    let server = TestServer::start().await;
    let (ana, bo) = (server.user("ana").await, server.user("bo").await);
    let photo = server.photo().by(&ana).tagged("fox").send().await;
    let path = format!("/photos/{}", photo.id);
    let stranger = server.token(&bo, "public write_photos").await;
    assert_eq!(server.call("DELETE", &path).token(&stranger).send().await.status(), 403);
    let reader = server.token(&ana, "public").await;
    let refused = server.call("DELETE", &path).token(&reader).send().await;
    assert_eq!(
        (refused.status(), refused.json()["errors"][0].as_str()),
        (403, Some("Insufficient scope"))
    );
    assert_eq!(server.call("DELETE", &path).key(server.key()).send().await.status(), 401);
    let owner = server.token(&ana, "public write_photos").await;
    let answer = server.call("DELETE", &path).token(&owner).send().await;
    assert_eq!((answer.status(), answer.bytes().len()), (204, 0));
    assert_eq!(answer.header("content-type"), "");
    assert_eq!(server.get(&path).await.status(), 404);
    assert_eq!(
        server.call("GET", &format!("/images/{}", photo.image_key)).send().await.status(),
        404
    );
    assert_eq!(server.browse(&format!("/p/{}", photo.slug)).await.status(), 404);
    server.run_jobs().await;
    assert_eq!(server.get("/search/photos?query=fox").await.json()["total"], 0);
    assert_eq!(server.call("DELETE", &path).token(&owner).send().await.status(), 404);
}

#[tokio::test]
async fn a_withdrawn_photo_leaves_lists_but_keeps_its_address() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let photo = server.photo().by(&ana).tagged("fox").send().await;
    let token = server.token(&ana, "write_photos").await;
    let path = format!("/photos/{}/withdraw", photo.id);
    assert_eq!(server.call("POST", &path).token(&token).send().await.status(), 200);
    server.run_jobs().await;
    assert_eq!(server.get("/photos").await.json().as_array().unwrap().len(), 0);
    assert_eq!(server.get("/search/photos?query=fox").await.json()["total"], 0);
    assert_eq!(server.get(&format!("/photos/{}", photo.id)).await.status(), 200);
    let image = server.call("GET", &format!("/images/{}?w=50", photo.image_key)).send().await;
    assert_eq!(image.status(), 200);
    let back = server.call("POST", &format!("{path}?withdrawn=false")).token(&token).send().await;
    assert_eq!(back.status(), 200);
    assert_eq!(server.get("/photos").await.json().as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn photos_alike_are_photos_with_words_in_common() {
    let server = TestServer::start().await;
    let one = server.photo().titled("Fox in snow").tagged("fox").tagged("snow").send().await;
    let two = server.photo().titled("Fox at dusk").tagged("fox").send().await;
    server.photo().titled("A harbour").tagged("boat").send().await;
    server.run_jobs().await;
    let json = server.get(&format!("/photos/{}/similar", one.id)).await.json();
    let ids: Vec<&str> =
        json.as_array().unwrap().iter().map(|photo| photo["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&two.id.as_str()), "{ids:?}");
    assert!(!ids.contains(&one.id.as_str()), "{ids:?}");
}
