//! `/collections`.

use tintype_testing::TestServer;

use crate::shapes::{COLLECTION, check, check_photo};

#[tokio::test]
async fn a_collection_has_everything_the_contract_names() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let empty = server.library().create_collection(&ana.user, "Empty", None, false).await.unwrap();
    let json = server.get(&format!("/collections/{}", empty.id)).await.json();
    check(&json, COLLECTION);
    assert_eq!(json["preview_photos"].as_array().unwrap().len(), 0);
    assert!(json["cover_photo"].is_null() && json["last_collected_at"].is_null());
    assert_eq!(json["share_key"].as_str().unwrap().len(), 32);
    let photo = server.photo().by(&ana).in_collection(&empty.id).tagged("fox").send().await;
    let json = server.get(&format!("/collections/{}", empty.id)).await.json();
    assert_eq!(json["total_photos"], 1);
    check_photo(&json["cover_photo"]);
    assert_eq!(json["preview_photos"][0]["id"], photo.id.as_str());
    assert!(json["meta"]["canonical"].as_str().unwrap().contains("/c/"));
    let photos = server.get(&format!("/collections/{}/photos", empty.id)).await;
    assert_eq!(photos.header("x-total"), "1");
    let full = server.get(&format!("/photos/{}", photo.id)).await.json();
    assert_eq!(full["related_collections"]["total"], 1);
    check(&full["related_collections"]["results"][0], COLLECTION);
}

#[tokio::test]
async fn older_names_still_answer() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    server.library().create_collection(&ana.user, "One", None, false).await.unwrap();
    for path in ["/collections", "/collections/", "/collections/featured", "/collections/curated"] {
        let answer = server.get(path).await;
        assert_eq!((answer.status(), answer.header("x-total")), (200, "1"), "{path}");
        check(&answer.json()[0], COLLECTION);
    }
}

#[tokio::test]
async fn the_id_that_pickers_know_is_the_editorial_feed() {
    let server = TestServer::start().await;
    let photo = server.photo().featured().send().await;
    server.photo().send().await;
    let answer = server.get("/collections/317099/photos?per_page=30").await;
    assert_eq!(answer.header("x-total"), "1");
    assert_eq!(answer.json()[0]["id"], photo.id.as_str());
    assert!(answer.json()[0]["promoted_at"].is_string());
}

#[tokio::test]
async fn related_collections_have_no_pages() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let library = server.library();
    let one = library.create_collection(&ana.user, "One", None, false).await.unwrap();
    let two = library.create_collection(&ana.user, "Two", None, false).await.unwrap();
    server.photo().by(&ana).in_collection(&one.id).in_collection(&two.id).send().await;
    let answer = server.get(&format!("/collections/{}/related", one.id)).await;
    assert_eq!(answer.json()[0]["id"], two.id.as_str());
    assert_eq!((answer.header("x-total"), answer.header("link")), ("", ""));
}
