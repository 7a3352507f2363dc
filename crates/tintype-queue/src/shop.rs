//! What all parts of one runner share.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tintype_domain::Chance;
use tintype_store::{JobStore, StoreError};
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::Metrics;
use crate::held::Held;
use crate::kind::Kinds;
use crate::schedule::Schedule;

/// What all parts of one runner share.
pub(crate) struct Shop<E> {
    pub store: Arc<dyn JobStore>,
    pub writes: watch::Receiver<u64>,
    pub env: Arc<E>,
    pub chance: Arc<dyn Chance>,
    pub kinds: Kinds<E>,
    pub kind_names: Vec<&'static str>,
    pub schedules: Vec<Schedule>,
    pub worker: String,
    pub concurrency: u32,
    pub lease: Duration,
    pub held: Held,
    pub metrics: Metrics,
}

impl<E> Shop<E> {
    /// The same with empty hands: each time a runner is set to work it holds leases of its own,
    /// and what an earlier one could not write down is left to run out.
    pub fn with_empty_hands(&self) -> Self {
        Self {
            store: self.store.clone(),
            writes: self.writes.clone(),
            env: self.env.clone(),
            chance: self.chance.clone(),
            kinds: self.kinds.clone(),
            kind_names: self.kind_names.clone(),
            schedules: self.schedules.clone(),
            worker: self.worker.clone(),
            concurrency: self.concurrency,
            lease: self.lease,
            held: Held::default(),
            metrics: self.metrics.clone(),
        }
    }

    /// How long until a job of ours is due by the clock of the store: zero when one is, `None`
    /// when none is to be expected.
    pub async fn due_in(&self) -> Result<Option<Duration>, StoreError> {
        let Some(due) = self.store.next_due(&self.kind_names).await? else { return Ok(None) };
        Ok(Some(due.since(self.store.job_clock().await?)))
    }
}

/// The order to stop, and until when running jobs may go on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stop {
    pub token: CancellationToken,
    deadline: Arc<OnceLock<Instant>>,
}

impl Stop {
    /// Gives the order. The first deadline holds.
    pub fn order(&self, deadline: Instant) {
        self.deadline.get_or_init(|| deadline);
        self.token.cancel();
    }

    /// When running jobs must have ended; at once when no order was given.
    pub fn deadline(&self) -> Instant {
        self.deadline.get().copied().unwrap_or_else(Instant::now)
    }
}
