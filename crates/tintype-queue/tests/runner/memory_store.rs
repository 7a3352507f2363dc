//! A job table in memory whose clock is tokio's, so that tests can move time.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use tintype_domain::Timestamp;
use tintype_store::{
    Claim, ClaimedJob, Finished, JobCount, JobId, JobRecord, JobState, JobStore, NewJob, Outcome,
    StoreError,
};
use tokio::sync::watch;
use tokio::time::Instant;

pub struct MemoryStore {
    rows: Mutex<Vec<Row>>,
    ticks: Mutex<HashMap<String, Timestamp>>,
    writes: watch::Sender<u64>,
    born: Instant,
    /// How often somebody asked what is due.
    pub looks: AtomicU64,
    /// How often somebody claimed.
    pub claims: AtomicU64,
}

struct Row {
    job: NewJob,
    record: JobRecord,
    fence: u64,
    lease_until: Timestamp,
}

impl MemoryStore {
    pub fn new() -> Self {
        Self {
            rows: Mutex::default(),
            ticks: Mutex::default(),
            writes: watch::Sender::new(0),
            born: Instant::now(),
            looks: AtomicU64::new(0),
            claims: AtomicU64::new(0),
        }
    }

    pub fn writes(&self) -> watch::Receiver<u64> {
        self.writes.subscribe()
    }

    pub fn written(&self) {
        self.writes.send_modify(|version| *version += 1);
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_micros(BIRTH_MICROS).plus(self.born.elapsed())
    }

    fn insert(&self, rows: &mut Vec<Row>, job: &NewJob) -> Option<JobId> {
        let open = |row: &Row| matches!(row.record.state, JobState::Ready | JobState::Running);
        let taken = |row: &Row| open(row) && row.job.unique_key == job.unique_key;
        if job.unique_key.is_some() && rows.iter().any(taken) {
            return None;
        }
        let id = JobId(rows.len() as i64 + 1);
        let now = self.now();
        let record = JobRecord {
            id,
            kind: job.kind.clone(),
            payload: job.payload.clone(),
            state: JobState::Ready,
            attempts: 0,
            max_attempts: job.max_attempts,
            run_at: job.run_at.unwrap_or(now),
            queued_at: now,
            started_at: None,
            finished_at: None,
            last_error: None,
            worker: None,
        };
        rows.push(Row { job: job.clone(), record, fence: 0, lease_until: now });
        Some(id)
    }
}

impl Row {
    fn due_at(&self, kinds: &[&str]) -> Option<Timestamp> {
        if !kinds.is_empty() && !kinds.contains(&self.job.kind.as_str()) {
            return None;
        }
        match self.record.state {
            JobState::Ready => Some(self.record.run_at),
            JobState::Running => Some(self.lease_until),
            JobState::Done | JobState::Dead => None,
        }
    }

    fn claim(&mut self, claim: &Claim<'_>, now: Timestamp) -> ClaimedJob {
        self.fence += 1;
        self.lease_until = now.plus(claim.lease);
        self.record.state = JobState::Running;
        self.record.attempts += 1;
        self.record.worker = Some(claim.worker.to_owned());
        self.record.started_at = Some(now);
        ClaimedJob {
            id: self.record.id,
            kind: self.job.kind.clone(),
            payload: self.job.payload.clone(),
            attempt: self.record.attempts,
            max_attempts: self.record.max_attempts,
            fence: self.fence,
            queued_at: self.record.queued_at,
            trace_id: self.job.trace_id.clone(),
        }
    }

    fn finish(&mut self, outcome: &Outcome, now: Timestamp) {
        let record = &mut self.record;
        match outcome {
            Outcome::Done => (record.state, record.finished_at) = (JobState::Done, Some(now)),
            Outcome::Dead { error } => {
                (record.state, record.finished_at) = (JobState::Dead, Some(now));
                record.last_error = Some(error.clone());
            }
            Outcome::Retry { run_at, error } => {
                (record.state, record.run_at) = (JobState::Ready, *run_at);
                record.last_error = Some(error.clone());
            }
            Outcome::Released => {
                record.state = JobState::Ready;
                record.attempts -= 1;
            }
        }
    }
}

