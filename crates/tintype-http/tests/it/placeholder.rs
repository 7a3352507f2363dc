//! `/random/…` and `/seed/…`.

use tintype_testing::TestServer;

#[tokio::test]
async fn any_picture_of_an_exact_size_can_be_had_without_a_key() {
    let server = TestServer::start().await;
    let photo = server.photo().tagged("fox").send().await;
    server.run_jobs().await;
    for path in
        ["/random/80x60", "/random/80x60?fox", "/featured/80x60?fox,nothing", "/seed/abc/80x60?fox"]
    {
        let answer = server.call("GET", path).send().await;
        assert_eq!(answer.status(), 302, "{path} {}", answer.text());
        let target = answer.header("location").to_owned();
        assert!(target.contains(photo.image_key.as_str()) && target.contains("w=80"), "{target}");
        let target = target.strip_prefix("http://localhost:8080").unwrap();
        let picture = server.call("GET", target).send().await;
        assert_eq!((picture.status(), picture.header("content-type")), (200, "image/jpeg"));
    }
    assert_eq!(server.call("GET", "/random/80x60?xyzzyplugh").send().await.status(), 404);
    assert_eq!(server.call("GET", "/random/nonsense").send().await.status(), 404);
}

#[tokio::test]
async fn a_seed_always_gives_the_same() {
    let server = TestServer::start().await;
    for _ in 0..6 {
        server.photo().sized(60, 40).send().await;
    }
    let target =
        async |path: &str| server.call("GET", path).send().await.header("location").to_owned();
    let first = target("/seed/one/50x50").await;
    for _ in 0..4 {
        assert_eq!(target("/seed/one/50x50").await, first);
    }
    let mut others = std::collections::HashSet::new();
    for n in 0..12 {
        others.insert(target(&format!("/seed/{n}/50x50")).await);
    }
    assert!(others.len() > 1, "other seeds give others");
}
