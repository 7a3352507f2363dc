//! Writes down what came of jobs: many in one commit when they end together, one at once when not.

use std::sync::Arc;
use std::time::Duration;

use tintype_domain::Timestamp;
use tintype_store::{Finished, JobId, Outcome, StoreError};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, timeout_at};
use tracing::{error, warn};

use crate::shop::Shop;

/// The end of a claimed job, to be written down.
#[derive(Debug, Clone)]
pub(crate) struct Ended {
    pub id: JobId,
    pub fence: u64,
    pub ending: Ending,
}

/// How it ended. A pause becomes a time only when it is written, by the clock of the store.
#[derive(Debug, Clone)]
pub(crate) enum Ending {
    Done,
    Retry { pause: Duration, error: String },
    Dead { error: String },
    Released,
}

/// Writes down all that comes, until the desk has closed and the last is written.
pub(crate) async fn keep<E>(shop: Arc<Shop<E>>, mut ended: mpsc::UnboundedReceiver<Ended>) {
    let mut batch = Vec::with_capacity(BATCH_MAX);
    while gather(&mut ended, &mut batch).await {
        write(&shop, &batch).await;
        shop.held.let_go(batch.drain(..).map(|ended| (ended.id, ended.fence)));
    }
}

/// Fills `batch` with what ends within a moment of the first; `false` when nothing will come.
async fn gather(ended: &mut mpsc::UnboundedReceiver<Ended>, batch: &mut Vec<Ended>) -> bool {
    if ended.recv_many(batch, BATCH_MAX).await == 0 {
        return false;
    }
    let until = Instant::now() + GATHER;
    while batch.len() < BATCH_MAX {
        match timeout_at(until, ended.recv_many(batch, BATCH_MAX - batch.len())).await {
            Ok(more) if more > 0 => {}
            _ => break,
        }
    }
    true
}

/// Writes until the database takes it. What it refuses is left to run out of its lease.
async fn write<E>(shop: &Shop<E>, batch: &[Ended]) {
    let mut pause = PAUSE_FIRST;
    loop {
        match try_write(shop, batch).await {
            Ok(()) => return,
            Err(StoreError::Unavailable(cause)) => {
                warn!(jobs = batch.len(), "The ends of jobs wait for the database: {cause}");
            }
            Err(error) => {
                error!(jobs = batch.len(), "The ends of jobs cannot be written: {error}");
                return;
            }
        }
        sleep(pause).await;
        pause = (pause * 2).min(PAUSE_LONGEST);
    }
}

async fn try_write<E>(shop: &Shop<E>, batch: &[Ended]) -> Result<(), StoreError> {
    let retries = batch.iter().any(|ended| matches!(ended.ending, Ending::Retry { .. }));
    let now = if retries { shop.store.job_clock().await? } else { Timestamp::from_micros(0) };
    let finished: Vec<_> = batch.iter().map(|ended| ended.at(now)).collect();
    shop.store.finish(&finished).await
}

impl Ended {
    fn at(&self, now: Timestamp) -> Finished {
        let outcome = match &self.ending {
            Ending::Done => Outcome::Done,
            Ending::Released => Outcome::Released,
            Ending::Dead { error } => Outcome::Dead { error: error.clone() },
            Ending::Retry { pause, error } => {
                Outcome::Retry { run_at: now.plus(*pause), error: error.clone() }
            }
        };
        Finished { id: self.id, fence: self.fence, outcome }
    }
}

const BATCH_MAX: usize = 1_000;
const GATHER: Duration = Duration::from_millis(3);
const PAUSE_FIRST: Duration = Duration::from_millis(50);
const PAUSE_LONGEST: Duration = Duration::from_secs(2);
