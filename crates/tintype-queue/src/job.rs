//! What a job is: a small struct with ids in it, safe to run twice.

use std::error::Error;
use std::future::Future;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tintype_store::{NewJob, StoreError};

use crate::JobContext;

/// A kind of work. The struct is the payload: ids, never copies of rows, because what they name
/// may have changed or gone by the time the job runs.
///
/// A job runs **at least once**: write it so that running it twice is harmless.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Names the kind in the table, for good: rows outlive releases.
    const KIND: &'static str;

    /// Higher goes first; 0 is ordinary.
    const PRIORITY: i16 = 0;

    /// Tries before it is a dead letter.
    const MAX_ATTEMPTS: u32 = 8;

    /// One try that takes longer has failed.
    const TIMEOUT: Duration;

    /// What the work needs: stores, folders, the index.
    type Env: Send + Sync + 'static;

    /// At most one waiting or running job of this kind has a key; `None` when any number may wait.
    fn unique_key(&self) -> Option<String> {
        None
    }

    /// The row to queue. Fields such as `run_at` and `trace_id` may be set on what it returns.
    ///
    /// # Panics
    /// When the struct cannot be written as JSON, which a struct of plain fields always can.
    fn to_new_job(&self) -> NewJob {
        NewJob {
            kind: Self::KIND.to_owned(),
            payload: serde_json::to_value(self).expect("a job is a struct of plain fields"),
            priority: Self::PRIORITY,
            run_at: None,
            max_attempts: Self::MAX_ATTEMPTS,
            unique_key: self.unique_key().map(|key| format!("{}:{key}", Self::KIND)),
            trace_id: None,
        }
    }

    /// Does the work. Dropped at its next await when it takes too long, when its lease is lost
    /// and at the end of a stop.
    fn run(
        &self,
        env: &Self::Env,
        ctx: &JobContext,
    ) -> impl Future<Output = Result<(), JobError>> + Send;
}

/// Why a job did not succeed, told by what is to follow.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// Try again, after a pause that grows with every try.
    #[error("{0}")]
    Retry(#[source] Box<dyn Error + Send + Sync>),
    /// Try again after this pause: the other side said when.
    #[error("{source}")]
    RetryAfter {
        /// How long to wait.
        pause: Duration,
        /// What went wrong.
        source: Box<dyn Error + Send + Sync>,
    },
    /// Trying again would not help: someone must look.
    #[error("{0}")]
    GiveUp(String),
    /// Broken off because the runner stops (see [`JobContext::stopping`]): due again at once, and
    /// this try does not count.
    #[error("broken off by a stop")]
    Interrupted,
}

impl JobError {
    /// Try again later.
    pub fn retry(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Retry(source.into())
    }

    /// Try again after `pause`.
    pub fn retry_after(pause: Duration, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::RetryAfter { pause, source: source.into() }
    }

    /// Do not try again.
    pub fn give_up(reason: impl Into<String>) -> Self {
        Self::GiveUp(reason.into())
    }
}

impl From<StoreError> for JobError {
    /// A database that is busy or away comes back; what it holds wrongly, someone may repair.
    fn from(error: StoreError) -> Self {
        Self::retry(error)
    }
}
