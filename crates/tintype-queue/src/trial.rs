//! One try at one job, and the verdict on it.

use std::time::Duration;

use tintype_domain::Chance;
use tintype_store::{ClaimedJob, JobId};
use tokio::sync::mpsc;
use tokio::time::Instant;
use tracing::{Span, debug, error, info_span, warn};

use crate::JobError;
use crate::backoff;
use crate::failure::Failure;
use crate::ledger::{Ended, Ending};
use crate::metrics::Fate;

/// One try at one job.
pub(crate) struct Trial {
    pub id: JobId,
    pub fence: u64,
    pub kind: String,
    pub began: Instant,
    pub span: Span,
    attempt: u32,
    max_attempts: u32,
}

impl Trial {
    pub fn new(job: &ClaimedJob) -> Self {
        let span = info_span!(
            "job",
            job.id = job.id.0,
            job.kind = %job.kind,
            job.attempt = job.attempt,
            trace.id = job.trace_id.as_deref(),
        );
        Self {
            id: job.id,
            fence: job.fence,
            kind: job.kind.clone(),
            began: Instant::now(),
            span,
            attempt: job.attempt,
            max_attempts: job.max_attempts,
        }
    }

    /// What is to follow, and how it counts. Logs it: this is where failures are handled.
    pub fn judge(
        &self,
        result: Result<(), Failure>,
        stopping: bool,
        chance: &dyn Chance,
    ) -> (Ending, Fate) {
        let Err(failure) = result else {
            self.log_done();
            return (Ending::Done, Fate::Done);
        };
        let pause = match &failure {
            Failure::Job(JobError::Interrupted) if stopping => {
                return (Ending::Released, Fate::Released);
            }
            Failure::Job(JobError::GiveUp(_)) | Failure::Unreadable(_) => None,
            Failure::Job(JobError::RetryAfter { pause, .. }) => Some((*pause).min(ASKED_PAUSE_MAX)),
            _ => Some(backoff::pause(self.attempt, chance)),
        };
        let error = failure.message();
        match pause {
            Some(pause) if self.attempt < self.max_attempts => {
                self.log_retry(pause, &error);
                (Ending::Retry { pause, error }, Fate::Failed)
            }
            _ => {
                self.log_dead(&error);
                (Ending::Dead { error }, Fate::Dead)
            }
        }
    }

    /// Every try ended with the end of its worker: the job itself may be what kills them.
    pub fn died_too_often(&self, ledger: &mpsc::UnboundedSender<Ended>) -> Fate {
        let error = format!("its worker died in each of {} tries", self.max_attempts);
        self.log_dead(&error);
        self.tell(ledger, Ending::Dead { error });
        Fate::Dead
    }

    /// Has the end written down.
    pub fn tell(&self, ledger: &mpsc::UnboundedSender<Ended>, ending: Ending) {
        // Without a ledger nothing can be written: the lease runs out, another takes over.
        let _ = ledger.send(Ended { id: self.id, fence: self.fence, ending });
    }

    pub fn log_lost(&self) {
        let Self { kind, id: JobId(id), .. } = self;
        self.span.in_scope(|| warn!("Job {kind} {id} was broken off: its lease was lost"));
    }

    fn log_done(&self) {
        let Self { kind, id: JobId(id), .. } = self;
        let duration_ms = self.began.elapsed().as_millis() as u64;
        self.span.in_scope(|| debug!(duration_ms, "Job {kind} {id} is done"));
    }

    fn log_retry(&self, pause: Duration, error: &str) {
        let Self { kind, id: JobId(id), attempt, .. } = self;
        let pause_ms = pause.as_millis() as u64;
        self.span.in_scope(|| {
            warn!(pause_ms, "Job {kind} {id} failed at try {attempt}, again later: {error}");
        });
    }

    fn log_dead(&self, error: &str) {
        let Self { kind, id: JobId(id), attempt, .. } = self;
        self.span.in_scope(|| error!("Job {kind} {id} is given up at try {attempt}: {error}"));
    }
}

/// However long the other side asks us to wait.
const ASKED_PAUSE_MAX: Duration = Duration::from_hours(7 * 24);
