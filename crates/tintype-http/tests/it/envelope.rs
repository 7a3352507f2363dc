//! What every answer carries.

use tintype_http::AppConfig;
use tintype_library::Settings;
use tintype_testing::TestServer;

#[tokio::test]
async fn every_answer_of_the_api_has_the_same_headers() {
    let server = TestServer::start().await;
    server.photo().send().await;
    for path in ["/photos", "/photos/AAAAAAAAAAA", "/search/photos", "/nonsense/route"] {
        let answer = server.get(path).await;
        assert_eq!(answer.header("content-type"), "application/json", "{path}");
        assert_eq!(answer.header("x-unsplash-version"), "v1");
        assert_eq!(answer.header("content-language"), "en");
        assert_eq!(answer.header("x-request-id").len(), 36);
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let exposed = answer.header("access-control-expose-headers");
        assert!(
            exposed.starts_with("Link,X-Total,X-Per-Page,X-RateLimit-Limit,X-RateLimit-Remaining")
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
        for name in ["Accept-Encoding", "Authorization", "Accept-Language", "Origin", "Accept"] {
            assert!(answer.header("vary").split(", ").any(|one| one == name), "{name} for {path}");
        }
        assert!(!answer.header("x-ratelimit-limit").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn a_preflight_needs_no_key_anywhere() {
    let server = TestServer::start().await;
    for path in ["/photos", "/photos/", "/nonsense", "/images/x", "/"] {
        let call = server.call("OPTIONS", path).header("access-control-request-method", "GET");
        let answer = call.header("access-control-request-headers", "authorization").send().await;
        assert_eq!((answer.status(), answer.bytes().len()), (204, 0), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(
            answer.header("access-control-allow-methods"),
            "GET,POST,PUT,DELETE,QUERY,OPTIONS"
        );
        let allowed = answer.header("access-control-allow-headers");
        for name in
            ["Authorization", "Accept-Version", "Content-Type", "App-Pragma", "X-Unsplash-Cache"]
        {
            assert!(allowed.contains(name), "{name}");
        }
        assert_eq!(answer.header("access-control-max-age"), "86400");
    }
}

#[tokio::test]
async fn a_wrong_method_is_told_the_right_ones() {
    let server = TestServer::start().await;
    for (method, path, allow) in [
        ("PATCH", "/photos", "GET,HEAD,POST"),
        ("POST", "/topics", "GET,HEAD"),
        ("DELETE", "/", "GET,HEAD"),
        ("POST", "/images/photo-1-0123456789ab", "GET,HEAD"),
    ] {
        let answer = server.call(method, path).key(server.key()).send().await;
        assert_eq!((answer.status(), answer.header("allow")), (405, allow), "{method} {path}");
    }
    let api = server.call("PATCH", "/photos").key(server.key()).send().await;
    assert_eq!(api.json()["errors"][0], "Method not allowed");
}

#[tokio::test]
async fn an_unknown_address_is_json_to_programs_and_a_page_to_people() {
    let server = TestServer::start().await;
    let program = server.call("GET", "/nonsense").send().await;
    assert_eq!((program.status(), program.header("content-type")), (404, "application/json"));
    let person = server.browse("/nonsense").await;
    assert_eq!((person.status(), person.header("content-type")), (404, "text/html; charset=utf-8"));
    let page = server.call("GET", "/p/nothing-AAAAAAAAAAA").send().await;
    assert_eq!((page.status(), page.header("content-type")), (404, "text/html; charset=utf-8"));
    assert!(page.text().contains(page.header("x-request-id")));
}

#[tokio::test]
async fn an_answer_that_is_known_is_not_sent_again() {
    let server = TestServer::start().await;
    server.photo().send().await;
    let first = server.get("/photos").await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with("W/\""), "{tag}");
    let call = server.call("GET", "/photos").key(server.key()).header("if-none-match", &tag);
    let again = call.send().await;
    assert_eq!((again.status(), again.bytes().len(), again.header("etag")), (304, 0, tag.as_str()));
    assert!(!again.header("x-ratelimit-remaining").is_empty());
    server.photo().send().await;
    let call = server.call("GET", "/photos").key(server.key()).header("if-none-match", &tag);
    assert_eq!(call.send().await.status(), 200);
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    let server = TestServer::start().await;
    let photo = server.photo().send().await;
    for path in [
        "/photos".to_owned(),
        format!("/p/{}", photo.slug),
        format!("/images/{}?w=50", photo.image_key),
    ] {
        let get = server.get(&path).await;
        let head = server.call("HEAD", &path).key(server.key()).send().await;
        assert_eq!((head.status(), head.bytes().len()), (200, 0), "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"));
        assert_eq!(head.header("content-length"), get.bytes().len().to_string(), "{path}");
    }
}

#[tokio::test]
async fn text_is_compressed_and_pictures_are_not() {
    let server = TestServer::start().await;
    let photo = server.photo().send().await;
    let call = server.call("GET", "/photos").key(server.key()).header("accept-encoding", "gzip");
    let json = call.send().await;
    assert_eq!(json.header("content-encoding"), "gzip");
    assert_eq!(json.bytes()[..2], [0x1f, 0x8b]);
    let path = format!("/images/{}?w=50", photo.image_key);
    let image = server.call("GET", &path).header("accept-encoding", "gzip").send().await;
    assert_eq!((image.status(), image.header("content-encoding")), (200, ""));
}

#[tokio::test]
async fn addresses_follow_the_host_only_when_it_is_ours() {
    let server = TestServer::start().await;
    server.photo().send().await;
    let raw = async |host: &str| {
        let router = server.router();
        let request = axum::http::Request::get("/photos")
            .header("host", host)
            .header("authorization", format!("Client-ID {}", server.key()))
            .body(axum::body::Body::empty())
            .unwrap();
        let response = tower::ServiceExt::oneshot(router, request).await.unwrap();
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        let json: serde_json::Value = serde_json::from_slice(&body).unwrap();
        json[0]["urls"]["raw"].as_str().unwrap().to_owned()
    };
    assert!(raw("localhost:1234").await.starts_with("http://localhost:1234/images/"));
    assert!(raw("[::1]:99").await.starts_with("http://[::1]:99/images/"));
    assert!(raw("evil.example").await.starts_with("http://127.0.0.1:8080/images/"));
}

#[tokio::test]
async fn a_public_url_goes_before_everything() {
    let config = AppConfig {
        public_url: Some("https://photos.example.org/".parse().unwrap()),
        image_url: Some("https://cdn.example.net".parse().unwrap()),
        ..AppConfig::default()
    };
    let server = TestServer::with(Settings::default(), config).await;
    server.photo().send().await;
    let answer = server.get("/photos").await;
    let json = answer.json();
    assert!(
        json[0]["urls"]["raw"]
            .as_str()
            .unwrap()
            .starts_with("https://cdn.example.net/images/photo-")
    );
    assert!(
        json[0]["links"]["self"]
            .as_str()
            .unwrap()
            .starts_with("https://photos.example.org/photos/")
    );
    assert!(answer.header("strict-transport-security").starts_with("max-age="));
    let page = server.browse("/").await;
    assert!(
        page.header("content-security-policy")
            .contains("img-src 'self' data: https://cdn.example.net;")
    );
}
