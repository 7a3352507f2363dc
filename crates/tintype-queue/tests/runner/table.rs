//! A job table of either sort with runners on it, and waiting for what must happen.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tintype_domain::{Chance, Clock, Timestamp};
use tintype_queue::{Builder, Runner};
use tintype_store::{JobId, JobRecord, JobState, JobStore, Maintenance, NewJob};
use tintype_store_sql::{OpenOptions, SqlStore};
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use crate::jobs::{Gated, Note, Notebook, Polite, Shared, Unlucky, Urgent};
use crate::memory_store::MemoryStore;

/// A job table, and the notebook of the jobs in it.
pub struct Table {
    pub store: Arc<dyn JobStore>,
    pub writes: watch::Receiver<u64>,
    pub notebook: Shared,
    /// What must live as long as the table.
    _keep: Box<dyn std::any::Any + Send>,
}

pub fn in_memory() -> Table {
    let store = Arc::new(MemoryStore::new());
    let writes = store.writes();
    Table::new(store, writes, Box::new(()))
}

pub async fn on_sqlite() -> Table {
    let folder = tempfile::tempdir().unwrap();
    let table = open_sqlite(folder.path()).await;
    Table { _keep: Box::new(folder), ..table }
}

/// The table in this folder, which other processes may have open as well.
pub async fn open_sqlite(folder: &Path) -> Table {
    let options = OpenOptions::sqlite(folder.join("jobs.db"), Arc::new(SystemClock));
    let store = Arc::new(SqlStore::open(&options).await.unwrap());
    let writes = store.writes();
    Table::new(store, writes, Box::new(()))
}

struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that is handed in")]
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        Timestamp::from_micros(since.as_micros() as i64)
    }
}

impl Table {
    pub fn new(
        store: Arc<dyn JobStore>,
        writes: watch::Receiver<u64>,
        keep: Box<dyn std::any::Any + Send>,
    ) -> Self {
        let notebook = Notebook::new();
        *notebook.store.lock().unwrap() = Some(store.clone());
        Self { store, writes, notebook, _keep: keep }
    }

    /// A runner of all kinds, one job at a time, with a lease that tests can wait for.
    pub fn runner(&self) -> Builder<Shared> {
        self.runner_on(self.store.clone())
    }

    pub fn runner_on(&self, store: Arc<dyn JobStore>) -> Builder<Shared> {
        let chance = Arc::new(Counting(AtomicU64::new(0)));
        Runner::builder(store, self.writes.clone(), self.notebook.clone(), chance)
            .register::<Note>()
            .register::<Urgent>()
            .register::<Unlucky>()
            .register::<Gated>()
            .register::<Polite>()
            .concurrency(1)
            .lease(LEASE)
    }

    pub async fn enqueue(&self, job: NewJob) -> JobId {
        self.store.enqueue(&[job]).await.unwrap()[0].expect("no job with this key waits")
    }

    pub async fn enqueue_notes(&self, count: usize) {
        let notes: Vec<_> = (0..count).map(|n| crate::jobs::note(&format!("note {n}"))).collect();
        self.store.enqueue(&notes).await.unwrap();
    }

    pub async fn job(&self, id: JobId) -> JobRecord {
        self.store.job(id).await.unwrap().unwrap()
    }

    pub async fn in_state(&self, state: JobState) -> usize {
        self.store.jobs_in(state, 100_000).await.unwrap().len()
    }

    /// Runs what is due once and says how the job stands then.
    pub async fn run_once(&self, job: NewJob) -> JobRecord {
        let id = self.enqueue(job).await;
        self.runner().build().unwrap().run_until_idle().await.unwrap();
        self.job(id).await
    }

    pub async fn until_state(&self, id: JobId, state: JobState) -> JobRecord {
        let end = Instant::now() + PATIENCE;
        loop {
            let record = self.job(id).await;
            if record.state == state {
                return record;
            }
            assert!(Instant::now() < end, "job {id:?} did not become {state:?}: {record:?}");
            sleep(STEP).await;
        }
    }

    pub async fn until_line(&self, line: &str) {
        self.until_lines(line, 1).await;
    }

    pub async fn until_lines(&self, line: &str, count: usize) {
        let end = Instant::now() + PATIENCE;
        while self.notebook.count(line) < count {
            let lines = self.notebook.lines();
            assert!(Instant::now() < end, "not {count} times \"{line}\": {lines:?}");
            sleep(STEP).await;
        }
    }
}

/// Chance that can be foretold, and is not the same every time.
struct Counting(AtomicU64);

impl Chance for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let next = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        bytes.iter_mut().zip(next.to_le_bytes().iter().cycle()).for_each(|(to, from)| *to = *from);
    }
}

/// Long enough that a busy disk does not lose it.
pub const LEASE: Duration = Duration::from_secs(3);
const PATIENCE: Duration = Duration::from_mins(1);
const STEP: Duration = Duration::from_millis(2);

/// Makes two tests of each behaviour: on the table in memory, whose time passes at once, and on
/// SQLite, whose threads need real time.
#[macro_export]
macro_rules! on_every_table {
    ($($behaviour:ident)*) => {
        mod in_memory {
            $(
                #[tokio::test(start_paused = true)]
                async fn $behaviour() {
                    super::$behaviour($crate::table::in_memory()).await;
                }
            )*
        }

        mod on_sqlite {
            $(
                #[tokio::test]
                async fn $behaviour() {
                    super::$behaviour($crate::table::on_sqlite().await).await;
                }
            )*
        }
    };
}
