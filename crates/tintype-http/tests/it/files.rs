//! Files follow their photos: nothing is kept that no photo has, not even for an hour.

use serde_json::json;
use tintype_blobs::BlobKey;
use tintype_domain::{Checksum, Photo, PublicOriginal, Source};
use tintype_library::UploadFields;
use tintype_scenery::{catalogue, photograph_sized};
use tintype_testing::{Form, TestServer, TestUser};

/// A photograph whose file tells where it was taken.
fn photograph() -> Vec<u8> {
    photograph_sized(&catalogue()[0], 120)
}

async fn photo(server: &TestServer, id: &str) -> Photo {
    let id = tintype_domain::PhotoId::parse(id).unwrap();
    server.library().store().photo(&id).await.unwrap().unwrap()
}

/// The checksums of the upload and of the public original, which must differ here.
fn sums(photo: &Photo) -> (Checksum, Checksum) {
    match &photo.source {
        Source::File { checksum, public: PublicOriginal::Cut { checksum: public, .. }, .. } => {
            (*checksum, *public)
        }
        other => panic!("the place was not cut out: {other:?}"),
    }
}

/// How many of the files that go by these checksums are there.
async fn files(server: &TestServer, (original, public): (Checksum, Checksum)) -> usize {
    let mut count = 0;
    for key in [BlobKey::Original(original), BlobKey::Master(original), BlobKey::Public(public)] {
        count += usize::from(server.library().blobs().get(&key).await.unwrap().is_some());
    }
    count
}

async fn delete(server: &TestServer, owner: &TestUser, photo: &Photo) {
    let token = server.token(owner, "write_photos").await;
    let path = format!("/photos/{}", photo.id);
    assert_eq!(server.call("DELETE", &path).token(&token).send().await.status(), 204);
    server.run_jobs().await;
}

#[tokio::test]
async fn the_files_of_a_deleted_photo_go_at_once() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, "write_photos").await;
    let send = || {
        let form = Form::default().file("photo", "a.jpg", &photograph());
        server.call("POST", "/photos").token(&token).form(form).send()
    };
    // Sent twice at once, the second finds the first only when it is saved.
    let (one, two) = tokio::join!(send(), send());
    assert!(one.status() < 300 && two.status() < 300, "{} {}", one.text(), two.text());
    assert_eq!(one.json()["id"], two.json()["id"]);
    let photo = photo(&server, one.json()["id"].as_str().unwrap()).await;
    assert_eq!(files(&server, sums(&photo)).await, 3);
    delete(&server, &ana, &photo).await;
    assert_eq!(files(&server, sums(&photo)).await, 0, "something held on to them");
}

#[tokio::test]
async fn a_place_that_becomes_confidential_leaves_the_public_original() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let mut incoming = server.library().begin_upload(&ana.user.id).await.unwrap();
    incoming.write(photograph().into()).await.unwrap();
    let fields = UploadFields { shares_place: true, ..UploadFields::default() };
    let uploaded = server.library().upload(&ana.user, incoming, fields).await.unwrap().photo;
    let raw = async || {
        let answer = server.call("GET", &format!("/images/{}", uploaded.image_key)).send().await;
        assert_eq!(answer.status(), 200);
        answer.bytes().len()
    };
    let path = format!("/photos/{}", uploaded.id);
    let before = server.get(&path).await.json();
    assert!(before["location"]["position"]["latitude"].is_number());
    let whole = raw().await;
    let token = server.token(&ana, "write_photos").await;
    let body = json!({ "location": { "confidential": "1" } });
    let answer = server.call("PUT", &path).token(&token).json(&body).send().await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    assert_eq!(answer.json()["location"]["position"]["latitude"], json!(null));
    let changed = photo(&server, uploaded.id.as_str()).await;
    assert!(!changed.shares_place);
    assert_eq!(files(&server, sums(&changed)).await, 3);
    assert!(raw().await < whole, "the public original is the same as before");
    delete(&server, &ana, &changed).await;
    assert_eq!(files(&server, sums(&changed)).await, 0, "something held on to them");
}
