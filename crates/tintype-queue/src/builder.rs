//! How a runner is set up: kinds, schedules, limits.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use croner::errors::CronError;
use tintype_domain::Chance;
use tintype_store::{JobStore, NewJob};
use tokio::sync::watch;

use crate::kind::{Kind, Kinds};
use crate::schedule::Schedule;
use crate::shop::Shop;
use crate::{Job, Metrics, Runner};

/// Sets up a [`Runner`]. Only registered kinds are claimed; others are left to other workers.
pub struct Builder<E> {
    store: Arc<dyn JobStore>,
    writes: watch::Receiver<u64>,
    env: E,
    chance: Arc<dyn Chance>,
    kinds: Vec<Kind<E>>,
    schedules: Vec<Planned>,
    worker: Option<String>,
    concurrency: u32,
    lease: Duration,
}

struct Planned {
    name: String,
    expression: String,
    job: NewJob,
}

/// Why a runner cannot be built: mistakes in the program or its settings.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// There is nothing it could run.
    #[error("no kind of job is registered")]
    NoKinds,
    /// Two kinds have one name.
    #[error("the kind of job {0} is registered twice")]
    KindTwice(&'static str),
    /// Two schedules have one name.
    #[error("the schedule {0} is given twice")]
    ScheduleTwice(String),
    /// A schedule queues what this runner cannot run.
    #[error("the schedule {schedule} queues jobs of kind {kind}, which is not registered")]
    ScheduleOfUnknownKind {
        /// The schedule.
        schedule: String,
        /// What it queues.
        kind: String,
    },
    /// No cron expression, or one that never comes due.
    #[error("the schedule {schedule} has no usable times: \"{expression}\"")]
    BadExpression {
        /// The schedule.
        schedule: String,
        /// What was given.
        expression: String,
        /// What is wrong with it.
        source: CronError,
    },
    /// It would never run anything.
    #[error("a runner needs a concurrency of at least 1")]
    NoConcurrency,
    /// It could not be prolonged in time.
    #[error("a lease must last at least {LEASE_MIN:?}, not {0:?}")]
    LeaseTooShort(Duration),
}

impl<E: Send + Sync + 'static> Builder<E> {
    pub(crate) fn new(
        store: Arc<dyn JobStore>,
        writes: watch::Receiver<u64>,
        env: E,
        chance: Arc<dyn Chance>,
    ) -> Self {
        Self {
            store,
            writes,
            env,
            chance,
            kinds: Vec::new(),
            schedules: Vec::new(),
            worker: None,
            concurrency: CONCURRENCY,
            lease: LEASE,
        }
    }

    /// Runs jobs of this kind.
    pub fn register<J: Job<Env = E>>(mut self) -> Self {
        self.kinds.push(Kind::of::<J>());
        self
    }

    /// Queues `job` at each tick of the cron expression, in UTC: five fields, six with seconds
    /// first, or `@hourly` and the like. However many workers have the schedule `name`, a tick
    /// queues one job, and none while the last still waits or runs if it has a unique key. Of
    /// ticks that passed while no worker was there, the latest is made up for.
    pub fn schedule<J: Job<Env = E>>(mut self, name: &str, expression: &str, job: &J) -> Self {
        let (name, expression) = (name.to_owned(), expression.to_owned());
        self.schedules.push(Planned { name, expression, job: job.to_new_job() });
        self
    }

    /// At most so many jobs run at once: 2 by default.
    pub fn concurrency(mut self, concurrency: u32) -> Self {
        self.concurrency = concurrency;
        self
    }

    /// How long a job stays ours without a sign of life: 30 s by default. So long does the work
    /// of a killed worker rest.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// What the table says of who has a job; by default a random name.
    pub fn worker(mut self, name: impl Into<String>) -> Self {
        self.worker = Some(name.into());
        self
    }

    /// The runner, when all of it fits together.
    pub fn build(self) -> Result<Runner<E>, BuildError> {
        self.check_limits()?;
        let kinds = by_name(&self.kinds)?;
        let schedules = read_schedules(self.schedules, &kinds)?;
        let mut kind_names: Vec<_> = kinds.keys().copied().collect();
        kind_names.sort_unstable();
        let random = || format!("worker-{:016x}", self.chance.number());
        let worker = self.worker.unwrap_or_else(random);
        let shop = Shop {
            metrics: Metrics::new(&kind_names),
            store: self.store,
            writes: self.writes,
            env: Arc::new(self.env),
            chance: self.chance,
            kinds,
            kind_names,
            schedules,
            worker,
            concurrency: self.concurrency,
            lease: self.lease,
            held: crate::held::Held::default(),
        };
        Ok(Runner { shop: Arc::new(shop) })
    }

    fn check_limits(&self) -> Result<(), BuildError> {
        if self.kinds.is_empty() {
            return Err(BuildError::NoKinds);
        }
        if self.concurrency == 0 {
            return Err(BuildError::NoConcurrency);
        }
        if self.lease < LEASE_MIN {
            return Err(BuildError::LeaseTooShort(self.lease));
        }
        Ok(())
    }
}

fn by_name<E>(kinds: &[Kind<E>]) -> Result<Kinds<E>, BuildError> {
    let mut named = HashMap::new();
    for kind in kinds {
        if named.insert(kind.name, *kind).is_some() {
            return Err(BuildError::KindTwice(kind.name));
        }
    }
    Ok(named)
}

fn read_schedules<E>(planned: Vec<Planned>, kinds: &Kinds<E>) -> Result<Vec<Schedule>, BuildError> {
    let mut schedules: Vec<Schedule> = Vec::with_capacity(planned.len());
    for Planned { name, expression, job } in planned {
        if schedules.iter().any(|earlier| earlier.name == name) {
            return Err(BuildError::ScheduleTwice(name));
        }
        if !kinds.contains_key(job.kind.as_str()) {
            return Err(BuildError::ScheduleOfUnknownKind { schedule: name, kind: job.kind });
        }
        let schedule = Schedule::parse(&name, &expression, job);
        schedules.push(schedule.map_err(|source| BuildError::BadExpression {
            schedule: name,
            expression,
            source,
        })?);
    }
    Ok(schedules)
}

const CONCURRENCY: u32 = 2;
const LEASE: Duration = Duration::from_secs(30);
const LEASE_MIN: Duration = Duration::from_millis(30);
