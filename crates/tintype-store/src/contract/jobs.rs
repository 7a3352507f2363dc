//! What holds for queueing, claiming and finishing jobs.

use std::{collections::HashSet, time::Duration};

use tintype_domain::Timestamp;

use super::{ContractStore, START, job};
use crate::{Claim, ClaimedJob, Finished, JobId, JobState, NewJob, Outcome};

pub async fn a_job_is_claimed_as_it_was_queued(store: &ContractStore) {
    let id = store.store.enqueue(&[job("render")]).await.unwrap()[0].unwrap();
    let claimed = claim(store, 10).await;
    let expected = ClaimedJob {
        id,
        kind: "render".to_owned(),
        payload: job("render").payload,
        attempt: 1,
        max_attempts: 3,
        fence: claimed[0].fence,
        queued_at: START,
        trace_id: Some("trace".to_owned()),
    };
    assert_eq!(claimed, [expected]);
    assert_eq!(claim(store, 10).await, [], "it is taken");
}

pub async fn a_job_can_be_watched_through_its_life(store: &ContractStore) {
    let id = store.store.enqueue(&[job("render")]).await.unwrap()[0].unwrap();
    let record = store.store.job(id).await.unwrap().unwrap();
    assert_eq!((record.state, record.attempts, record.run_at), (JobState::Ready, 0, START));
    assert_eq!((record.started_at, record.worker), (None, None));
    store.clock.advance(Duration::from_secs(5));
    let claimed = claim(store, 1).await;
    let record = store.store.job(id).await.unwrap().unwrap();
    assert_eq!((record.state, record.attempts), (JobState::Running, 1));
    assert_eq!(record.started_at, Some(later(5)));
    assert_eq!(record.worker.as_deref(), Some("worker"));
    store.clock.advance(Duration::from_secs(5));
    finish(store, &claimed[0], Outcome::Done).await;
    let record = store.store.job(id).await.unwrap().unwrap();
    assert_eq!((record.state, record.finished_at), (JobState::Done, Some(later(10))));
    assert_eq!(record.payload, job("render").payload);
    assert_eq!(store.store.job(JobId(id.0 + 1)).await.unwrap(), None);
}

pub async fn nothing_queued_is_nothing_claimed(store: &ContractStore) {
    assert_eq!(store.store.enqueue(&[]).await.unwrap(), []);
    assert_eq!(claim(store, 10).await, []);
    assert_eq!(store.store.next_due(&[]).await.unwrap(), None);
    store.store.finish(&[]).await.unwrap();
    assert_eq!(store.store.job_clock().await.unwrap(), START);
}

pub async fn the_highest_priority_goes_first_then_the_earliest(store: &ContractStore) {
    let mut jobs = Vec::new();
    for (priority, seconds) in
        [(0, 5), (i16::MAX, 9), (0, 1), (-5, 0), (9, 3), (9, 2), (i16::MIN + 1, 0), (9, 2)]
    {
        jobs.push(NewJob { priority, run_at: Some(later(seconds)), ..job("a") });
    }
    let ids = store.store.enqueue(&jobs).await.unwrap();
    store.clock.advance(Duration::from_mins(1));
    let order: Vec<Option<JobId>> =
        claim(store, 5).await.into_iter().chain(claim(store, 5).await).map(|j| Some(j.id)).collect();
    let expected = [1, 5, 7, 4, 2, 0, 3, 6].map(|place: usize| ids[place]);
    assert_eq!(order, expected, "inside a batch and across batches");
}

pub async fn jobs_of_the_future_wait(store: &ContractStore) {
    let soon = NewJob { run_at: Some(later(30)), priority: 9, ..job("a") };
    store.store.enqueue(&[soon]).await.unwrap();
    assert_eq!(claim(store, 10).await, []);
    assert_eq!(store.store.next_due(&[]).await.unwrap(), Some(later(30)));
    store.store.enqueue(&[job("b")]).await.unwrap();
    assert_eq!(claim(store, 10).await.len(), 1, "others go on");
    store.clock.advance(Duration::from_secs(30));
    assert_eq!(claim(store, 10).await.len(), 1);
}

