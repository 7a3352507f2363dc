//! A job table that can be told to fail, around one that does not.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use tintype_domain::Timestamp;
use tintype_store::{
    Claim, ClaimedJob, Finished, JobCount, JobId, JobRecord, JobState, JobStore, NewJob, StoreError,
};

pub struct FaultyStore {
    inner: Arc<dyn JobStore>,
    /// Every call answers that the database is away.
    pub away: AtomicBool,
    /// Heartbeats are swallowed, as if this worker were cut off.
    pub deaf: AtomicBool,
    /// Claims bring nothing, as if another were always quicker.
    pub barren: AtomicBool,
}

impl FaultyStore {
    pub fn new(inner: Arc<dyn JobStore>) -> Arc<Self> {
        let no = || AtomicBool::new(false);
        Arc::new(Self { inner, away: no(), deaf: no(), barren: no() })
    }

    fn answer(&self) -> Result<&dyn JobStore, StoreError> {
        if self.away.load(Ordering::Relaxed) {
            return Err(StoreError::Unavailable("the cable is out".into()));
        }
        Ok(&*self.inner)
    }
}

#[async_trait]
impl JobStore for FaultyStore {
    async fn enqueue(&self, jobs: &[NewJob]) -> Result<Vec<Option<JobId>>, StoreError> {
        self.answer()?.enqueue(jobs).await
    }

    async fn claim(&self, claim: &Claim<'_>) -> Result<Vec<ClaimedJob>, StoreError> {
        if self.barren.load(Ordering::Relaxed) {
            return Ok(Vec::new());
        }
        self.answer()?.claim(claim).await
    }

    async fn heartbeat(
        &self,
        jobs: &[(JobId, u64)],
        lease: Duration,
    ) -> Result<Vec<JobId>, StoreError> {
        if self.deaf.load(Ordering::Relaxed) {
            return Ok(Vec::new());
        }
        self.answer()?.heartbeat(jobs, lease).await
    }

    async fn finish(&self, finished: &[Finished]) -> Result<(), StoreError> {
        self.answer()?.finish(finished).await
    }

    async fn next_due(&self, kinds: &[&str]) -> Result<Option<Timestamp>, StoreError> {
        self.answer()?.next_due(kinds).await
    }

    async fn last_tick(&self, schedule: &str) -> Result<Option<Timestamp>, StoreError> {
        self.answer()?.last_tick(schedule).await
    }

    async fn note_tick(
        &self,
        schedule: &str,
        tick: Timestamp,
        jobs: &[NewJob],
    ) -> Result<bool, StoreError> {
        self.answer()?.note_tick(schedule, tick, jobs).await
    }

    async fn job(&self, id: JobId) -> Result<Option<JobRecord>, StoreError> {
        self.answer()?.job(id).await
    }

    async fn jobs_in(&self, state: JobState, limit: u32) -> Result<Vec<JobRecord>, StoreError> {
        self.answer()?.jobs_in(state, limit).await
    }

    async fn job_counts(&self) -> Result<Vec<JobCount>, StoreError> {
        self.answer()?.job_counts().await
    }

    async fn revive(&self, id: JobId) -> Result<bool, StoreError> {
        self.answer()?.revive(id).await
    }

    async fn sweep_jobs(&self, before: Timestamp) -> Result<u64, StoreError> {
        self.answer()?.sweep_jobs(before).await
    }

    async fn job_clock(&self) -> Result<Timestamp, StoreError> {
        self.answer()?.job_clock().await
    }
}
