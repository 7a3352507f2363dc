//! `/search/…`.

use serde_json::json;
use tintype_testing::TestServer;

use crate::shapes::{COLLECTION, USER, check, check_photo};

async fn library() -> TestServer {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    for n in 0..4 {
        server
            .photo()
            .by(&ana)
            .titled(&format!("Fox {n}"))
            .tagged("fox")
            .sized(60, 40)
            .send()
            .await;
    }
    server.photo().by(&ana).titled("Tall fox").tagged("fox").sized(40, 60).send().await;
    server.run_jobs().await;
    server
}

#[tokio::test]
async fn words_find_photos_with_totals_and_pages() {
    let server = library().await;
    let answer = server.get("/search/photos?query=fox&per_page=2").await;
    let json = answer.json();
    assert_eq!((json["total"].as_u64(), json["total_pages"].as_u64()), (Some(5), Some(3)));
    assert_eq!((answer.header("x-total"), answer.header("x-per-page")), ("5", "2"));
    assert!(answer.header("link").contains("page=2&per_page=2&query=fox>; rel=\"next\""));
    let results = json["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    results.iter().for_each(check_photo);
    assert_eq!(results[0]["tags"][0]["title"], "fox");
    assert!(results[0]["tags_preview"].is_array());
}

#[tokio::test]
async fn filters_narrow_and_nonsense_is_ignored() {
    let server = library().await;
    for (query, total) in [
        ("&orientation=portrait", 1),
        ("&orientation=landscape", 4),
        ("&orientation=sideways", 5),
        ("&collections=nowhere", 0),
        ("&order_by=latest", 5),
        ("&plus=none&lang=de&foo=bar", 5),
    ] {
        let json = server.get(&format!("/search/photos?query=fox{query}")).await.json();
        assert_eq!(json["total"], total, "{query}");
    }
}

#[tokio::test]
async fn nothing_found_is_an_answer_and_no_words_are_none() {
    let server = library().await;
    let nothing = server.get("/search/photos?query=xyzzyplugh").await;
    assert_eq!(nothing.status(), 200);
    assert_eq!(nothing.json(), json!({ "total": 0, "total_pages": 0, "results": [] }));
    for path in [
        "/search/photos",
        "/search/photos?query=",
        "/search/users",
        "/search/collections?query=%20",
    ] {
        let answer = server.get(path).await;
        assert_eq!(
            (answer.status(), answer.json()["errors"][0].as_str()),
            (400, Some("query is missing")),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_query_as_long_as_a_book_is_refused() {
    let server = library().await;
    let long = server.get(&format!("/search/photos?query={}", "fox+".repeat(2_500))).await;
    assert_eq!(long.status(), 414, "{}", long.text());
    assert!(long.json()["errors"][0].as_str().unwrap().ends_with('.'));
    let words = "fox ".repeat(2_500);
    let posted = server.call("POST", "/search/photos").key(server.key());
    assert_eq!(posted.json(&json!({ "query": words })).send().await.status(), 400);
    assert_eq!(server.get("/search/photos?query=fox").await.status(), 200);
}

#[tokio::test]
async fn a_search_can_have_a_body() {
    let server = library().await;
    let by_get = server.get("/search/photos?query=fox&per_page=3").await;
    for method in ["POST", "QUERY"] {
        let call = server.call(method, "/search/photos").key(server.key());
        let answer = call.json(&json!({ "query": "fox", "per_page": 3 })).send().await;
        assert_eq!(answer.status(), 200, "{method} {}", answer.text());
        assert_eq!(answer.json(), by_get.json(), "{method}");
    }
    let form = server.call("POST", "/search/photos").key(server.key());
    let form = form.body("application/x-www-form-urlencoded", "query=fox").send().await;
    assert_eq!(form.json()["total"], 5);
    let wrong = server.call("POST", "/search/photos").key(server.key());
    assert_eq!(wrong.body("application/xml", "fox").send().await.status(), 415);
    let broken = server.call("POST", "/search/photos").key(server.key());
    assert_eq!(broken.body("application/json", "{").send().await.status(), 400);
}

#[tokio::test]
async fn people_and_collections_are_found_too() {
    let server = library().await;
    let ana = server.user("foxhunter").await;
    let made =
        server.library().create_collection(&ana.user, "Fox tales", None, false).await.unwrap();
    server.photo().by(&ana).in_collection(&made.id).send().await;
    server.run_jobs().await;
    let people = server.get("/search/users?query=foxhunter").await;
    assert_eq!(people.json()["total"], 1);
    check(&people.json()["results"][0], USER);
    assert_eq!(people.json()["results"][0]["photos"].as_array().unwrap().len(), 1);
    let found = server.get("/search/collections?query=tales").await;
    assert_eq!(found.header("x-total"), "1");
    check(&found.json()["results"][0], COLLECTION);
    assert_eq!(found.json()["results"][0]["preview_photos"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_older_search_is_a_bare_array() {
    let server = library().await;
    let answer = server.get("/photos/search?query=fox").await;
    assert_eq!((answer.json().as_array().unwrap().len(), answer.header("x-total")), (5, "5"));
}

#[tokio::test]
async fn a_photo_that_changed_together_with_its_photographer_keeps_its_collections() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, "public write_user write_collections").await;
    let photo = server.photo().by(&ana).titled("Red fox").send().await;
    let write = async |method: &str, path: &str, body: serde_json::Value| {
        server.call(method, path).token(&token).json(&body).send().await.json()
    };
    let made = write("POST", "/collections", json!({ "title": "Foxes" })).await;
    let collection = made["id"].as_str().unwrap().to_owned();
    write(
        "POST",
        &format!("/collections/{collection}/add"),
        json!({ "photo_id": photo.id.as_str() }),
    )
    .await;
    write("PUT", "/me", json!({ "bio": "Foxes only" })).await;
    server.catch_up().await;
    let found = server.get(&format!("/search/photos?query=fox&collections={collection}")).await;
    assert_eq!(found.json()["total"], 1);
}
