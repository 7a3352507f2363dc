//! Answers kept in memory: the same bytes again, and never older than the last write.

use tintype_testing::{Answer, TestServer};

/// How many answers came from memory so far.
async fn kept(server: &TestServer) -> u64 {
    let metrics = server.get("/metrics").await.text();
    let line = metrics.lines().find(|line| line.starts_with("tintype_kept_answers_total "));
    line.unwrap().rsplit(' ').next().unwrap().parse().unwrap()
}

/// Two answers of which the second came from memory. The watch for writes may see a write of ours
/// a moment late, and then nothing is kept: so it is tried again.
async fn asked_twice(server: &TestServer, path: &str) -> (Answer, Answer) {
    for _ in 0..50 {
        let (first, before) = (server.get(path).await, kept(server).await);
        let again = server.get(path).await;
        if kept(server).await == before + 1 {
            return (first, again);
        }
    }
    panic!("{path} is never answered from memory");
}

#[tokio::test]
async fn the_same_question_is_answered_from_memory_with_the_same_headers() {
    let server = TestServer::start().await;
    server.photo().titled("Red fox").send().await;
    server.catch_up().await;
    for path in ["/photos", "/search/photos?query=fox", "/topics"] {
        let (first, again) = asked_twice(&server, path).await;
        assert_eq!(first.text(), again.text());
        for name in ["etag", "link", "x-total", "content-type", "cache-control"] {
            assert_eq!(first.header(name), again.header(name), "{path}: {name}");
        }
        assert_ne!(first.header("x-request-id"), again.header("x-request-id"));
    }
}

#[tokio::test]
async fn a_write_is_seen_by_the_next_request() {
    let server = TestServer::start().await;
    server.photo().titled("One").send().await;
    for expected in 2..5 {
        let before = server.get("/photos").await;
        assert_eq!(before.header("x-total"), (expected - 1).to_string());
        server.photo().titled("Another").seeded(expected).send().await;
        let after = server.get("/photos").await;
        assert_eq!(after.header("x-total"), expected.to_string());
    }
}

#[tokio::test]
async fn a_search_is_asked_again_when_the_index_has_grown() {
    let server = TestServer::start().await;
    server.photo().titled("Red fox").send().await;
    server.catch_up().await;
    let total = async || server.get("/search/photos?query=fox").await.json()["total"].clone();
    assert_eq!(total().await, 1);
    server.photo().titled("Grey fox").seeded(2).send().await;
    assert_eq!(total().await, 1, "the index does not know it yet; this answer is kept now");
    server.catch_up().await;
    assert_eq!(total().await, 2);
}

#[tokio::test]
async fn chance_and_people_are_never_answered_from_memory() {
    let server = TestServer::start().await;
    server.photo().titled("Fox").send().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, "public").await;
    let before = kept(&server).await;
    for _ in 0..2 {
        server.get("/photos/random").await;
        server.call("GET", "/photos").token(&token).send().await;
    }
    assert_eq!(kept(&server).await, before);
}
