//! The runner: its parts, put together and set to work.

use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::time::Duration;

use tintype_domain::Chance;
use tintype_store::{JobStore, StoreError};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_util::task::AbortOnDropHandle;
use tracing::error;

use crate::claimer::{Claimer, Until};
use crate::desk::{Desk, Wires};
use crate::shop::{Shop, Stop};
use crate::{Builder, Metrics, RunnerHandle, heartbeat, ledger, schedule};

/// Runs jobs of the registered kinds. `E` is what all of them need to do their work.
pub struct Runner<E> {
    pub(crate) shop: Arc<Shop<E>>,
}

impl<E: Send + Sync + 'static> Runner<E> {
    /// A runner of jobs in `store`, woken by `writes` (see `Maintenance::writes`).
    pub fn builder(
        store: Arc<dyn JobStore>,
        writes: watch::Receiver<u64>,
        env: E,
        chance: Arc<dyn Chance>,
    ) -> Builder<E> {
        Builder::new(store, writes, env, chance)
    }

    /// What was counted so far.
    pub fn metrics(&self) -> &Metrics {
        &self.shop.metrics
    }

    /// Sets it to work, schedules included, until it is stopped. Needs a tokio runtime.
    pub fn start(&self) -> RunnerHandle {
        let stop = Stop::default();
        let work = work_until_stopped(self.shop.clone(), stop.clone());
        RunnerHandle {
            stop,
            work: AbortOnDropHandle::new(tokio::spawn(work)),
            metrics: self.shop.metrics.clone(),
        }
    }

    /// Works until no job of its kinds is due, jobs that these jobs queue included; says how many
    /// tries that took. Jobs due later and jobs that other workers hold are not waited for;
    /// schedules rest.
    pub async fn run_until_idle(&self) -> Result<u64, StoreError> {
        let mut tries = 0;
        loop {
            let (ended, _) = work(&self.shop, Stop::default(), Until::Idle).await;
            match ended? {
                0 => return Ok(tries),
                ended => tries += ended,
            }
        }
    }
}

async fn work_until_stopped<E: Send + Sync + 'static>(shop: Arc<Shop<E>>, stop: Stop) -> u64 {
    let keep_time = schedule::keep_time(shop.clone(), stop.token.clone());
    let _clock = AbortOnDropHandle::new(tokio::spawn(keep_time));
    let mut released = 0;
    loop {
        let (ended, given_back) = work(&shop, stop.clone(), Until::Stopped).await;
        released += given_back;
        match ended {
            Err(error) if !stop.token.is_cancelled() => {
                error!("The job runner broke down and begins again: {error}");
                sleep(RESTART_PAUSE).await;
            }
            _ => return released,
        }
    }
}

/// Wires the parts, works, and takes them apart. How many tries ended, how many jobs were given
/// back.
async fn work<E: Send + Sync + 'static>(
    shop: &Shop<E>,
    stop: Stop,
    until: Until,
) -> (Result<u64, StoreError>, u64) {
    let shop = Arc::new(shop.with_empty_hands());
    let (asks, asked) = mpsc::channel(1);
    let (claimed, batches) = mpsc::channel(1);
    let (ledger, ended) = mpsc::unbounded_channel();
    let limit = Arc::new(AtomicU32::new(0));
    let claimer = Claimer::new(shop.clone(), stop.token.clone(), until);
    let mut helpers = JoinSet::new();
    helpers.spawn(claimer.run(limit.clone(), asked, claimed));
    helpers.spawn(heartbeat::beat(shop.clone()));
    let mut keeper = AbortOnDropHandle::new(tokio::spawn(ledger::keep(shop.clone(), ended)));
    let mut desk = Desk::new(shop, stop, until, Wires { asks, limit, batches, ledger });
    let ended = tokio::select! {
        ended = desk.work() => ended,
        // These end before the desk only by a panic.
        _ = helpers.join_next() => Err(StoreError::Unavailable("a part of it ended".into())),
        _ = &mut keeper => Err(StoreError::Unavailable("its ledger ended".into())),
    };
    let released = desk.close().await;
    if !keeper.is_finished() && timeout(LAST_WRITE, keeper).await.is_err() {
        error!("The ends of some jobs could not be written: they will run again");
    }
    (ended, released)
}

/// How long the last ends may take to be written when the database does not answer.
const LAST_WRITE: Duration = Duration::from_secs(5);
const RESTART_PAUSE: Duration = Duration::from_secs(1);
