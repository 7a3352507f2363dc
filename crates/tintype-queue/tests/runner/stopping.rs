//! A stop ends in order: what runs may end, what cannot is given back.

use std::time::Duration;

use tintype_queue::Job;
use tintype_store::JobState;

use crate::jobs::{Polite, gated, note};
use crate::on_every_table;
use crate::table::Table;

on_every_table! {
    a_stop_lets_running_jobs_end
    a_stop_gives_back_what_does_not_end_in_time
    a_stop_gives_back_what_was_claimed_and_not_begun
    a_long_job_may_break_off_at_a_stop
    an_idle_runner_stops_at_once
}

async fn a_stop_lets_running_jobs_end(table: Table) {
    let runner = table.runner().build().unwrap().start();
    let id = table.enqueue(gated("job")).await;
    table.until_line("job begins").await;
    let unbegun = table.enqueue(note("too late")).await;
    let stop = tokio::spawn(runner.stop(Duration::from_secs(30)));
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(!stop.is_finished());
    table.notebook.gate.add_permits(1);
    assert_eq!(stop.await.unwrap().released, 0);
    assert_eq!(table.job(id).await.state, JobState::Done);
    let unbegun = table.job(unbegun).await;
    assert_eq!((unbegun.state, unbegun.attempts), (JobState::Ready, 0));
}

async fn a_stop_gives_back_what_does_not_end_in_time(table: Table) {
    let runner = table.runner().build().unwrap().start();
    let id = table.enqueue(gated("job")).await;
    table.until_line("job begins").await;
    assert_eq!(runner.stop(Duration::from_millis(50)).await.released, 1);
    let job = table.job(id).await;
    assert_eq!((job.state, job.attempts), (JobState::Ready, 0));
    table.until_line("job is over").await;
    table.notebook.gate.add_permits(1);
    table.runner().build().unwrap().run_until_idle().await.unwrap();
    assert_eq!(table.job(id).await.state, JobState::Done);
}

async fn a_stop_gives_back_what_was_claimed_and_not_begun(table: Table) {
    let runner = table.runner().build().unwrap().start();
    table.enqueue_notes(200).await;
    table.until_line("note 199").await;
    // The worker takes quick jobs by the hundred by now; the slow one comes before them.
    let mut batch = vec![gated("slow")];
    batch.extend((0..20).map(|n| note(&format!("late {n}"))));
    table.store.enqueue(&batch).await.unwrap();
    table.until_line("slow begins").await;
    let released = runner.stop(Duration::ZERO).await.released;
    assert!((1..=21).contains(&released), "{released}");
    assert_eq!(table.in_state(JobState::Running).await, 0);
    for job in table.store.jobs_in(JobState::Ready, 100).await.unwrap() {
        assert_eq!(job.attempts, 0, "{job:?}");
    }
    table.notebook.gate.add_permits(1);
    table.runner().build().unwrap().run_until_idle().await.unwrap();
    assert_eq!(table.in_state(JobState::Done).await, 221);
    assert_eq!(table.notebook.count("late 7"), 1);
}

async fn a_long_job_may_break_off_at_a_stop(table: Table) {
    let runner = table.runner().build().unwrap().start();
    let id = table.enqueue(Polite.to_new_job()).await;
    table.until_line("polite begins").await;
    runner.stop(Duration::from_hours(1)).await;
    let job = table.job(id).await;
    assert_eq!((job.state, job.attempts, job.last_error), (JobState::Ready, 0, None));
}

async fn an_idle_runner_stops_at_once(table: Table) {
    let runner = table.runner().build().unwrap().start();
    table.run_once(note("a")).await;
    let asked = tokio::time::Instant::now();
    assert_eq!(runner.stop(Duration::from_hours(1)).await.released, 0);
    assert!(asked.elapsed() < Duration::from_mins(1));
}