pub async fn a_worker_gets_only_the_kinds_it_knows(store: &ContractStore) {
    store.store.enqueue(&[job("a"), job("b"), job("c"), job("a")]).await.unwrap();
    let claim = Claim { kinds: &["c", "a"], ..any(10) };
    let kinds: Vec<String> =
        store.store.claim(&claim).await.unwrap().into_iter().map(|job| job.kind).collect();
    assert_eq!(kinds, ["a", "c", "a"]);
    assert_eq!(store.store.claim(&claim).await.unwrap(), []);
}

pub async fn a_worker_gets_no_more_than_it_asks_for(store: &ContractStore) {
    store.store.enqueue(&vec![job("a"); 5]).await.unwrap();
    assert_eq!(claim(store, 0).await.len(), 0);
    assert_eq!(claim(store, 2).await.len(), 2);
    assert_eq!(claim(store, 9).await.len(), 3);
}

pub async fn the_next_due_job_is_known_by_kind(store: &ContractStore) {
    let at = |seconds, kind| NewJob { run_at: Some(later(seconds)), ..job(kind) };
    let first = NewJob { priority: -3, ..at(10, "a") };
    store.store.enqueue(&[at(20, "b"), first, at(40, "c")]).await.unwrap();
    assert_eq!(store.store.next_due(&[]).await.unwrap(), Some(later(10)));
    assert_eq!(store.store.next_due(&["b", "c"]).await.unwrap(), Some(later(20)));
    assert_eq!(store.store.next_due(&["d"]).await.unwrap(), None);
    store.clock.advance(Duration::from_secs(10));
    let claimed = claim(store, 1).await;
    let lease = later(10).plus(LEASE);
    assert_eq!(store.store.next_due(&["a"]).await.unwrap(), Some(lease), "when its lease ends");
    finish(store, &claimed[0], Outcome::Done).await;
    assert_eq!(store.store.next_due(&["a"]).await.unwrap(), None);
}

pub async fn a_unique_key_is_held_by_one_job_at_a_time(store: &ContractStore) {
    let keyed = |key: &str| NewJob { unique_key: Some(key.to_owned()), ..job("a") };
    let ids = store.store.enqueue(&[keyed("x"), job("b"), keyed("x"), keyed("y")]).await.unwrap();
    let taken: Vec<bool> = ids.iter().map(Option::is_none).collect();
    assert_eq!(taken, [false, false, true, false]);
    assert_eq!(store.store.enqueue(&[keyed("x")]).await.unwrap(), [None], "it waits");
    let claimed = claim(store, 10).await;
    assert_eq!(claimed.len(), 3);
    assert_eq!(store.store.enqueue(&[keyed("x")]).await.unwrap(), [None], "it runs");
    let retry = Outcome::Retry { run_at: later(5), error: "again".to_owned() };
    finish(store, &claimed[0], retry).await;
    assert_eq!(store.store.enqueue(&[keyed("x")]).await.unwrap(), [None], "it waits again");
    store.clock.advance(Duration::from_secs(5));
    let again = claim(store, 10).await;
    finish(store, &again[0], Outcome::Done).await;
    assert!(store.store.enqueue(&[keyed("x")]).await.unwrap()[0].is_some(), "it is done");
    let dead = Outcome::Dead { error: "no".to_owned() };
    finish(store, &claimed[2], dead).await;
    assert!(store.store.enqueue(&[keyed("y")]).await.unwrap()[0].is_some(), "it is dead");
}

pub async fn of_many_who_queue_one_key_one_succeeds(store: &ContractStore) {
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let handle = store.handle();
        let keyed = NewJob { unique_key: Some("x".to_owned()), ..job("a") };
        tasks.push(tokio::spawn(async move { handle.enqueue(&[keyed]).await.unwrap()[0] }));
    }
    let mut queued = 0;
    for task in tasks {
        queued += u32::from(task.await.unwrap().is_some());
    }
    assert_eq!(queued, 1);
}

