//! API addresses opened in a browser, and the one page that also answers JSON.

use tintype_testing::TestServer;

const HTML: &str = "text/html; charset=utf-8";

#[tokio::test]
async fn the_form_follows_who_asks() {
    let server = TestServer::demo().await;
    server.photo().tagged("fox").send().await;
    server.run_jobs().await;
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    for (path, headers, expected) in [
        ("/photos", vec![], "application/json"),
        ("/photos", vec![("accept", "*/*")], "application/json"),
        ("/photos", vec![("accept", browser)], HTML),
        ("/photos", vec![("accept", browser), ("accept-version", "v1")], "application/json"),
        ("/photos", vec![("accept", browser), ("sec-fetch-dest", "empty")], "application/json"),
        ("/photos", vec![("accept", browser), ("sec-fetch-dest", "document")], HTML),
        ("/photos?format=json", vec![("accept", browser)], "application/json"),
        ("/photos?format=html", vec![], HTML),
        ("/s/photos/fox", vec![], HTML),
        ("/s/photos/fox", vec![("accept", "*/*")], HTML),
        ("/s/photos/fox", vec![("accept", "application/json")], "application/json"),
        ("/s/photos/fox", vec![("accept", browser)], HTML),
        ("/s/photos/fox?format=json", vec![], "application/json"),
    ] {
        let mut call = server.call("GET", path);
        for (name, value) in &headers {
            call = call.header(name, value);
        }
        let answer = call.send().await;
        assert_eq!(
            (answer.status(), answer.header("content-type")),
            (200, expected),
            "{path} {headers:?}"
        );
        assert!(answer.header("vary").contains("Accept"), "{path}: {}", answer.header("vary"));
    }
}

#[tokio::test]
async fn a_conversation_shows_the_call_and_what_was_done() {
    let server = TestServer::demo().await;
    server.photo().titled("A fox").tagged("fox").send().await;
    server.run_jobs().await;
    let answer = server.browse("/search/photos?query=fox").await;
    let html = answer.text();
    assert!(html.contains("<!doctype html>"));
    assert!(html.contains("/search/photos"));
    assert!(html.contains("server-did"), "what the server did is shown in the demo");
    assert!(html.contains("1 hits") || html.contains("hits"), "{html}");
    assert_eq!(answer.header("cache-control"), "private, no-cache");
    assert_eq!(answer.header("x-total"), "1");
    assert!(answer.header("etag").starts_with("W/"));
    assert!(answer.header("content-security-policy").contains("script-src 'self'"));
    assert_eq!(answer.header("access-control-allow-origin"), "");
    assert!(!answer.header("x-ratelimit-limit").is_empty());
}

#[tokio::test]
async fn the_status_is_the_calls_own() {
    let server = TestServer::demo().await;
    let missing = server.browse("/photos/AAAAAAAAAAA").await;
    assert_eq!((missing.status(), missing.header("content-type")), (404, HTML));
    assert_eq!(server.browse("/search/photos").await.status(), 400);
}

#[tokio::test]
async fn strangers_are_not_told_what_the_server_did() {
    let server = TestServer::start().await;
    server.photo().send().await;
    let answer = server.browse("/photos").await;
    assert_eq!(answer.status(), 200, "a browser may look without a key");
    assert!(!answer.text().contains("photos: 1 rows"));
}

#[tokio::test]
async fn a_call_that_counts_waits_to_be_sent() {
    let server = TestServer::demo().await;
    let photo = server.photo().send().await;
    let path = format!("/photos/{}/download", photo.id);
    assert_eq!(server.browse(&path).await.status(), 200);
    server.library().write_counts().await.unwrap();
    let downloads =
        async || server.get(&format!("/photos/{}", photo.id)).await.json()["downloads"].clone();
    assert_eq!(downloads().await, 0);
    assert_eq!(server.browse(&format!("{path}?format=html&send=1")).await.status(), 200);
    server.library().write_counts().await.unwrap();
    assert_eq!(downloads().await, 1);
}

#[tokio::test]
async fn the_address_everyone_guesses_first_answers_like_the_search() {
    let server = TestServer::demo().await;
    for n in 0..3 {
        server.photo().titled(&format!("Fox {n}")).tagged("fox").send().await;
    }
    server.run_jobs().await;
    let call = server.call("GET", "/s/photos/fox?per_page=2").header("accept", "application/json");
    let answer = call.send().await;
    let search = server.call("GET", "/search/photos?query=fox&per_page=2").send().await;
    assert_eq!(answer.json(), search.json());
    assert_eq!(answer.header("link"), search.header("link"));
    assert!(answer.header("content-location").starts_with("/search/photos?"));
    let closed = TestServer::start().await;
    let refused =
        closed.call("GET", "/s/photos/fox").header("accept", "application/json").send().await;
    assert_eq!(refused.status(), 401, "JSON needs a key where the API does");
    assert_eq!(closed.call("GET", "/s/photos/fox").send().await.status(), 200, "the page does not");
}
