//! An idle runner sleeps: it is woken by writes and by the next due time, not by asking again.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tintype_store::{JobStore, NewJob};
use tokio::time::{Instant, sleep};

use crate::faulty_store::FaultyStore;
use crate::jobs::note;
use crate::memory_store::MemoryStore;
use crate::table::Table;

fn watched() -> (Arc<MemoryStore>, Table) {
    let store = Arc::new(MemoryStore::new());
    let writes = store.writes();
    (store.clone(), Table::new(store, writes, Box::new(())))
}

#[tokio::test(start_paused = true)]
async fn an_idle_runner_looks_twice_a_minute() {
    let (store, table) = watched();
    let _runner = table.runner().build().unwrap().start();
    sleep(Duration::from_mins(10)).await;
    let looks = store.looks.load(Ordering::Relaxed);
    assert!((10..=22).contains(&looks), "{looks}");
}

#[tokio::test(start_paused = true)]
async fn a_write_wakes_an_idle_runner() {
    let (_, table) = watched();
    let _runner = table.runner().build().unwrap().start();
    sleep(Duration::from_secs(40)).await;
    let queued = Instant::now();
    table.enqueue(note("a")).await;
    table.until_line("a").await;
    // Time stands still but for the sleeps of runner and test: none of them was a poll's.
    assert!(queued.elapsed() < Duration::from_millis(10), "{:?}", queued.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_job_for_later_starts_when_it_is_due() {
    let (store, table) = watched();
    let _runner = table.runner().build().unwrap().start();
    let due = store.job_clock().await.unwrap().plus(Duration::from_secs(17));
    let queued = Instant::now();
    table.enqueue(NewJob { run_at: Some(due), ..note("later") }).await;
    table.until_line("later").await;
    let waited = queued.elapsed();
    let limits = Duration::from_secs(17)..Duration::from_millis(17_020);
    assert!(limits.contains(&waited), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn writes_that_bring_no_job_do_not_make_it_busy() {
    let (store, table) = watched();
    let _runner = table.runner().build().unwrap().start();
    sleep(Duration::from_secs(1)).await;
    let before = store.looks.load(Ordering::Relaxed);
    for _ in 0..10_000 {
        store.written();
        sleep(Duration::from_micros(100)).await;
    }
    let looks = store.looks.load(Ordering::Relaxed) - before;
    assert!(looks <= 11_000 / 2, "{looks}");
}

#[tokio::test(start_paused = true)]
async fn jobs_of_other_workers_do_not_make_it_busy() {
    let (store, table) = watched();
    let _runner = table.runner().build().unwrap().start();
    table.enqueue(NewJob { kind: "of another".to_owned(), ..note("") }).await;
    sleep(Duration::from_mins(10)).await;
    let looks = store.looks.load(Ordering::Relaxed);
    assert!(looks <= 23, "{looks}");
}

#[tokio::test(start_paused = true)]
async fn a_worker_that_always_comes_too_late_tries_less_and_less_often() {
    let (store, table) = watched();
    let faulty = FaultyStore::new(table.store.clone());
    faulty.barren.store(true, Ordering::Relaxed);
    table.enqueue(note("a")).await;
    let _runner = table.runner_on(faulty.clone()).build().unwrap().start();
    sleep(Duration::from_secs(20)).await;
    let looks = store.looks.load(Ordering::Relaxed);
    assert!((10..=40).contains(&looks), "{looks}");
    faulty.barren.store(false, Ordering::Relaxed);
    table.until_line("a").await;
}

#[tokio::test(start_paused = true)]
async fn quick_jobs_are_claimed_many_at_a_time() {
    let (store, table) = watched();
    table.enqueue_notes(1_000).await;
    table.runner().build().unwrap().run_until_idle().await.unwrap();
    assert_eq!(table.notebook.lines().len(), 1_000);
    let claims = store.claims.load(Ordering::Relaxed);
    assert!(claims <= 40, "{claims}");
}
