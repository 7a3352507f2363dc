//! The demo fills itself, once.

use tintype_store::JobState;
use tintype_testing::TestServer;

/// Jobs that still have a scene to render.
async fn scenes_to_come(server: &TestServer) -> u64 {
    let counts = server.library().store().job_counts().await.expect("counts");
    let is_open = |state| matches!(state, JobState::Ready | JobState::Running);
    counts
        .iter()
        .filter(|count| count.kind == "fill_demo" && is_open(count.state))
        .map(|count| count.count)
        .sum()
}

#[tokio::test]
async fn the_demo_queues_each_of_its_scenes_once() {
    let server = TestServer::demo().await;
    server.library().open_demo().await.expect("a furnished demo");
    let scenes = tintype_scenery::catalogue().len() as u64;
    assert_eq!(scenes_to_come(&server).await, scenes);
    server.library().open_demo().await.expect("a second start");
    assert_eq!(scenes_to_come(&server).await, scenes, "a restart asks for none twice");
}

#[tokio::test]
async fn a_reset_undoes_what_visitors_did() {
    let server = TestServer::demo().await;
    server.library().open_demo().await.expect("a furnished demo");
    let call = server.call("POST", "/login/demo").header("sec-fetch-site", "same-origin");
    let cookie = call.body("application/x-www-form-urlencoded", "").send().await.cookie();
    let photo = server.photo().titled("A visitor's").send().await;
    let path = format!("/photos/{}", photo.id);
    let like = server.call("POST", &format!("{path}/like")).session(&cookie).send().await;
    assert_eq!(like.status(), 201, "{}", like.text());
    let words = serde_json::json!({ "first_name": "Changed", "username": "changed" });
    let edit = server.call("PUT", "/me").session(&cookie).json(&words).send().await;
    assert_eq!(edit.status(), 200, "{}", edit.text());
    server.library().reset_demo().await.expect("a reset");
    assert_eq!(server.get(&path).await.status(), 404);
    let host = server.get("/users/demo").await.json();
    assert_eq!((&host["name"], &host["total_likes"]), (&"Demo".into(), &0.into()));
    assert_eq!(server.get("/users/changed").await.status(), 404);
}
