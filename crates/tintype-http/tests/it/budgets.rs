//! How often anyone may do what costs something.

use serde_json::json;
use tintype_domain::HourlyLimit;
use tintype_http::AppConfig;
use tintype_library::{AppRequest, OverLimitStatus, Settings};
use tintype_testing::TestServer;

async fn server(change: impl FnOnce(&mut Settings)) -> TestServer {
    let mut settings = Settings::default();
    change(&mut settings);
    TestServer::with(settings, AppConfig::default()).await
}

#[tokio::test]
async fn a_thousand_calls_at_once_never_pass_the_limit() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let app = server.app(&ana, HourlyLimit::PerHour(400)).await;
    let path = "/photos/AAAAAAAAAAA";
    let calls = (0..1_000).map(|_| server.call("GET", path).key(app.access_key.as_str()).send());
    let answers = futures::future::join_all(calls).await;
    let count = |status| answers.iter().filter(|answer| answer.status() == status).count();
    assert_eq!((count(404), count(403)), (400, 600));
    let mut left: Vec<u32> = answers
        .iter()
        .filter(|answer| answer.status() == 404)
        .map(|answer| answer.header("x-ratelimit-remaining").parse().unwrap())
        .collect();
    left.sort_unstable();
    assert_eq!(left, (0..400).collect::<Vec<_>>(), "each number is told once");
}

#[tokio::test]
async fn a_setting_or_a_teaching_key_makes_it_429() {
    let strict =
        server(|settings| settings.rate_limit.status = OverLimitStatus::TooManyRequests).await;
    let ana = strict.user("ana").await;
    let app = strict.app(&ana, HourlyLimit::PerHour(0)).await;
    let over = strict.call("GET", "/photos").key(app.access_key.as_str()).send().await;
    assert_eq!((over.status(), &over.json()), (429, &json!({ "errors": ["Rate Limit Exceeded"] })));
    assert!(over.header("retry-after").parse::<u64>().unwrap() <= 3_600);
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let request = AppRequest {
        name: "School".to_owned(),
        limit: HourlyLimit::PerHour(0),
        is_teaching: true,
        ..AppRequest::default()
    };
    let app = server.library().register_app(&ana.user, request).await.unwrap().app;
    let over = server.call("GET", "/photos").key(app.access_key.as_str()).send().await;
    assert_eq!(over.status(), 429);
}

#[tokio::test]
async fn searches_have_a_budget_of_their_own() {
    let server = server(|settings| settings.rate_limit.search_per_hour = 2).await;
    for query in ["sea", "fox"] {
        assert_eq!(server.get(&format!("/search/photos?query={query}")).await.status(), 200);
    }
    let over = server.get("/search/users?query=ana").await;
    assert_eq!((over.status(), over.header("x-ratelimit-remaining")), (403, "0"));
    assert!(!over.header("retry-after").is_empty());
    assert_eq!(server.get("/photos").await.status(), 200, "other calls go on");
    let ana = server.user("ana").await;
    let free = server.app(&ana, HourlyLimit::Unlimited).await;
    for _ in 0..4 {
        let call = server.call("GET", "/search/photos?query=sea").key(free.access_key.as_str());
        assert_eq!(call.send().await.status(), 200, "who has no limit has none here");
    }
}

#[tokio::test]
async fn pages_of_results_count_as_searches() {
    let server = server(|settings| settings.rate_limit.search_per_hour = 1).await;
    assert_eq!(server.browse("/s/photos/sea").await.status(), 200);
    let over = server.browse("/s/photos/fox").await;
    assert_eq!(over.status(), 429);
    assert!(over.header("content-type").starts_with("text/html"));
    assert!(!over.header("retry-after").is_empty());
}

#[tokio::test]
async fn pictures_that_must_be_made_have_a_budget_of_their_own() {
    let server = server(|settings| settings.rate_limit.image_misses_per_hour = 2).await;
    let ana = server.user("ana").await;
    let photo = server.photo().by(&ana).send().await;
    let path = |width: u32| format!("/images/{}?w={width}&fm=png", photo.image_key);
    for width in [31, 32] {
        assert_eq!(server.call("GET", &path(width)).send().await.status(), 200);
    }
    let over = server.call("GET", &path(33)).send().await;
    assert_eq!(over.status(), 429);
    assert!(!over.header("retry-after").is_empty());
    assert_eq!(server.call("GET", &path(31)).send().await.status(), 200, "what is there is sent");
}

#[tokio::test]
async fn tries_for_tokens_are_counted_by_address() {
    let server = server(|settings| settings.rate_limit.per_hour = 3).await;
    for left in ["2", "1", "0"] {
        let answer = server.call("POST", "/oauth/token").send().await;
        assert_eq!((answer.status(), answer.header("x-ratelimit-remaining")), (400, left));
    }
    assert_eq!(server.call("POST", "/oauth/token").send().await.status(), 403);
}
