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
