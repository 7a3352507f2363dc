//! What a running job is told about itself.

use tintype_domain::Timestamp;
use tintype_store::{ClaimedJob, JobId};
use tokio_util::sync::CancellationToken;

/// What a running job is told about itself.
#[derive(Debug, Clone)]
pub struct JobContext {
    id: JobId,
    attempt: u32,
    max_attempts: u32,
    queued_at: Timestamp,
    trace_id: Option<String>,
    cancelled: CancellationToken,
    stopping: CancellationToken,
}

impl JobContext {
    pub(crate) fn new(job: &ClaimedJob, stopping: CancellationToken) -> Self {
        Self {
            id: job.id,
            attempt: job.attempt,
            max_attempts: job.max_attempts,
            queued_at: job.queued_at,
            trace_id: job.trace_id.clone(),
            cancelled: CancellationToken::new(),
            stopping,
        }
    }

    /// Its number.
    pub fn id(&self) -> JobId {
        self.id
    }

    /// This try, from 1.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// Whether a failure now makes it a dead letter.
    pub fn is_last_attempt(&self) -> bool {
        self.attempt >= self.max_attempts
    }

    /// When it was queued.
    pub fn queued_at(&self) -> Timestamp {
        self.queued_at
    }

    /// The request that caused it; jobs that it queues carry it on.
    pub fn trace_id(&self) -> Option<&str> {
        self.trace_id.as_deref()
    }

    /// Cancelled when nobody waits for this try any more: it is over, out of time, or the lease
    /// is lost. For work on other threads, which cannot be dropped: look at it between steps.
    pub fn cancelled(&self) -> &CancellationToken {
        &self.cancelled
    }

    /// Cancelled when the runner is asked to stop. A long job may then break off at a good place
    /// with [`JobError::Interrupted`](crate::JobError::Interrupted).
    pub fn stopping(&self) -> &CancellationToken {
        &self.stopping
    }
}
