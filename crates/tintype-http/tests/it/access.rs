//! Who may call, and how often.

use std::time::Duration;

use tintype_domain::HourlyLimit;
use tintype_http::AppConfig;
use tintype_library::Settings;
use tintype_testing::TestServer;

const INVALID: &str = "OAuth error: The access token is invalid";

#[tokio::test]
async fn a_key_is_shown_in_three_ways() {
    let server = TestServer::start().await;
    let key = server.key().to_owned();
    let ana = server.user("ana").await;
    let token = server.token(&ana, "public").await;
    let calls = [
        server.call("GET", "/photos").key(&key),
        server.call("GET", "/photos").header("authorization", &format!("client-id   {key}")),
        server.call("GET", "/photos").header("authorization", &format!("BEARER {token}")),
        server.call("GET", "/photos").token(&token),
    ];
    for call in calls {
        assert_eq!(call.send().await.status(), 200);
    }
    for query in [format!("client_id={key}"), format!("ixid=a?client_id={key}")] {
        let answer = server.call("GET", &format!("/photos?{query}")).send().await;
        assert_eq!(answer.status(), 200, "{query}");
        assert!(!answer.header("link").contains(&key));
    }
}

#[tokio::test]
async fn without_a_good_key_nothing_is_told() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, "public").await;
    let shown = [
        None,
        Some("Client-ID nonsense".to_owned()),
        Some("Client-ID".to_owned()),
        Some("Basic YTpi".to_owned()),
        Some("Bearer nonsense".to_owned()),
        Some(format!("Client-ID {token}")),
        Some(format!("Bearer {}", server.key())),
    ];
    for authorization in shown {
        let mut call = server.call("GET", "/photos");
        if let Some(text) = &authorization {
            call = call.header("authorization", text);
        }
        let answer = call.send().await;
        assert_eq!(answer.status(), 401, "{authorization:?}");
        assert_eq!(answer.json()["errors"][0], INVALID);
        assert_eq!(answer.header("content-type"), "application/json");
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
        assert!(!answer.header("x-ratelimit-limit").is_empty());
        assert_eq!(answer.header("access-control-allow-origin"), "*");
    }
    let unknown = server.call("GET", "/photos?client_id=nonsense").send().await;
    assert_eq!(unknown.status(), 401);
}

#[tokio::test]
async fn a_closed_door_can_be_opened_by_a_setting() {
    let server = TestServer::demo().await;
    assert_eq!(server.call("GET", "/photos").send().await.status(), 200);
    let unknown = server.call("GET", "/photos").key("nonsense").send().await;
    assert_eq!(unknown.status(), 401, "an unknown key is wrong even then");
    assert_eq!(server.call("DELETE", "/photos/AAAAAAAAAAA").send().await.status(), 401);
}

#[tokio::test]
async fn our_own_pages_may_call_without_a_key() {
    let server = TestServer::start().await;
    let call = |site: &'static str| server.call("GET", "/photos").header("sec-fetch-site", site);
    assert_eq!(call("same-origin").send().await.status(), 200);
    assert_eq!(call("cross-site").send().await.status(), 401);
    let other = server.call("GET", "/photos").header("origin", "https://evil.example");
    assert_eq!(other.send().await.status(), 401);
}

#[tokio::test]
async fn calls_run_out_and_come_back() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let app = server.app(&ana, HourlyLimit::PerHour(2)).await;
    let call = || server.call("GET", "/photos/AAAAAAAAAAA").key(app.access_key.as_str());
    for left in ["1", "0"] {
        let answer = call().send().await;
        assert_eq!(answer.status(), 404);
        assert_eq!(
            (answer.header("x-ratelimit-limit"), answer.header("x-ratelimit-remaining")),
            ("2", left)
        );
    }
    let over = call().send().await;
    assert_eq!(
        (over.status(), over.json()["errors"][0].as_str()),
        (403, Some("Rate Limit Exceeded"))
    );
    assert_eq!(
        (over.header("content-type"), over.header("x-ratelimit-remaining")),
        ("application/json", "0")
    );
    let strict = call().header("prefer", "handling=strict").send().await;
    assert_eq!(strict.status(), 429);
    assert!(strict.header("retry-after").parse::<u64>().unwrap() <= 3_600);
    assert_eq!(server.get("/photos").await.status(), 200, "others are not touched by it");
    server.clock().advance(Duration::from_hours(1));
    assert_eq!(call().send().await.status(), 404);
}

#[tokio::test]
async fn no_limit_still_shows_numbers() {
    let mut settings = Settings::default();
    settings.rate_limit.per_hour = 0;
    let server = TestServer::with(settings, AppConfig::default()).await;
    let answer = server.get("/photos").await;
    assert!(answer.header("x-ratelimit-limit").parse::<u64>().unwrap() > 0);
    assert!(answer.header("x-ratelimit-remaining").parse::<u64>().unwrap() > 0);
}
