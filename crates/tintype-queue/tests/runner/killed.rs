//! Worker processes are killed in the midst of work: nothing is lost, no end is written twice.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tintype_store::JobState;
use tokio::time::{Instant, sleep};

use crate::jobs::{Traced, traced};
use crate::table::{Table, open_sqlite};

const JOBS: usize = 2_000;
const KILLS: u32 = 12;
/// Names the folder of the table to the process that is to be killed.
const FOLDER: &str = "TINTYPE_TEST_WORKER_FOLDER";

#[tokio::test]
async fn killed_workers_lose_no_job() {
    let folder = tempfile::tempdir().unwrap();
    let table = open_sqlite(folder.path()).await;
    let jobs: Vec<_> = (0..JOBS).map(|n| traced(&trace_of(folder.path()), n)).collect();
    table.store.enqueue(&jobs).await.unwrap();
    for round in 0..KILLS {
        let mut worker = Worker::start(folder.path());
        worker.until_it_works(&trace_of(folder.path())).await;
        sleep(Duration::from_millis(10 + u64::from(round) * 7)).await;
        worker.0.kill().unwrap();
        worker.0.wait().unwrap();
    }
    let left = table.in_state(JobState::Done).await;
    assert!(left < JOBS, "all jobs were done before the last kill: no kill was tested");
    finish(&table).await;
    assert_eq!(table.in_state(JobState::Done).await, JOBS);
    assert_ran_at_least_once(&trace_of(folder.path()));
}

/// Not a test: the process that is killed. Does nothing unless it is told where.
#[tokio::test]
#[ignore = "started by the test above"]
async fn worker_process() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let table = open_sqlite(Path::new(&folder)).await;
    let _runner = table.runner().register::<Traced>().concurrency(4).build().unwrap().start();
    sleep(Duration::from_mins(5)).await;
}

/// Works off the rest, once the leases of the dead have run out.
async fn finish(table: &Table) {
    let runner = table.runner().register::<Traced>().concurrency(4).build().unwrap().start();
    let end = Instant::now() + Duration::from_mins(2);
    while table.in_state(JobState::Done).await < JOBS && Instant::now() < end {
        sleep(Duration::from_millis(20)).await;
    }
    runner.stop(Duration::from_secs(5)).await;
}

#[track_caller]
fn assert_ran_at_least_once(trace: &Path) {
    let mut runs: HashMap<usize, u32> = HashMap::new();
    for line in std::fs::read_to_string(trace).unwrap().lines() {
        *runs.entry(line.parse().unwrap()).or_default() += 1;
    }
    for job in 0..JOBS {
        let runs = runs.get(&job).copied().unwrap_or(0);
        assert!((1..=KILLS + 1).contains(&runs), "job {job} ran {runs} times");
    }
}

fn trace_of(folder: &Path) -> PathBuf {
    folder.join("trace")
}

struct Worker(Child);

impl Worker {
    fn start(folder: &Path) -> Self {
        let worker = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::worker_process", "--ignored"])
            .env(FOLDER, folder)
            .stdout(Stdio::null())
            .spawn();
        Self(worker.unwrap())
    }

    async fn until_it_works(&mut self, trace: &Path) {
        let length = || trace.metadata().map_or(0, |file| file.len());
        let (before, end) = (length(), Instant::now() + Duration::from_mins(1));
        while length() == before {
            assert!(Instant::now() < end, "the worker does not work");
            assert!(self.0.try_wait().unwrap().is_none(), "the worker ended by itself");
            sleep(Duration::from_millis(1)).await;
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Already gone in the good case.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
