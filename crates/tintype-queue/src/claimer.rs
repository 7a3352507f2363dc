//! Waits for work without polling, and claims it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tintype_store::{Claim, ClaimedJob, StoreError};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep, sleep_until};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::shop::Shop;

/// How long to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// Until a stop: wait for work when there is none.
    Stopped,
    /// Until nothing is due.
    Idle,
}

/// What a claim brought.
pub(crate) type Batch = Result<Vec<ClaimedJob>, StoreError>;

/// Claims whenever the desk asks.
pub(crate) struct Claimer<E> {
    shop: Arc<Shop<E>>,
    stopping: CancellationToken,
    until: Until,
    writes: watch::Receiver<u64>,
    looked_at: Instant,
    /// Claims in a row that brought nothing although something was due.
    fruitless: u32,
    /// The last claim got all it asked for: there is probably more.
    more: bool,
}

impl<E> Claimer<E> {
    pub fn new(shop: Arc<Shop<E>>, stopping: CancellationToken, until: Until) -> Self {
        let writes = shop.writes.clone();
        let looked_at = Instant::now();
        Self { shop, stopping, until, writes, looked_at, fruitless: 0, more: false }
    }

    /// Answers each ask with a batch, sized by what `limit` says when work is found.
    pub async fn run(
        mut self,
        limit: Arc<AtomicU32>,
        mut asks: mpsc::Receiver<()>,
        batches: mpsc::Sender<Batch>,
    ) {
        while asks.recv().await.is_some() {
            let batch = match self.until {
                Until::Stopped => self.wait_for_batch(&limit).await,
                Until::Idle => self.what_is_due(&limit).await,
            };
            if batches.send(batch).await.is_err() {
                return;
            }
        }
    }

    /// A batch that is not empty, except when a stop is ordered. A claim that has begun is never
    /// broken off: its jobs would be nobody's until their lease ends.
    async fn wait_for_batch(&mut self, limit: &AtomicU32) -> Batch {
        loop {
            let stopping = self.stopping.clone();
            tokio::select! {
                biased;
                () = stopping.cancelled() => return Ok(Vec::new()),
                () = self.until_due() => {}
            }
            match self.claim(limit).await {
                Ok(batch) if !batch.is_empty() => return Ok(batch),
                Ok(_) => {}
                Err(error) => warn!("No jobs can be claimed: {error}"),
            }
            self.fruitless = self.fruitless.saturating_add(1);
        }
    }

    async fn what_is_due(&mut self, limit: &AtomicU32) -> Batch {
        match self.shop.due_in().await? {
            Some(Duration::ZERO) => self.claim(limit).await,
            _ => Ok(Vec::new()),
        }
    }

    /// Returns when a job of ours is due: looks, then sleeps until the next one is due or
    /// something is written.
    async fn until_due(&mut self) {
        if self.more {
            return;
        }
        if self.fruitless > 0 {
            sleep((REST * (1 << self.fruitless.min(9))).min(FRUITLESS_PAUSE_MAX)).await;
        }
        loop {
            sleep_until(self.looked_at + REST).await;
            self.writes.mark_unchanged();
            let due_in = self.shop.due_in().await;
            self.looked_at = Instant::now();
            let nap = match due_in {
                Ok(Some(Duration::ZERO)) => return,
                Ok(due_in) => due_in.unwrap_or(NAP_MAX).min(NAP_MAX),
                Err(error) => {
                    warn!("The next job cannot be looked up: {error}");
                    FRUITLESS_PAUSE_MAX
                }
            };
            self.nap(nap).await;
            self.fruitless = 0;
        }
    }

    async fn nap(&mut self, nap: Duration) {
        tokio::select! {
            changed = self.writes.changed() => if changed.is_err() {
                // Nobody tells of writes any more: time alone wakes us.
                sleep(nap).await;
            },
            () = sleep(nap) => {}
        }
    }

    async fn claim(&mut self, limit: &AtomicU32) -> Batch {
        let limit = limit.load(Ordering::Relaxed).max(1);
        let Shop { store, worker, kind_names, lease, held, .. } = &*self.shop;
        let claim = Claim { worker, kinds: kind_names, limit, lease: *lease };
        self.more = false;
        let batch = store.claim(&claim).await?;
        held.take(&batch);
        self.more = batch.len() >= limit as usize;
        if !batch.is_empty() {
            self.fruitless = 0;
        }
        Ok(batch)
    }
}

/// At least so long between two looks, however much is written elsewhere.
const REST: Duration = Duration::from_millis(2);
/// Looks again after this even when nothing tells it to: clocks jump, machines sleep.
const NAP_MAX: Duration = Duration::from_secs(30);
const FRUITLESS_PAUSE_MAX: Duration = Duration::from_secs(1);