pub async fn many_workers_share_the_jobs_and_none_runs_twice(store: &ContractStore) {
    store.store.enqueue(&vec![job("a"); 200]).await.unwrap();
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let handle = store.handle();
        tasks.push(tokio::spawn(async move {
            let mut mine = Vec::new();
            loop {
                let jobs = handle.claim(&any(7)).await.unwrap();
                if jobs.is_empty() {
                    return mine;
                }
                let done: Vec<Finished> = jobs.iter().map(|job| end(job, Outcome::Done)).collect();
                handle.finish(&done).await.unwrap();
                mine.extend(jobs.into_iter().map(|job| job.id));
            }
        }));
    }
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await.unwrap());
    }
    assert_eq!((all.len(), all.iter().collect::<HashSet<_>>().len()), (200, 200));
    assert_eq!(store.store.next_due(&[]).await.unwrap(), None);
}

pub async fn a_failed_job_is_tried_again_when_it_says(store: &ContractStore) {
    store.store.enqueue(&[job("a")]).await.unwrap();
    let first = claim(store, 1).await.remove(0);
    let retry = Outcome::Retry { run_at: later(30), error: "no network".to_owned() };
    finish(store, &first, retry).await;
    assert_eq!(claim(store, 1).await, []);
    let record = store.store.job(first.id).await.unwrap().unwrap();
    assert_eq!((record.state, record.run_at), (JobState::Ready, later(30)));
    assert_eq!(record.last_error.as_deref(), Some("no network"));
    store.clock.advance(Duration::from_secs(30));
    let second = claim(store, 1).await.remove(0);
    assert_eq!((second.id, second.attempt), (first.id, 2));
    assert!(second.fence > first.fence);
}

pub async fn a_dead_job_stays_until_it_is_revived(store: &ContractStore) {
    store.store.enqueue(&[job("a"), job("b")]).await.unwrap();
    let first = claim(store, 1).await.remove(0);
    assert!(!store.store.revive(first.id).await.unwrap(), "it runs");
    finish(store, &first, Outcome::Dead { error: "broken".to_owned() }).await;
    let dead = store.store.jobs_in(JobState::Dead, 10).await.unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!(dead[0].last_error.as_deref(), Some("broken"));
    assert_eq!(dead[0].finished_at, Some(START));
    assert!(store.store.revive(first.id).await.unwrap());
    assert!(!store.store.revive(first.id).await.unwrap(), "it waits");
    assert_eq!(store.store.job(first.id).await.unwrap().unwrap().finished_at, None);
    let again = store.store.claim(&Claim { kinds: &["a"], ..any(1) }).await.unwrap().remove(0);
    assert_eq!((again.id, again.attempt), (first.id, 1), "with all its attempts");
    assert!(again.fence > first.fence);
    assert!(!store.store.revive(JobId(999)).await.unwrap());
}

pub async fn jobs_are_counted_by_kind_and_state(store: &ContractStore) {
    store.store.enqueue(&[job("a"), job("a"), job("b")]).await.unwrap();
    let claimed = claim(store, 1).await;
    finish(store, &claimed[0], Outcome::Done).await;
    claim(store, 1).await;
    let mut counts: Vec<(String, JobState, u64)> = store
        .store
        .job_counts()
        .await
        .unwrap()
        .into_iter()
        .map(|count| (count.kind, count.state, count.count))
        .collect();
    counts.sort_by(|a, b| (&a.0, a.1.as_str()).cmp(&(&b.0, b.1.as_str())));
    let count = |kind: &str, state| (kind.to_owned(), state, 1);
    let expected =
        [count("a", JobState::Done), count("a", JobState::Running), count("b", JobState::Ready)];
    assert_eq!(counts, expected);
}

pub async fn jobs_of_a_state_are_listed_the_latest_first(store: &ContractStore) {
    let ids = store.store.enqueue(&vec![job("a"); 5]).await.unwrap();
    let listed = store.store.jobs_in(JobState::Ready, 3).await.unwrap();
    let listed: Vec<Option<JobId>> = listed.into_iter().map(|job| Some(job.id)).collect();
    assert_eq!(listed, [ids[4], ids[3], ids[2]]);
    assert_eq!(store.store.jobs_in(JobState::Done, 3).await.unwrap(), []);
}

