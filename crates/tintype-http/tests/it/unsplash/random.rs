//! `/photos/random`.

use std::collections::HashSet;

use tintype_testing::TestServer;

use crate::shapes::{FULL_PHOTO, check, check_photo};

#[tokio::test]
async fn count_makes_an_array_even_of_one() {
    let server = TestServer::start().await;
    for n in 0..3 {
        server.photo().tagged("fox").titled(&format!("Fox {n}")).send().await;
    }
    server.run_jobs().await;
    let one = server.get("/photos/random").await;
    check_photo(&one.json());
    check(&one.json(), FULL_PHOTO);
    assert!(one.header("cache-control").contains("max-age=0"));
    assert_eq!(one.header("x-total"), "");
    assert_eq!(server.get("/photos/random?count=1").await.json().as_array().unwrap().len(), 1);
    for path in ["/photos/random?count=50", "/photos/random/?count=30&query=fox"] {
        let many = server.get(path).await.json();
        let ids: HashSet<String> = many
            .as_array()
            .unwrap()
            .iter()
            .map(|photo| photo["id"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(ids.len(), 3, "{path}: fewer than asked for, and none twice");
    }
}

#[tokio::test]
async fn an_empty_pool_is_not_found() {
    let server = TestServer::start().await;
    server.photo().sized(60, 40).send().await;
    for query in
        ["?username=nobody", "?collections=nowhere", "?topics=nothing", "?orientation=portrait"]
    {
        let answer = server.get(&format!("/photos/random{query}")).await;
        assert_eq!(answer.status(), 404, "{query}");
        assert_eq!(answer.json()["errors"][0], "No photos found.");
    }
    assert_eq!(server.get("/photos/random?orientation=landscape").await.status(), 200);
}

#[tokio::test]
async fn the_pool_can_be_a_persons() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    server.photo().send().await;
    let photo = server.photo().by(&ana).send().await;
    for _ in 0..5 {
        let json = server.get("/photos/random?username=@Ana").await.json();
        assert_eq!(json["id"], photo.id.as_str());
    }
}
