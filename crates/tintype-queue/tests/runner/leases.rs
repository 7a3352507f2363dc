//! A lease keeps a job ours while we live, and lets it go when we do not.

use std::sync::atomic::Ordering;
use std::time::Duration;

use tintype_store::JobState;
use tokio::time::sleep;

use crate::faulty_store::FaultyStore;
use crate::jobs::gated;
use crate::on_every_table;
use crate::table::{LEASE, Table};

on_every_table! {
    a_heartbeat_keeps_a_long_job_ours
    the_job_of_a_killed_worker_is_run_again
    a_worker_that_was_cut_off_stops_and_cannot_finish
}

async fn a_heartbeat_keeps_a_long_job_ours(table: Table) {
    let runners = [(); 2].map(|()| table.runner().build().unwrap().start());
    let id = table.enqueue(gated("long")).await;
    table.until_line("long begins").await;
    sleep(LEASE * 2).await;
    table.notebook.gate.add_permits(2);
    assert_eq!(table.until_state(id, JobState::Done).await.attempts, 1);
    assert_eq!(table.notebook.count("long begins"), 1);
    for runner in runners {
        runner.stop(Duration::from_secs(5)).await;
    }
}

async fn the_job_of_a_killed_worker_is_run_again(table: Table) {
    let killed = table.runner().build().unwrap().start();
    let id = table.enqueue(gated("job")).await;
    table.until_line("job begins").await;
    drop(killed);
    let other = table.runner().build().unwrap().start();
    table.notebook.gate.add_permits(1);
    let job = table.until_state(id, JobState::Done).await;
    assert_eq!(job.attempts, 2);
    assert_eq!(table.notebook.count("job begins"), 2);
    assert_eq!(table.notebook.count("job ends"), 1);
    other.stop(Duration::from_secs(5)).await;
}

async fn a_worker_that_was_cut_off_stops_and_cannot_finish(table: Table) {
    let store = FaultyStore::new(table.store.clone());
    store.deaf.store(true, Ordering::Relaxed);
    let cut_off = table.runner_on(store.clone()).worker("cut off").build().unwrap().start();
    let id = table.enqueue(gated("job")).await;
    table.until_line("job begins").await;
    let other = table.runner().worker("other").build().unwrap().start();
    table.until_lines("job begins", 2).await;
    store.deaf.store(false, Ordering::Relaxed);
    table.until_line("job is over").await;
    table.notebook.gate.add_permits(1);
    let job = table.until_state(id, JobState::Done).await;
    assert_eq!((job.attempts, job.worker.as_deref()), (2, Some("other")));
    assert_eq!(table.notebook.count("job ends"), 1);
    let lost = cut_off.metrics().snapshot().iter().map(|counts| counts.lost).sum::<u64>();
    assert_eq!(lost, 1);
    for runner in [cut_off, other] {
        runner.stop(Duration::from_secs(5)).await;
    }
}