#[async_trait]
impl JobStore for MemoryStore {
    async fn enqueue(&self, jobs: &[NewJob]) -> Result<Vec<Option<JobId>>, StoreError> {
        let mut rows = self.rows.lock().unwrap();
        let ids = jobs.iter().map(|job| self.insert(&mut rows, job)).collect();
        self.written();
        Ok(ids)
    }

    async fn claim(&self, claim: &Claim<'_>) -> Result<Vec<ClaimedJob>, StoreError> {
        self.claims.fetch_add(1, Ordering::Relaxed);
        let now = self.now();
        let mut rows = self.rows.lock().unwrap();
        let mut due: Vec<_> = rows
            .iter_mut()
            .filter(|row| row.due_at(claim.kinds).is_some_and(|due| due <= now))
            .collect();
        due.sort_by_key(|row| (-row.job.priority, row.record.run_at, row.record.id));
        let due = due.into_iter().take(claim.limit as usize);
        let claimed: Vec<_> = due.map(|row| row.claim(claim, now)).collect();
        if !claimed.is_empty() {
            self.written();
        }
        Ok(claimed)
    }

    async fn heartbeat(
        &self,
        jobs: &[(JobId, u64)],
        lease: Duration,
    ) -> Result<Vec<JobId>, StoreError> {
        let until = self.now().plus(lease);
        let mut rows = self.rows.lock().unwrap();
        let mut lost = Vec::new();
        for (id, fence) in jobs {
            let row = &mut rows[id.0 as usize - 1];
            if row.fence == *fence && row.record.state == JobState::Running {
                row.lease_until = until;
            } else {
                lost.push(*id);
            }
        }
        Ok(lost)
    }

    async fn finish(&self, finished: &[Finished]) -> Result<(), StoreError> {
        let now = self.now();
        let mut rows = self.rows.lock().unwrap();
        for Finished { id, fence, outcome } in finished {
            let row = &mut rows[id.0 as usize - 1];
            if row.fence == *fence && row.record.state == JobState::Running {
                row.finish(outcome, now);
            }
        }
        self.written();
        Ok(())
    }

    async fn next_due(&self, kinds: &[&str]) -> Result<Option<Timestamp>, StoreError> {
        self.looks.fetch_add(1, Ordering::Relaxed);
        Ok(self.rows.lock().unwrap().iter().filter_map(|row| row.due_at(kinds)).min())
    }

    async fn last_tick(&self, schedule: &str) -> Result<Option<Timestamp>, StoreError> {
        Ok(self.ticks.lock().unwrap().get(schedule).copied())
    }

    async fn note_tick(
        &self,
        schedule: &str,
        tick: Timestamp,
        jobs: &[NewJob],
    ) -> Result<bool, StoreError> {
        {
            let mut ticks = self.ticks.lock().unwrap();
            if ticks.get(schedule).is_some_and(|last| *last >= tick) {
                return Ok(false);
            }
            ticks.insert(schedule.to_owned(), tick);
        }
        self.enqueue(jobs).await?;
        Ok(true)
    }

    async fn job(&self, id: JobId) -> Result<Option<JobRecord>, StoreError> {
        Ok(self.rows.lock().unwrap().get(id.0 as usize - 1).map(|row| row.record.clone()))
    }

    async fn jobs_in(&self, state: JobState, limit: u32) -> Result<Vec<JobRecord>, StoreError> {
        let rows = self.rows.lock().unwrap();
        let found = rows.iter().rev().filter(|row| row.record.state == state);
        Ok(found.take(limit as usize).map(|row| row.record.clone()).collect())
    }

    async fn job_counts(&self) -> Result<Vec<JobCount>, StoreError> {
        unreachable!("the runner does not count")
    }

    async fn revive(&self, _: JobId) -> Result<bool, StoreError> {
        unreachable!("the runner revives nothing")
    }

    async fn sweep_jobs(&self, _: Timestamp) -> Result<u64, StoreError> {
        unreachable!("the runner does not sweep")
    }

    async fn job_clock(&self) -> Result<Timestamp, StoreError> {
        Ok(self.now())
    }
}

/// 2026-02-01 10:00:00.5 UTC: between two ticks of any schedule.
const BIRTH_MICROS: i64 = 1_769_940_000_500_000;
