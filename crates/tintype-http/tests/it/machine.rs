//! `/healthz`, `/readyz`, `/metrics`.

use tintype_http::AppConfig;
use tintype_library::Settings;
use tintype_testing::TestServer;

#[tokio::test]
async fn readiness_follows_the_program() {
    let server = TestServer::start().await;
    let status = async |path: &str| server.call("GET", path).send().await.status();
    assert_eq!((status("/healthz").await, status("/readyz").await), (200, 200));
    server.readiness().set(false);
    assert_eq!((status("/healthz").await, status("/readyz").await), (200, 503));
}

#[tokio::test]
async fn metrics_are_for_this_machine_or_for_the_token() {
    let server = TestServer::start().await;
    server.get("/photos").await;
    let text = server.call("GET", "/metrics").send().await.text();
    for line in [
        "tintype_http_requests_total{group=\"api\",status=\"2xx\"} 1",
        "tintype_http_request_duration_seconds_count{group=\"api\"} 1",
        "tintype_photos 0",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    let behind_proxy =
        server.call("GET", "/metrics").header("x-forwarded-for", "192.0.2.1").send().await;
    assert_eq!(behind_proxy.status(), 401);
    let config = AppConfig { metrics_token: Some("letmein".to_owned()), ..AppConfig::default() };
    let server = TestServer::with(Settings::default(), config).await;
    assert_eq!(server.call("GET", "/metrics").send().await.status(), 401);
    assert_eq!(server.call("GET", "/metrics").token("letmeout").send().await.status(), 401);
    assert_eq!(server.call("GET", "/metrics").token("letmein").send().await.status(), 200);
}
