//! The leases we hold: of jobs that wait at the desk, run, or whose end is not written down yet.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tintype_store::{ClaimedJob, JobId};
use tokio::sync::Notify;
use tokio::task::AbortHandle;

/// Leases by job. The desk takes and starts, the ledger lets go, the heartbeat loses.
#[derive(Default)]
pub(crate) struct Held {
    leases: Mutex<HashMap<JobId, Lease>>,
    room: Notify,
}

struct Lease {
    fence: u64,
    running: Option<AbortHandle>,
}

impl Held {
    /// These were claimed. One that still runs here under a lease that ran out is broken off, so
    /// that it does not run twice at once.
    pub fn take(&self, jobs: &[ClaimedJob]) {
        let mut leases = self.lock();
        for job in jobs {
            let lapsed = leases.insert(job.id, Lease { fence: job.fence, running: None });
            if let Some(running) = lapsed.and_then(|lease| lease.running) {
                running.abort();
            }
        }
    }

    /// Whether the lease is still ours.
    pub fn has(&self, id: JobId, fence: u64) -> bool {
        self.lock().get(&id).is_some_and(|lease| lease.fence == fence)
    }

    /// The job runs; it is broken off at once when its lease was lost meanwhile.
    pub fn start(&self, id: JobId, fence: u64, running: AbortHandle) {
        match self.lock().get_mut(&id) {
            Some(lease) if lease.fence == fence => lease.running = Some(running),
            _ => running.abort(),
        }
    }

    /// Its end is written down.
    pub fn let_go(&self, ended: impl IntoIterator<Item = (JobId, u64)>) {
        let mut leases = self.lock();
        for (id, fence) in ended {
            remove(&mut leases, id, fence);
        }
        drop(leases);
        self.room.notify_waiters();
    }

    /// Another has the job now: work on it stops.
    pub fn lose(&self, id: JobId, fence: u64) {
        let lost = remove(&mut self.lock(), id, fence);
        if let Some(running) = lost.and_then(|lease| lease.running) {
            running.abort();
        }
    }

    /// All that is to be prolonged.
    pub fn all(&self) -> Vec<(JobId, u64)> {
        self.lock().iter().map(|(id, lease)| (*id, lease.fence)).collect()
    }

    /// Whether so much is held that no more should be claimed: what ends is not being written.
    pub fn is_full(&self) -> bool {
        self.lock().len() >= HELD_MAX
    }

    /// Waits until less is held.
    pub async fn room(&self) {
        loop {
            let freed = self.room.notified();
            if !self.is_full() {
                return;
            }
            freed.await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<JobId, Lease>> {
        // Every change under the lock is a single step: a panic cannot leave it half made.
        self.leases.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A job that was claimed again since has another fence, and stays.
fn remove(leases: &mut HashMap<JobId, Lease>, id: JobId, fence: u64) -> Option<Lease> {
    if leases.get(&id).is_some_and(|lease| lease.fence == fence) {
        return leases.remove(&id);
    }
    None
}

const HELD_MAX: usize = 8_192;

#[cfg(test)]
mod tests {
    use tintype_domain::Timestamp;

    use super::*;

    fn claimed(id: i64, fence: u64) -> ClaimedJob {
        ClaimedJob {
            id: JobId(id),
            kind: "any".to_owned(),
            payload: serde_json::Value::Null,
            attempt: 1,
            max_attempts: 1,
            fence,
            queued_at: Timestamp::from_micros(0),
            trace_id: None,
        }
    }

    #[test]
    fn an_older_fence_does_not_touch_a_newer_lease() {
        let held = Held::default();
        held.take(&[claimed(1, 7)]);
        held.lose(JobId(1), 6);
        held.let_go([(JobId(1), 6)]);
        assert!(held.has(JobId(1), 7));
        assert!(!held.has(JobId(1), 6));
    }

    #[tokio::test]
    async fn a_lost_lease_breaks_its_job_off() {
        let held = Held::default();
        held.take(&[claimed(1, 7)]);
        let job = tokio::spawn(std::future::pending::<()>());
        held.start(JobId(1), 7, job.abort_handle());
        held.lose(JobId(1), 7);
        assert!(job.await.unwrap_err().is_cancelled());
        assert!(held.all().is_empty());
    }

    #[tokio::test]
    async fn a_job_that_starts_after_its_lease_was_lost_is_broken_off() {
        let held = Held::default();
        let job = tokio::spawn(std::future::pending::<()>());
        held.start(JobId(1), 7, job.abort_handle());
        assert!(job.await.unwrap_err().is_cancelled());
    }
}
