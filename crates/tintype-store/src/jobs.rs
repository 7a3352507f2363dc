//! The job table: work that follows a write, done at least once.

use std::time::Duration;

use async_trait::async_trait;
use tintype_domain::Timestamp;

use crate::StoreError;

/// Jobs, whatever the database. Leases run on the store's own clock; a fencing number that rises
/// with every claim keeps a worker that lost its lease from finishing a job that is another's now.
#[async_trait]
pub trait JobStore: Send + Sync {
    /// Queues jobs. In place of each: its number, or `None` where a job with the same unique key
    /// is waiting or running already.
    async fn enqueue(&self, jobs: &[NewJob]) -> Result<Vec<Option<JobId>>, StoreError>;

    /// Takes up to `claim.limit` jobs that are due, the highest priority first and then the
    /// earliest; jobs whose lease ran out are due again. Each claim counts as an attempt.
    async fn claim(&self, claim: &Claim<'_>) -> Result<Vec<ClaimedJob>, StoreError>;

    /// Prolongs leases. Returns those that are lost: stop working on them.
    async fn heartbeat(
        &self,
        jobs: &[(JobId, u64)],
        lease: Duration,
    ) -> Result<Vec<JobId>, StoreError>;

    /// Writes down what came of jobs, all together. Those whose fence is no longer theirs are
    /// left alone.
    async fn finish(&self, finished: &[Finished]) -> Result<(), StoreError>;

    /// When the next job of these kinds (of all when empty) falls due, running ones by the end of
    /// their lease; `None` when there is nothing to wait for. Workers ask after every write: it
    /// must be a cheap read.
    async fn next_due(&self, kinds: &[&str]) -> Result<Option<Timestamp>, StoreError>;

    /// The last tick that was noted of a schedule; `None` when it is new here.
    async fn last_tick(&self, schedule: &str) -> Result<Option<Timestamp>, StoreError>;

    /// Notes a tick of a schedule and queues its jobs, in one. `false`, and nothing queued, when
    /// this tick or a later one was noted before: of all workers that ask, one gets `true`. Ticks
    /// outlive their jobs, so that a tick whose job is done is not queued again.
    async fn note_tick(
        &self,
        schedule: &str,
        tick: Timestamp,
        jobs: &[NewJob],
    ) -> Result<bool, StoreError>;

    /// One job as it stands.
    async fn job(&self, id: JobId) -> Result<Option<JobRecord>, StoreError>;

    /// Jobs in this state, the latest first.
    async fn jobs_in(&self, state: JobState, limit: u32) -> Result<Vec<JobRecord>, StoreError>;

    /// How many jobs of each kind are in each state.
    async fn job_counts(&self) -> Result<Vec<JobCount>, StoreError>;

    /// Makes a dead job ready again, with all its attempts. `false` when it is not dead.
    async fn revive(&self, id: JobId) -> Result<bool, StoreError>;

    /// Forgets jobs that were done before `before`; says how many.
    async fn sweep_jobs(&self, before: Timestamp) -> Result<u64, StoreError>;

    /// The present by the clock that leases run on.
    async fn job_clock(&self) -> Result<Timestamp, StoreError>;
}

/// Names a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobId(pub i64);

/// A job to queue.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// What is to be done: the name of a registered kind.
    pub kind: String,
    /// Ids it needs; never copies of rows.
    pub payload: serde_json::Value,
    /// Higher goes first; 0 is ordinary.
    pub priority: i16,
    /// Not before this; at once when `None`.
    pub run_at: Option<Timestamp>,
    /// Tries before it is a dead letter, at least 1.
    pub max_attempts: u32,
    /// At most one waiting or running job has a key.
    pub unique_key: Option<String>,
    /// The request that caused it, for the logs.
    pub trace_id: Option<String>,
}

/// Who wants jobs, and how many.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// Who works on them.
    pub worker: &'a str,
    /// Of these kinds; of all when empty.
    pub kinds: &'a [&'a str],
    /// At most so many.
    pub limit: u32,
    /// For so long, unless prolonged.
    pub lease: Duration,
}

/// A job that is ours until its lease ends.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimedJob {
    /// Its number.
    pub id: JobId,
    /// What is to be done.
    pub kind: String,
    /// With what.
    pub payload: serde_json::Value,
    /// This try, from 1.
    pub attempt: u32,
    /// Tries in all.
    pub max_attempts: u32,
    /// Proof that it is ours.
    pub fence: u64,
    /// When it was queued.
    pub queued_at: Timestamp,
    /// The request that caused it.
    pub trace_id: Option<String>,
}

/// What came of a claimed job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Its number.
    pub id: JobId,
    /// The fence it was claimed with.
    pub fence: u64,
    /// What came of it.
    pub outcome: Outcome,
}

/// How a job ended, for now or for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// Try again then.
    Retry {
        /// When.
        run_at: Timestamp,
        /// What went wrong.
        error: String,
    },
    /// It is a dead letter: someone must look.
    Dead {
        /// What went wrong.
        error: String,
    },
    /// Not begun, or broken off by a stop: it is due again at once, and this try does not count.
    Released,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobState {
    /// Waiting for its time or a worker.
    Ready,
    /// A worker has it.
    Running,
    /// Done.
    Done,
    /// Given up.
    Dead,
}

impl JobState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Ready, Self::Running, Self::Done, Self::Dead];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Done => "done",
            Self::Dead => "dead",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// A job as it stands in the table.
#[derive(Debug, Clone, PartialEq)]
pub struct JobRecord {
    /// Its number.
    pub id: JobId,
    /// What is to be done.
    pub kind: String,
    /// With what.
    pub payload: serde_json::Value,
    /// Where it stands.
    pub state: JobState,
    /// Tries so far.
    pub attempts: u32,
    /// Tries in all.
    pub max_attempts: u32,
    /// When it falls due.
    pub run_at: Timestamp,
    /// When it was queued.
    pub queued_at: Timestamp,
    /// When it was last claimed.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// Who has or had it.
    pub worker: Option<String>,
}

/// How many jobs of one kind are in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobCount {
    /// The kind.
    pub kind: String,
    /// The state.
    pub state: JobState,
    /// How many.
    pub count: u64,
}
