//! Where jobs wait and start: fills free places, sends ends to the ledger, asks for more.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tintype_store::{ClaimedJob, StoreError};
use tokio::sync::mpsc;
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::{Instant, sleep_until, timeout_at};
use tracing::Instrument;

use crate::JobContext;
use crate::claimer::{Batch, Until};
use crate::failure::Failure;
use crate::ledger::{Ended, Ending};
use crate::metrics::Fate;
use crate::pace::Pace;
use crate::shop::{Shop, Stop};
use crate::trial::Trial;

/// The desk of one runner.
pub(crate) struct Desk<E> {
    shop: Arc<Shop<E>>,
    stop: Stop,
    until: Until,
    /// To the claimer; closed with the desk.
    asks: Option<mpsc::Sender<()>>,
    limit: Arc<AtomicU32>,
    batches: mpsc::Receiver<Batch>,
    ledger: mpsc::UnboundedSender<Ended>,
    /// Claimed, and since when, but no place is free.
    waiting: VecDeque<(ClaimedJob, Instant)>,
    running: JoinSet<Result<(), Failure>>,
    trials: HashMap<Id, Trial>,
    pace: Pace,
    asked: bool,
    /// Nothing was due at the last look, and no job has ended since.
    exhausted: bool,
    ended: u64,
}

/// The desk's ends of the wires to the claimer and the ledger.
pub(crate) struct Wires {
    pub asks: mpsc::Sender<()>,
    pub limit: Arc<AtomicU32>,
    pub batches: mpsc::Receiver<Batch>,
    pub ledger: mpsc::UnboundedSender<Ended>,
}

type Joined = Result<(Id, Result<(), Failure>), JoinError>;

