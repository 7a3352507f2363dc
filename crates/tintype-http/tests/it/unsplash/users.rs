//! `/users/{name}`.

use tintype_testing::TestServer;

use crate::shapes::{COLLECTION, FULL_USER, USER, check, check_address, check_photo};

#[tokio::test]
async fn a_person_has_everything_the_contract_names() {
    let server = TestServer::start().await;
    let ana = server.user("Ana").await;
    server.photo().by(&ana).tagged("fox").send().await;
    for name in ["Ana", "ana", "@ANA"] {
        let answer = server.get(&format!("/users/{name}")).await;
        let json = answer.json();
        assert_eq!(json["username"], "Ana", "{name}");
        check(&json, USER);
        check(&json, FULL_USER);
        assert_eq!(json["total_photos"], 1);
        assert_eq!(json["photos"].as_array().unwrap().len(), 1);
        assert!(!answer.text().contains("@example.org"), "an e-mail address got out");
        for size in ["small", "medium", "large"] {
            check_address(&json["profile_image"][size]);
        }
    }
}

#[tokio::test]
async fn someone_without_a_picture_has_a_colour() {
    let server = TestServer::start().await;
    server.user("ana").await;
    let json = server.get("/users/ana").await.json();
    let address = json["profile_image"]["small"].as_str().unwrap().to_owned();
    let path = address.strip_prefix("http://localhost:8080").unwrap();
    let picture = server.call("GET", path).send().await;
    assert_eq!((picture.status(), picture.header("content-type")), (200, "image/png"));
    let tag = picture.header("etag").to_owned();
    let again = server.call("GET", path).header("if-none-match", &tag).send().await;
    assert_eq!(again.status(), 304);
}

#[tokio::test]
async fn someone_unknown_is_not_found() {
    let server = TestServer::start().await;
    for path in [
        "nobody",
        "nobody/photos",
        "nobody/likes",
        "nobody/statistics",
        "not%20a%20name",
        "nobody/followers",
    ] {
        let answer = server.get(&format!("/users/{path}")).await;
        assert_eq!(answer.status(), 404, "{path}");
        assert_eq!(answer.json()["errors"][0], "Couldn't find User");
    }
}

#[tokio::test]
async fn their_lists_are_lists() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let one = server.photo().by(&ana).send().await;
    server.photo().send().await;
    let photos = server.get("/users/ana/photos").await;
    assert_eq!(photos.header("x-total"), "1");
    check_photo(&photos.json()[0]);
    let counted = server.get("/users/ana/photos?stats=true&quantity=3").await.json();
    assert_eq!(
        counted[0]["statistics"]["views"]["historical"]["values"].as_array().unwrap().len(),
        3
    );
    let now = server.library().clock().now();
    server.library().store().like(&ana.user.id, &one.id, now).await.unwrap();
    let likes = server.get("/users/ana/likes").await;
    assert_eq!(
        (likes.header("x-total"), likes.json()[0]["id"].as_str()),
        ("1", Some(one.id.as_str()))
    );
    assert_eq!(server.get("/users/ana/followers").await.text(), "[]");
    assert_eq!(server.get("/users/ana/following").await.header("x-total"), "0");
    let statistics = server.get("/users/ana/statistics").await.json();
    assert_eq!(statistics["username"], "ana");
    assert!(statistics["downloads"]["historical"]["average"].is_u64());
    assert_eq!(server.get("/users/ana/portfolio").await.status(), 404);
}

#[tokio::test]
async fn the_owner_alone_sees_private_collections() {
    let server = TestServer::start().await;
    let (ana, bo) = (server.user("ana").await, server.user("bo").await);
    let library = server.library();
    let secret = library.create_collection(&ana.user, "Secret", None, true).await.unwrap();
    library.create_collection(&ana.user, "Open", None, false).await.unwrap();
    let total = |answer: tintype_testing::Answer| answer.header("x-total").to_owned();
    assert_eq!(total(server.get("/users/ana/collections").await), "1");
    let paths = ["/users/ana/collections".to_owned(), format!("/collections/{}", secret.id)];
    let own = server.token(&ana, "public read_collections").await;
    let narrow = server.token(&ana, "public").await;
    let other = server.token(&bo, "public read_collections").await;
    let all = server.call("GET", &paths[0]).token(&own).send().await;
    check(&all.json()[0], COLLECTION);
    assert_eq!(total(all), "2");
    assert_eq!(total(server.call("GET", &paths[0]).token(&other).send().await), "1");
    assert_eq!(server.call("GET", &paths[1]).token(&own).send().await.status(), 200);
    let hidden = server.call("GET", &paths[1]).token(&other).send().await;
    assert_eq!(hidden.status(), 404);
    let missing = server.call("GET", "/collections/nowhere").token(&other).send().await;
    assert_eq!(hidden.bytes(), missing.bytes(), "private and missing look the same");
    assert_eq!(server.call("GET", &paths[1]).token(&narrow).send().await.status(), 404);
}
