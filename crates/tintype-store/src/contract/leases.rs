//! What holds for leases: workers that die, hang, or come back too late.

use std::time::Duration;

use super::{
    ContractStore, job,
    jobs::{LEASE, any, claim, end, finish, later},
};
use crate::{Claim, JobState, NewJob, Outcome};

pub async fn a_job_whose_lease_ran_out_is_due_again(store: &ContractStore) {
    store.store.enqueue(&[job("a")]).await.unwrap();
    let first = claim(store, 1).await.remove(0);
    store.clock.advance(LEASE / 2);
    assert_eq!(claim(store, 1).await, [], "it is ours until the lease ends");
    store.clock.advance(LEASE / 2);
    let second = claim(store, 1).await.remove(0);
    assert_eq!((second.id, second.attempt), (first.id, 2));
    assert!(second.fence > first.fence);
}

pub async fn a_job_whose_last_lease_ran_out_is_dead(store: &ContractStore) {
    let once = NewJob { max_attempts: 1, unique_key: Some("x".to_owned()), ..job("a") };
    store.store.enqueue(std::slice::from_ref(&once)).await.unwrap();
    let first = claim(store, 1).await.remove(0);
    store.clock.advance(LEASE);
    assert_eq!(claim(store, 1).await, []);
    let record = store.store.job(first.id).await.unwrap().unwrap();
    assert_eq!((record.state, record.attempts), (JobState::Dead, 1));
    assert!(record.last_error.is_some_and(|reason| reason.contains("lease")));
    assert_eq!(record.finished_at, Some(later(60)));
    assert!(store.store.enqueue(&[once]).await.unwrap()[0].is_some(), "its key is free");
}

pub async fn an_expired_job_goes_by_its_old_place(store: &ContractStore) {
    let urgent = NewJob { priority: 5, ..job("urgent") };
    store.store.enqueue(&[job("first"), urgent]).await.unwrap();
    let urgent = claim(store, 1).await.remove(0);
    let first = claim(store, 1).await.remove(0);
    store.clock.advance(LEASE);
    store.store.enqueue(&[job("late")]).await.unwrap();
    let kinds: Vec<String> = claim(store, 10).await.into_iter().map(|job| job.kind).collect();
    assert_eq!(kinds, [urgent.kind, first.kind, "late".to_owned()]);
}

pub async fn a_heartbeat_prolongs_the_lease(store: &ContractStore) {
    store.store.enqueue(&[job("a")]).await.unwrap();
    let ours = claim(store, 1).await.remove(0);
    for _ in 0..4 {
        store.clock.advance(LEASE / 2);
        let lost = store.store.heartbeat(&[(ours.id, ours.fence)], LEASE).await.unwrap();
        assert_eq!(lost, []);
        assert_eq!(claim(store, 1).await, []);
    }
    store.clock.advance(LEASE);
    assert_eq!(claim(store, 1).await.len(), 1);
}

pub async fn a_heartbeat_tells_which_leases_are_lost(store: &ContractStore) {
    store.store.enqueue(&vec![job("a"); 3]).await.unwrap();
    let ours = claim(store, 3).await;
    finish(store, &ours[0], Outcome::Done).await;
    store.clock.advance(LEASE);
    let theirs = claim(store, 1).await;
    let beats: Vec<_> = ours.iter().map(|job| (job.id, job.fence)).collect();
    let mut lost = store.store.heartbeat(&beats, LEASE).await.unwrap();
    lost.sort();
    // The first is done, the others' leases ran out; whether one was claimed again or not.
    let mut expected: Vec<_> = ours.iter().map(|job| job.id).collect();
    expected.sort();
    assert_eq!(lost, expected);
    assert_eq!(theirs.len(), 1);
}

pub async fn a_lease_that_nobody_took_over_can_still_be_prolonged(store: &ContractStore) {
    store.store.enqueue(&[job("a")]).await.unwrap();
    let ours = claim(store, 1).await.remove(0);
    store.clock.advance(LEASE * 2);
    let lost = store.store.heartbeat(&[(ours.id, ours.fence)], LEASE).await.unwrap();
    assert_eq!(lost, [], "late, but nobody came");
    assert_eq!(claim(store, 1).await, []);
}

pub async fn whoever_lost_its_lease_cannot_finish(store: &ContractStore) {
    store.store.enqueue(&[job("a")]).await.unwrap();
    let late = claim(store, 1).await.remove(0);
    store.clock.advance(LEASE);
    let ours = claim(store, 1).await.remove(0);
    for outcome in [
        Outcome::Done,
        Outcome::Released,
        Outcome::Dead { error: "late".to_owned() },
        Outcome::Retry { run_at: later(0), error: "late".to_owned() },
    ] {
        finish(store, &late, outcome).await;
        let record = store.store.job(ours.id).await.unwrap().unwrap();
        assert_eq!((record.state, record.attempts), (JobState::Running, 2));
        assert_ne!(record.last_error.as_deref(), Some("late"));
    }
    finish(store, &ours, Outcome::Done).await;
    finish(store, &late, Outcome::Dead { error: "late".to_owned() }).await;
    assert_eq!(store.store.job(ours.id).await.unwrap().unwrap().state, JobState::Done);
}

pub async fn a_released_job_is_due_at_once_and_the_try_does_not_count(store: &ContractStore) {
    store.store.enqueue(&[job("a")]).await.unwrap();
    for _ in 0..5 {
        let ours = claim(store, 1).await.remove(0);
        assert_eq!(ours.attempt, 1);
        finish(store, &ours, Outcome::Released).await;
    }
    let record = &store.store.jobs_in(JobState::Ready, 1).await.unwrap()[0];
    assert_eq!(record.attempts, 0);
}

pub async fn outcomes_of_many_jobs_are_written_together(store: &ContractStore) {
    store.store.enqueue(&vec![job("a"); 600]).await.unwrap();
    let jobs = claim(store, 600).await;
    assert_eq!(jobs.len(), 600);
    let retry = Outcome::Retry { run_at: later(500), error: "later".to_owned() };
    let outcomes = [Outcome::Done, Outcome::Released, retry, Outcome::Dead { error: "no".into() }];
    let finished: Vec<_> =
        jobs.iter().zip(outcomes.iter().cycle()).map(|(job, how)| end(job, how.clone())).collect();
    store.store.finish(&finished).await.unwrap();
    let count = |state| {
        let counts = store.store.job_counts();
        async move {
            let counts = counts.await.unwrap();
            counts.iter().filter(|count| count.state == state).map(|count| count.count).sum::<u64>()
        }
    };
    assert_eq!(count(JobState::Done).await, 150);
    assert_eq!(count(JobState::Ready).await, 300);
    assert_eq!(count(JobState::Dead).await, 150);
    assert_eq!(claim(store, 600).await.len(), 150, "the released ones");
}

pub async fn a_short_lease_ends_before_a_long_one(store: &ContractStore) {
    store.store.enqueue(&vec![job("a"); 2]).await.unwrap();
    let short = Claim { lease: Duration::from_secs(5), ..any(1) };
    let first = store.store.claim(&short).await.unwrap().remove(0);
    claim(store, 1).await;
    store.clock.advance(Duration::from_secs(5));
    let again = claim(store, 10).await;
    assert_eq!(again.iter().map(|job| job.id).collect::<Vec<_>>(), [first.id]);
}
