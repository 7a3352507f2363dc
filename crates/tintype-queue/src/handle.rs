//! A runner at work, to be watched and stopped.

use std::time::Duration;

use tokio::time::Instant;
use tokio_util::task::AbortOnDropHandle;
use tracing::info;

use crate::Metrics;
use crate::shop::Stop;

/// A runner at work. Dropping it breaks everything off, and what it held is due again when the
/// leases end: as if the process had been killed. [`stop`](Self::stop) is the tidy way.
#[derive(Debug)]
pub struct RunnerHandle {
    pub(crate) stop: Stop,
    pub(crate) work: AbortOnDropHandle<u64>,
    pub(crate) metrics: Metrics,
}

/// How a stop went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped {
    /// Jobs given back, not begun or not finished: due again at once, for any worker.
    pub released: u64,
}

impl RunnerHandle {
    /// What was counted so far.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Claims no more, lets running jobs end within `grace`, then breaks the rest off and gives
    /// it back. Returns when all that can be written down is.
    pub async fn stop(self, grace: Duration) -> Stopped {
        self.stop.order(Instant::now() + grace);
        // An end by panic has been reported by the panic itself.
        let released = self.work.await.unwrap_or(0);
        info!(jobs.released = released, "The job runner has stopped, {released} jobs given back");
        Stopped { released }
    }
}
