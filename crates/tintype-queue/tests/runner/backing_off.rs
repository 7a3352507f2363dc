//! What fails is tried again, later and later, and at last put aside.

use std::sync::atomic::Ordering;
use std::time::Duration;

use tintype_queue::Job;
use tintype_store::{JobRecord, JobState, NewJob};
use tokio::time::sleep;

use crate::faulty_store::FaultyStore;
use crate::jobs::{Unlucky, note};
use crate::on_every_table;
use crate::table::Table;

on_every_table! {
    a_failed_job_waits_between_one_and_two_seconds
    a_failed_job_succeeds_later
    a_panic_is_a_failed_try
    a_try_that_takes_too_long_has_failed
    a_job_that_gives_up_is_a_dead_letter_at_once
    the_other_side_may_say_when
    a_job_that_kills_its_workers_is_put_aside
    work_goes_on_when_the_database_is_back
}

#[track_caller]
fn assert_waits(job: &JobRecord, seconds: std::ops::RangeInclusive<f64>, error: &str) {
    assert_eq!(job.state, JobState::Ready);
    assert_eq!(job.last_error.as_deref(), Some(error));
    let pause = job.run_at.since(job.started_at.unwrap()).as_secs_f64();
    assert!(seconds.contains(&pause), "{pause} s, not {seconds:?}");
}

async fn a_failed_job_waits_between_one_and_two_seconds(table: Table) {
    let job = table.run_once(Unlucky::Fails { times: 9 }.to_new_job()).await;
    assert_eq!(job.attempts, 1);
    // On a busy machine some time may pass between its start and the row.
    assert_waits(&job, 1.0..=3.0, "no luck");
}

async fn a_failed_job_succeeds_later(table: Table) {
    let runner = table.runner().build().unwrap().start();
    let id = table.enqueue(Unlucky::Fails { times: 1 }.to_new_job()).await;
    let job = table.until_state(id, JobState::Done).await;
    assert_eq!(job.attempts, 2);
    let waited = job.started_at.unwrap().since(job.queued_at);
    assert!(waited >= Duration::from_secs(1), "{waited:?}");
    runner.stop(Duration::from_secs(5)).await;
}

async fn a_panic_is_a_failed_try(table: Table) {
    let job = table.run_once(Unlucky::Panics.to_new_job()).await;
    assert_waits(&job, 1.0..=3.0, "it panicked: out of luck");
}

async fn a_try_that_takes_too_long_has_failed(table: Table) {
    let job = table.run_once(Unlucky::Hangs.to_new_job()).await;
    assert_waits(&job, 1.5..=4.0, "it took longer than 500ms");
}

async fn a_job_that_gives_up_is_a_dead_letter_at_once(table: Table) {
    let job = table.run_once(Unlucky::GivesUp.to_new_job()).await;
    assert_eq!((job.state, job.attempts), (JobState::Dead, 1));
    assert_eq!(job.last_error.as_deref(), Some("hopeless"));
}

async fn the_other_side_may_say_when(table: Table) {
    let job = table.run_once(Unlucky::AsksForMinutes(5).to_new_job()).await;
    assert_waits(&job, 300.0..=302.0, "busy");
}

/// Three workers take it and are never heard of again.
async fn a_job_that_kills_its_workers_is_put_aside(table: Table) {
    let id = table.enqueue(NewJob { max_attempts: 3, ..note("killer") }).await;
    for _ in 0..3 {
        let lease = Duration::from_millis(50);
        let claim = tintype_store::Claim { worker: "frail", kinds: &[], limit: 1, lease };
        assert_eq!(table.store.claim(&claim).await.unwrap().len(), 1);
        sleep(lease + Duration::from_millis(5)).await;
    }
    table.runner().build().unwrap().run_until_idle().await.unwrap();
    let job = table.job(id).await;
    assert_eq!(job.state, JobState::Dead);
    assert!(job.last_error.is_some());
    assert!(table.notebook.lines().is_empty());
}

async fn work_goes_on_when_the_database_is_back(table: Table) {
    let store = FaultyStore::new(table.store.clone());
    let runner = table.runner_on(store.clone()).lease(Duration::from_mins(1)).build().unwrap();
    let runner = runner.start();
    let first = table.enqueue(crate::jobs::gated("first")).await;
    table.until_line("first begins").await;
    store.away.store(true, Ordering::Relaxed);
    table.notebook.gate.add_permits(1);
    table.until_line("first ends").await;
    let second = table.enqueue(note("second")).await;
    sleep(Duration::from_millis(300)).await;
    assert_eq!(table.job(first).await.state, JobState::Running);
    store.away.store(false, Ordering::Relaxed);
    table.until_state(first, JobState::Done).await;
    table.until_state(second, JobState::Done).await;
    assert_eq!(table.notebook.count("first begins"), 1);
    runner.stop(Duration::from_secs(5)).await;
}

#[tokio::test(start_paused = true)]
async fn a_hopeless_job_is_put_aside_after_its_last_try_with_growing_pauses() {
    let table = crate::table::in_memory();
    let runner = table.runner().build().unwrap().start();
    let id = table.enqueue(NewJob { max_attempts: 6, ..Unlucky::Fails { times: 99 }.to_new_job() });
    let job = table.until_state(id.await, JobState::Dead).await;
    assert_eq!((job.attempts, job.last_error.as_deref()), (6, Some("no luck")));
    let waited = job.started_at.unwrap().since(job.queued_at).as_secs_f64();
    // Five pauses, each in the upper half of 2, 4, 8, 16, 32 s.
    assert!((31.0..=62.5).contains(&waited), "{waited}");
    let dead = runner.metrics().snapshot().iter().map(|counts| counts.dead).sum::<u64>();
    assert_eq!(dead, 1);
    runner.stop(Duration::ZERO).await;
}
