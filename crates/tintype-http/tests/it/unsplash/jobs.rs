//! `/jobs/{id}`.

use tintype_store::JobState;
use tintype_testing::TestServer;

#[tokio::test]
async fn a_job_can_be_looked_at() {
    let server = TestServer::start().await;
    server.photo().send().await;
    let ready = server.library().store().jobs_in(JobState::Ready, 10).await.unwrap();
    let job = ready.first().expect("renditions wait to be made");
    let json = server.get(&format!("/jobs/{}", job.id.0)).await.json();
    assert_eq!(
        (json["state"].as_str(), json["kind"].as_str()),
        (Some("ready"), Some(job.kind.as_str()))
    );
    assert!(json.get("payload").is_none());
    server.run_jobs().await;
    assert_eq!(server.get(&format!("/jobs/{}", job.id.0)).await.json()["state"], "done");
    assert_eq!(server.get("/jobs/999999").await.status(), 404);
    assert_eq!(server.get("/jobs/x").await.status(), 404);
}
