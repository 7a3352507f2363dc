//! The lessons: exercises tick when the learner's own program makes the call, and not otherwise.

use tintype_testing::TestServer;

/// A demo with a photo, and the code of somebody who opened a lesson.
async fn class() -> (TestServer, String) {
    let server = TestServer::demo().await;
    server.library().open_demo().await.unwrap();
    server.photo().tagged("nature").send().await;
    server.catch_up().await;
    let page = server.browse("/learn/request").await;
    assert_eq!(page.status(), 200);
    let cookie = page.cookie();
    let code = cookie.strip_prefix("tintype_learner=").unwrap().to_owned();
    assert!(page.text().contains(&format!("learner={code}")), "the samples carry the code");
    (server, code)
}

async fn solved(server: &TestServer, code: &str) -> serde_json::Value {
    let answer = server.call("GET", &format!("/learn/progress?learner={code}")).send().await;
    answer.json()["solved"].clone()
}

#[tokio::test]
async fn each_exercise_is_ticked_by_its_call() {
    let (server, code) = class().await;
    let get = async |path: &str| server.call("GET", &format!("{path}learner={code}")).send().await;
    let photo = get("/photos/random?query=nature&").await;
    assert!(photo.json()["urls"]["regular"].as_str().unwrap().starts_with("http"));
    assert_eq!(solved(&server, &code).await, serde_json::json!(["request"]));
    let call = server.call("POST", &format!("/search/photos?learner={code}"));
    assert_eq!(call.json(&serde_json::json!({"query": "sea"})).send().await.status(), 200);
    let call = server.call("GET", &format!("/learn/echo?learner={code}")).header("x-name", "Ada");
    assert_eq!(call.send().await.json()["headers"]["X-Name"], "Ada");
    assert_eq!(get("/photos/AAAAAAAAAAA?").await.status(), 404);
    let call = server.call("GET", &format!("/photos?learner={code}")).key(server.key());
    assert_eq!(call.send().await.status(), 200);
    let all = serde_json::json!(["request", "methods", "headers", "status", "keys"]);
    assert_eq!(solved(&server, &code).await, all);
    let page = server.browse(&format!("/learn?learner={code}")).await.text();
    assert_eq!(page.matches("class=\"tick on\"").count(), 5, "without a script too");
}

#[tokio::test]
async fn looking_at_the_call_in_the_browser_solves_nothing() {
    let (server, code) = class().await;
    let path = format!("/photos/random?query=nature&learner={code}");
    assert_eq!(server.browse(&path).await.status(), 200);
    let from_page = server.call("GET", &path).header("sec-fetch-site", "same-origin").send().await;
    assert_eq!(from_page.status(), 200);
    assert_eq!(solved(&server, &code).await, serde_json::json!([]));
    let wrong = server.call("GET", &format!("/photos/AAAAAAAAAAA/similar?learner={code}")).send();
    assert_eq!(wrong.await.status(), 404);
    assert_eq!(solved(&server, &code).await, serde_json::json!([]));
}

#[tokio::test]
async fn the_echo_tells_what_arrived_but_no_secret() {
    let server = TestServer::start().await;
    let call = server.call("PUT", "/learn/echo?a=1").header("cookie", "tintype_session=secret");
    let call = call.header("authorization", "Bearer secret").header("user-agent", "curl/8");
    let answer = call.json(&serde_json::json!({"b": [2]})).send().await;
    let told = answer.json();
    assert_eq!(answer.status(), 200);
    assert_eq!((told["method"].as_str(), told["query"]["a"].as_str()), (Some("PUT"), Some("1")));
    assert_eq!(told["body"]["b"][0], 2);
    assert_eq!(told["client"]["summary"], "curl");
    assert!(!answer.text().contains("secret"), "{}", answer.text());
    let long = server.call("POST", "/learn/echo").body("text/plain", vec![b'a'; 70_000]).send();
    assert_eq!(long.await.status(), 413);
}

#[tokio::test]
async fn every_status_can_be_seen() {
    let server = TestServer::start().await;
    for (code, header, value) in [
        (200, "content-type", "application/json"),
        (204, "content-type", ""),
        (302, "location", "/learn/echo"),
        (401, "www-authenticate", "Client-ID realm=\"learn\""),
        (418, "content-type", "application/json"),
        (503, "retry-after", "1"),
    ] {
        let answer = server.call("GET", &format!("/learn/status/{code}")).send().await;
        assert_eq!((answer.status(), answer.header(header)), (code, value));
    }
    for code in ["99", "100", "600", "x"] {
        assert_eq!(server.call("GET", &format!("/learn/status/{code}")).send().await.status(), 400);
    }
}
