//! The picker: who may open it, and what is handed over.

use serde_json::Value;
use tintype_http::AppConfig;
use tintype_library::Settings;
use tintype_testing::{Answer, TestServer};

async fn library(origins: &[&str]) -> TestServer {
    let mut settings = Settings::default();
    settings.picker.origins = origins.iter().map(|origin| (*origin).to_owned()).collect();
    let server = TestServer::with(settings, AppConfig::default()).await;
    let ana = server.user("ana").await;
    server.photo().by(&ana).titled("A <red> fox").tagged("fox").licensed("CC0-1.0").send().await;
    server.catch_up().await;
    server
}

async fn open(server: &TestServer, query: &str) -> Answer {
    server.call("GET", &format!("/picker?{query}")).header("accept", "text/html").send().await
}

#[tokio::test]
async fn only_origins_that_the_library_names_may_open_it() {
    let server = library(&["https://cms.example.org"]).await;
    let answer = open(&server, "origin=https://cms.example.org").await;
    assert_eq!(answer.status(), 200);
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'self' https://cms.example.org;"), "{policy}");
    assert_eq!(answer.header("x-frame-options"), "");
    assert_eq!(answer.header("cross-origin-opener-policy"), "unsafe-none");
    assert!(answer.text().contains("data-picker=\"https://cms.example.org\""));
    for (origin, status) in [
        ("https://evil.example", 403),
        ("http://cms.example.org", 403),
        ("https://cms.example.org.evil.example", 403),
        ("http://localhost:2368", 403),
        ("javascript:alert(1)", 400),
        ("https://cms.example.org/x;%20script-src%20*", 400),
    ] {
        let answer = open(&server, &format!("origin={origin}")).await;
        assert_eq!(answer.status(), status, "{origin}");
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert_eq!(answer.header("x-frame-options"), "DENY");
    }
}

#[tokio::test]
async fn the_demo_lets_this_machine_try_it() {
    let server = TestServer::demo().await;
    assert_eq!(open(&server, "origin=http://localhost:2368").await.status(), 200);
    assert_eq!(open(&server, "origin=https://cms.example.org").await.status(), 403);
}

#[tokio::test]
async fn a_page_without_an_opener_posts_nothing() {
    let server = library(&[]).await;
    let answer = open(&server, "query=fox").await;
    assert_eq!(answer.status(), 200);
    assert!(!answer.text().contains("data-picker"));
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'self';"), "{policy}");
}

#[tokio::test]
async fn a_choice_says_all_that_a_program_needs() {
    let server = library(&["https://cms.example.org"]).await;
    let query = format!("origin=https://cms.example.org&query=fox&client_id={}", server.key());
    let html = open(&server, &query).await.text();
    let quoted = |name: &str| {
        let (_, rest) = html.split_once(&format!(" {name}=\"")).unwrap();
        let text = rest.split('"').next().unwrap().to_owned();
        text.replace("&#34;", "\"")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#38;", "&")
    };
    let choice: Value = serde_json::from_str(&quoted("data-choice")).unwrap();
    assert_eq!(choice["type"], "tintype:photo");
    for size in ["raw", "full", "regular", "small", "thumb"] {
        assert!(
            choice["urls"][size].as_str().unwrap().starts_with("http://localhost:8080/images/")
        );
    }
    assert_eq!(
        (choice["id"].as_str().unwrap().len(), &choice["license"]["id"]),
        (11, &"CC0-1.0".into())
    );
    let credit = choice["credit_html"].as_str().unwrap();
    assert!(credit.contains("<a href=\"http://localhost:8080/@ana\">"), "{credit}");
    let tracked = server.call("GET", &quoted("data-track")).send().await;
    assert_eq!(tracked.status(), 200);
    server.library().write_counts().await.unwrap();
    let photo = server.get(&format!("/photos/{}", choice["id"].as_str().unwrap())).await.json();
    assert_eq!(photo["downloads"], 1, "whoever uses a picture is counted");
}
