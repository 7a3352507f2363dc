//! How fast the job table is: queues 10,000 jobs that do nothing, and drains them with durable
//! commits. `cargo bench -p tintype-store-sql --bench jobs [-- JOBS [BATCH [WORKERS]]]`

use std::{sync::Arc, time::Duration, time::Instant};

use tintype_store::{
    Claim, Finished, JobStore, Outcome,
    contract::{ContractClock, job},
};
use tintype_store_sql::{OpenOptions, SqlStore};

#[tokio::main]
async fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|word| word.parse::<usize>().ok());
    let jobs = numbers.next().unwrap_or(10_000);
    let batch = numbers.next().unwrap_or(250);
    let workers = numbers.next().unwrap_or(2);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("jobs.db");
    let options = OpenOptions::sqlite(path, Arc::new(ContractClock::new()));
    let store = Arc::new(SqlStore::open(&options).await.expect("a new database opens"));

    let started = Instant::now();
    let new = vec![job("nothing"); jobs];
    for part in new.chunks(1000) {
        store.enqueue(part).await.expect("jobs are queued");
    }
    report("queued", jobs, started);

    let started = Instant::now();
    let drains = (0..workers).map(|worker| tokio::spawn(drain(Arc::clone(&store), worker, batch)));
    let mut drained = 0;
    for drain in drains.collect::<Vec<_>>() {
        drained += drain.await.expect("a worker ends well");
    }
    assert_eq!(drained, jobs, "every job ran once");
    report("drained", jobs, started);
}

async fn drain(store: Arc<SqlStore>, worker: usize, batch: usize) -> usize {
    let name = format!("worker {worker}");
    let lease = Duration::from_mins(1);
    let claim = Claim { worker: &name, kinds: &["nothing"], limit: batch as u32, lease };
    let mut drained = 0;
    loop {
        let jobs = store.claim(&claim).await.expect("jobs are claimed");
        if jobs.is_empty() {
            return drained;
        }
        let done = |job: &tintype_store::ClaimedJob| Finished {
            id: job.id,
            fence: job.fence,
            outcome: Outcome::Done,
        };
        let finished: Vec<Finished> = jobs.iter().map(done).collect();
        store.finish(&finished).await.expect("jobs are finished");
        drained += jobs.len();
    }
}

fn report(what: &str, jobs: usize, started: Instant) {
    let seconds = started.elapsed().as_secs_f64();
    println!("{what} {jobs} jobs in {:.0} ms: {:.0}/s", seconds * 1e3, jobs as f64 / seconds);
}
