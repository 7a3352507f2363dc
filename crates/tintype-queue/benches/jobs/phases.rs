//! The measurements, one after the other, each on a database of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tintype_queue::{Job, Runner, RunnerHandle};
use tintype_store::{JobState, JobStore, Maintenance, NewJob};
use tintype_store_sql::{OpenOptions, SqlStore};
use tokio::time::sleep;

use crate::Settings;
use crate::clock::{NoChance, SystemClock, cpu_seconds};
use crate::noop::{Journal, Noop, now_micros, read_journal};
use crate::report::{Latency, Report};

/// A database and the journal of the jobs in it.
struct Place {
    store: Arc<SqlStore>,
    database: PathBuf,
    journal: PathBuf,
}

pub async fn measure(folder: &Path, settings: &Settings) -> Result<Report> {
    let one_by_one = enqueue_one_by_one(&Place::open(folder, "single").await?).await?;
    let place = Place::open(folder, "drain").await?;
    let batched = enqueue_in_batches(&place, settings.jobs).await?;
    let cpu = cpu_seconds();
    let drain = drain(&place, settings).await?;
    let drain_cpu = cpu_seconds() - cpu;
    let inside = paced_inside(&Place::open(folder, "inside").await?, settings).await?;
    let outside = paced_outside(&Place::open(folder, "outside").await?, settings).await?;
    Ok(Report {
        jobs: settings.jobs,
        enqueued_one_by_one_per_s: one_by_one,
        enqueued_in_hundreds_per_s: batched,
        drained_per_s: drain,
        drain_cpu_s_per_1000: drain_cpu * 1_000.0 / settings.jobs as f64,
        inside,
        outside,
    })
}

/// The other process: queues jobs at the pace into a database where a worker waits.
pub async fn enqueue_from_outside(database: &Path, jobs: usize) -> Result<()> {
    let store = SqlStore::open(&OpenOptions::sqlite(database, Arc::new(SystemClock))).await?;
    paced(&store, jobs).await
}

impl Place {
    async fn open(folder: &Path, name: &str) -> Result<Self> {
        let database = folder.join(name).with_extension("db");
        let options = OpenOptions::sqlite(&database, Arc::new(SystemClock));
        let store = Arc::new(SqlStore::open(&options).await?);
        Ok(Self { store, database, journal: folder.join(name).with_extension("journal") })
    }

    fn start(&self, concurrency: u32) -> Result<RunnerHandle> {
        let journal = Journal::open(&self.journal)?;
        let (store, writes) = (self.store.clone(), self.store.writes());
        let runner = Runner::builder(store, writes, journal, Arc::new(NoChance));
        let runner = runner.register::<Noop>().concurrency(concurrency).build()?;
        Ok(runner.start())
    }

    async fn count(&self, state: JobState) -> Result<u64> {
        let counts = self.store.job_counts().await?;
        Ok(counts.iter().filter(|count| count.state == state).map(|count| count.count).sum())
    }

    /// Waits until this many jobs are done as far as the table knows, durably.
    async fn until_done(&self, jobs: usize) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        while self.count(JobState::Done).await? < jobs as u64 {
            ensure!(Instant::now() < end, "the jobs did not end");
            sleep(Duration::from_millis(2)).await;
        }
        Ok(())
    }
}

/// A client that queues single jobs, each with a commit of its own.
async fn enqueue_one_by_one(place: &Place) -> Result<f64> {
    let begun = Instant::now();
    for _ in 0..SINGLES {
        place.store.enqueue(&[Noop::queued_now().to_new_job()]).await?;
    }
    Ok(per_second(SINGLES, begun))
}

async fn enqueue_in_batches(place: &Place, jobs: usize) -> Result<f64> {
    let begun = Instant::now();
    for first in (0..jobs).step_by(BATCH) {
        let count = BATCH.min(jobs - first);
        let batch: Vec<NewJob> = (0..count).map(|_| Noop::queued_now().to_new_job()).collect();
        place.store.enqueue(&batch).await?;
    }
    Ok(per_second(jobs, begun))
}

/// From the start of the worker until the table says of every job that it is done.
async fn drain(place: &Place, settings: &Settings) -> Result<f64> {
    let begun = Instant::now();
    let runner = place.start(settings.concurrency)?;
    place.until_done(settings.jobs).await?;
    let rate = per_second(settings.jobs, begun);
    runner.stop(Duration::from_secs(5)).await;
    let ran = read_journal(&place.journal)?.len();
    ensure!(ran == settings.jobs, "{ran} of {} jobs ran", settings.jobs);
    Ok(rate)
}

async fn paced_inside(place: &Place, settings: &Settings) -> Result<Latency> {
    let runner = place.start(settings.concurrency)?;
    sleep(SETTLE).await;
    paced(&place.store, settings.paced).await?;
    latency(place, runner, settings.paced).await
}

async fn paced_outside(place: &Place, settings: &Settings) -> Result<Latency> {
    let runner = place.start(settings.concurrency)?;
    sleep(SETTLE).await;
    let mut other = tokio::process::Command::new(std::env::current_exe()?)
        .args(["--paced", &settings.paced.to_string(), "--enqueue-into"])
        .arg(&place.database)
        .spawn()
        .context("the other process does not start")?;
    ensure!(other.wait().await?.success(), "the other process failed");
    latency(place, runner, settings.paced).await
}

async fn latency(place: &Place, runner: RunnerHandle, jobs: usize) -> Result<Latency> {
    place.until_done(jobs).await?;
    runner.stop(Duration::from_secs(5)).await;
    let waits = read_journal(&place.journal)?;
    Ok(Latency::of(waits.iter().map(|[queued, begun, _]| begun - queued).collect()))
}

/// 50 jobs a second, so that each finds an idle worker.
async fn paced(store: &SqlStore, jobs: usize) -> Result<()> {
    let begun = now_micros();
    for n in 0..jobs {
        let wait = begun + n as i64 * PACE_MICROS - now_micros();
        sleep(Duration::from_micros(u64::try_from(wait).unwrap_or(0))).await;
        store.enqueue(&[Noop::queued_now().to_new_job()]).await?;
    }
    Ok(())
}

fn per_second(count: usize, since: Instant) -> f64 {
    count as f64 / since.elapsed().as_secs_f64()
}

const SINGLES: usize = 500;
const BATCH: usize = 100;
const PACE_MICROS: i64 = 20_000;
const SETTLE: Duration = Duration::from_millis(300);
const PATIENCE: Duration = Duration::from_mins(2);