pub async fn done_jobs_are_swept_and_others_are_not(store: &ContractStore) {
    store.store.enqueue(&vec![job("a"); 5]).await.unwrap();
    let first = claim(store, 4).await;
    finish(store, &first[0], Outcome::Done).await;
    finish(store, &first[1], Outcome::Dead { error: String::new() }).await;
    store.clock.advance(Duration::from_secs(10));
    finish(store, &first[2], Outcome::Done).await;
    assert_eq!(store.store.sweep_jobs(later(10)).await.unwrap(), 1);
    assert_eq!(store.store.job(first[0].id).await.unwrap(), None);
    assert_eq!(store.store.sweep_jobs(later(11)).await.unwrap(), 1);
    let left: u64 = store.store.job_counts().await.unwrap().iter().map(|count| count.count).sum();
    assert_eq!(left, 3, "ready, running, dead");
}

pub async fn numbers_of_jobs_are_never_used_again(store: &ContractStore) {
    store.store.enqueue(&[job("a")]).await.unwrap();
    let first = claim(store, 1).await.remove(0);
    finish(store, &first, Outcome::Done).await;
    assert_eq!(store.store.sweep_jobs(later(1)).await.unwrap(), 1);
    let second = store.store.enqueue(&[job("a")]).await.unwrap()[0].unwrap();
    assert!(second > first.id, "a late worker must not meet another job under its number");
}

pub async fn a_tick_of_a_schedule_is_queued_once(store: &ContractStore) {
    assert_eq!(store.store.last_tick("sweep").await.unwrap(), None);
    assert!(store.store.note_tick("sweep", later(60), &[job("sweep")]).await.unwrap());
    assert!(!store.store.note_tick("sweep", later(60), &[job("sweep")]).await.unwrap());
    assert!(!store.store.note_tick("sweep", later(30), &[job("sweep")]).await.unwrap());
    assert!(store.store.note_tick("scrub", later(60), &[job("scrub")]).await.unwrap());
    assert_eq!(store.store.jobs_in(JobState::Ready, 10).await.unwrap().len(), 2);
    for claimed in claim(store, 10).await {
        finish(store, &claimed, Outcome::Done).await;
    }
    store.store.sweep_jobs(later(100)).await.unwrap();
    assert!(!store.store.note_tick("sweep", later(60), &[job("sweep")]).await.unwrap());
    assert!(store.store.note_tick("sweep", later(90), &[job("sweep")]).await.unwrap());
    assert_eq!(store.store.last_tick("sweep").await.unwrap(), Some(later(90)));
}

pub async fn of_many_who_note_a_tick_one_gets_it(store: &ContractStore) {
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let handle = store.handle();
        tasks.push(tokio::spawn(async move {
            handle.note_tick("sweep", later(60), &[job("sweep")]).await.unwrap()
        }));
    }
    let mut noted = 0;
    for task in tasks {
        noted += u32::from(task.await.unwrap());
    }
    assert_eq!(noted, 1);
    assert_eq!(store.store.jobs_in(JobState::Ready, 10).await.unwrap().len(), 1);
}

pub(super) const LEASE: Duration = Duration::from_mins(1);

/// A claim of any kind.
pub(super) const fn any(limit: u32) -> Claim<'static> {
    Claim { worker: "worker", kinds: &[], limit, lease: LEASE }
}

pub(super) async fn claim(store: &ContractStore, limit: u32) -> Vec<ClaimedJob> {
    store.store.claim(&any(limit)).await.unwrap()
}

pub(super) async fn finish(store: &ContractStore, job: &ClaimedJob, outcome: Outcome) {
    store.store.finish(&[end(job, outcome)]).await.unwrap();
}

pub(super) fn end(job: &ClaimedJob, outcome: Outcome) -> Finished {
    Finished { id: job.id, fence: job.fence, outcome }
}

/// So many seconds after the contract's start.
pub(super) fn later(seconds: u64) -> Timestamp {
    START.plus(Duration::from_secs(seconds))
}