impl<E: Send + Sync + 'static> Desk<E> {
    pub fn new(shop: Arc<Shop<E>>, stop: Stop, until: Until, wires: Wires) -> Self {
        let Wires { asks, limit, batches, ledger } = wires;
        Self {
            pace: Pace::new(shop.concurrency),
            shop,
            stop,
            until,
            asks: Some(asks),
            limit,
            batches,
            ledger,
            waiting: VecDeque::new(),
            running: JoinSet::new(),
            trials: HashMap::new(),
            asked: false,
            exhausted: false,
            ended: 0,
        }
    }

    /// Works until a stop, or until nothing is left to do. Says how many tries ended.
    pub async fn work(&mut self) -> Result<u64, StoreError> {
        let stopping = self.stop.token.clone();
        loop {
            self.start_waiting();
            self.ask_for_more();
            if self.has_nothing_left() {
                return Ok(self.ended);
            }
            let stale_at = self.waiting.front().map(|(_, since)| *since + STALE_AFTER);
            tokio::select! {
                biased;
                () = stopping.cancelled() => return Ok(self.ended),
                Some(joined) = self.running.join_next_with_id() => self.settle_all(joined),
                Some(batch) = self.batches.recv(), if self.asked => self.lay_out(batch?),
                () = sleep_until(stale_at.unwrap_or_else(Instant::now)), if stale_at.is_some() => {
                    self.give_back_waiting();
                    self.pace.stalled();
                }
                () = self.shop.held.room(), if self.shop.held.is_full() => {}
            }
        }
    }

    /// Gives back what was not begun, waits for what runs until the deadline, and breaks off and
    /// gives back the rest. Says how many jobs were given back.
    pub async fn close(mut self) -> u64 {
        let deadline = self.stop.deadline();
        let mut released = self.give_back_waiting();
        self.asks = None;
        // A claim may be under way: what it brings goes back as well.
        let patience = deadline + CLAIM_PATIENCE;
        while let Ok(Some(batch)) = timeout_at(patience, self.batches.recv()).await {
            self.lay_out(batch.unwrap_or_default());
            released += self.give_back_waiting();
        }
        while let Ok(Some(joined)) = timeout_at(deadline, self.running.join_next_with_id()).await {
            self.settle(joined);
        }
        released + self.break_off().await
    }

    fn start_waiting(&mut self) {
        while self.running.len() < self.shop.concurrency as usize {
            let Some((job, _)) = self.waiting.pop_front() else { return };
            self.start(job);
        }
    }

    fn start(&mut self, job: ClaimedJob) {
        let trial = Trial::new(&job);
        if !self.shop.held.has(job.id, job.fence) {
            return self.shop.metrics.counted(&job.kind, Fate::Lost);
        }
        if job.attempt > job.max_attempts {
            let fate = trial.died_too_often(&self.ledger);
            return self.shop.metrics.counted(&job.kind, fate);
        }
        // A store that hands out what was not asked for is not our worker's fault: leave it.
        let Some(kind) = self.shop.kinds.get(job.kind.as_str()).copied() else { return };
        let ctx = JobContext::new(&job, self.stop.token.clone());
        let env = self.shop.env.clone();
        let span = trial.span.clone();
        self.shop.metrics.started(kind.name);
        let run = async move { kind.attempt(job.payload, env, ctx).await }.instrument(span);
        let running = self.running.spawn(run);
        self.shop.held.start(trial.id, trial.fence, running.clone());
        self.trials.insert(running.id(), trial);
    }

    fn ask_for_more(&mut self) {
        let ahead = self.pace.ahead() as usize;
        let places = self.shop.concurrency as usize + ahead;
        let taken = self.running.len() + self.waiting.len();
        self.limit.store(places.saturating_sub(taken) as u32, Ordering::Relaxed);
        let wants = taken < places && self.waiting.len() <= ahead / 2;
        if wants && !self.asked && !self.exhausted && !self.shop.held.is_full() {
            self.asked = self.asks.as_ref().is_some_and(|asks| asks.try_send(()).is_ok());
        }
    }

    fn has_nothing_left(&self) -> bool {
        self.exhausted && self.running.is_empty() && self.waiting.is_empty()
    }

    fn lay_out(&mut self, batch: Vec<ClaimedJob>) {
        self.asked = false;
        self.exhausted = batch.is_empty() && self.until == Until::Idle;
        let now = Instant::now();
        self.waiting.extend(batch.into_iter().map(|job| (job, now)));
    }

    /// All that has ended by now, so that quick jobs do not take a turn of the loop each.
    fn settle_all(&mut self, joined: Joined) {
        self.settle(joined);
        while let Some(joined) = self.running.try_join_next_with_id() {
            self.settle(joined);
        }
    }

    fn settle(&mut self, joined: Joined) {
        let (id, result) = match joined {
            Ok((id, result)) => (id, Some(result)),
            Err(error) => (error.id(), panicked(error)),
        };
        let Some(trial) = self.trials.remove(&id) else { return };
        self.exhausted = false;
        self.ended += 1;
        let took = trial.began.elapsed();
        self.pace.ended(took);
        self.shop.metrics.ended(&trial.kind, took);
        let fate = match result {
            Some(result) => self.judge(&trial, result),
            None => self.judge_broken_off(&trial),
        };
        self.shop.metrics.counted(&trial.kind, fate);
    }

    fn judge(&self, trial: &Trial, result: Result<(), Failure>) -> Fate {
        let stopping = self.stop.token.is_cancelled();
        let (ending, fate) = trial.judge(result, stopping, &*self.shop.chance);
        trial.tell(&self.ledger, ending);
        fate
    }

    /// Broken off from outside: the lease was lost, or else the stop's deadline has come.
    fn judge_broken_off(&self, trial: &Trial) -> Fate {
        if self.shop.held.has(trial.id, trial.fence) {
            trial.tell(&self.ledger, Ending::Released);
            return Fate::Released;
        }
        trial.log_lost();
        Fate::Lost
    }

    fn give_back_waiting(&mut self) -> u64 {
        let given_back = self.waiting.len() as u64;
        for (job, _) in self.waiting.drain(..) {
            Trial::new(&job).tell(&self.ledger, Ending::Released);
            self.shop.metrics.counted(&job.kind, Fate::Released);
        }
        given_back
    }

    async fn break_off(mut self) -> u64 {
        let mut released = 0;
        self.running.abort_all();
        let patience = Instant::now() + BLOCKED_PATIENCE;
        while let Ok(Some(joined)) = timeout_at(patience, self.running.join_next_with_id()).await {
            released += u64::from(joined.is_err());
            self.settle(joined);
        }
        // What holds its thread and cannot be dropped keeps its lease, which runs out.
        released
    }
}

/// `None` when the task was broken off.
fn panicked(error: JoinError) -> Option<Result<(), Failure>> {
    let payload = error.try_into_panic().ok()?;
    Some(Err(Failure::from_panic(&*payload)))
}

/// What has waited for so long at the desk goes back to the table: a slow job is in the way.
const STALE_AFTER: Duration = Duration::from_millis(250);
/// How long a claim under way may go on past the deadline of a stop.
const CLAIM_PATIENCE: Duration = Duration::from_secs(1);
/// How long a broken-off job may take to reach its next await.
const BLOCKED_PATIENCE: Duration = Duration::from_secs(1);
