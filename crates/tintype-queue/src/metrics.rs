//! What the runner counts, for whoever prints it.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper bounds of the duration buckets; one more bucket takes what is longer.
pub const DURATION_BOUNDS: [Duration; 9] = [
    Duration::from_millis(1),
    Duration::from_millis(5),
    Duration::from_millis(25),
    Duration::from_millis(100),
    Duration::from_millis(500),
    Duration::from_millis(2_500),
    Duration::from_secs(10),
    Duration::from_mins(1),
    Duration::from_mins(10),
];

/// Counts of one runner since it was built. Cheap to clone; all clones show the same.
#[derive(Debug, Clone)]
pub struct Metrics(Arc<HashMap<&'static str, Counters>>);

/// The counts of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindMetrics {
    /// The kind.
    pub kind: &'static str,
    /// Tries begun.
    pub started: u64,
    /// Tries that succeeded.
    pub done: u64,
    /// Tries that failed, to be tried again.
    pub failed: u64,
    /// Tries that ended as dead letters.
    pub dead: u64,
    /// Given back by a stop, begun or not.
    pub released: u64,
    /// Broken off because another had the lease.
    pub lost: u64,
    /// Running now.
    pub running: u64,
    /// All tries together took so long.
    pub duration_sum: Duration,
    /// How many tries took up to each of [`DURATION_BOUNDS`] (and not up to the one before), and
    /// how many took longer than all.
    pub durations: [u64; DURATION_BOUNDS.len() + 1],
}

#[derive(Debug, Default)]
struct Counters {
    started: AtomicU64,
    done: AtomicU64,
    failed: AtomicU64,
    dead: AtomicU64,
    released: AtomicU64,
    lost: AtomicU64,
    running: AtomicU64,
    duration_micros: AtomicU64,
    durations: [AtomicU64; DURATION_BOUNDS.len() + 1],
}

/// What became of a try, for counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Done,
    Failed,
    Dead,
    Released,
    Lost,
}

impl Metrics {
    pub(crate) fn new(kinds: &[&'static str]) -> Self {
        Self(Arc::new(kinds.iter().map(|kind| (*kind, Counters::default())).collect()))
    }

    /// The counts as they stand, by name of kind.
    pub fn snapshot(&self) -> Vec<KindMetrics> {
        let mut kinds: Vec<_> = self.0.iter().map(|(kind, counters)| counters.read(kind)).collect();
        kinds.sort_by_key(|counts| counts.kind);
        kinds
    }

    pub(crate) fn started(&self, kind: &str) {
        if let Some(counters) = self.0.get(kind) {
            add(&counters.started, 1);
            add(&counters.running, 1);
        }
    }

    /// A try that had started is over.
    pub(crate) fn ended(&self, kind: &str, took: Duration) {
        let Some(counters) = self.0.get(kind) else { return };
        counters.running.fetch_sub(1, Ordering::Relaxed);
        add(&counters.duration_micros, u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
        add(&counters.durations[DURATION_BOUNDS.partition_point(|bound| *bound < took)], 1);
    }

    /// What became of a claimed job, started or not.
    pub(crate) fn counted(&self, kind: &str, fate: Fate) {
        let Some(counters) = self.0.get(kind) else { return };
        let counter = match fate {
            Fate::Done => &counters.done,
            Fate::Failed => &counters.failed,
            Fate::Dead => &counters.dead,
            Fate::Released => &counters.released,
            Fate::Lost => &counters.lost,
        };
        add(counter, 1);
    }
}

impl Counters {
    fn read(&self, kind: &'static str) -> KindMetrics {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        KindMetrics {
            kind,
            started: read(&self.started),
            done: read(&self.done),
            failed: read(&self.failed),
            dead: read(&self.dead),
            released: read(&self.released),
            lost: read(&self.lost),
            running: read(&self.running),
            duration_sum: Duration::from_micros(read(&self.duration_micros)),
            durations: std::array::from_fn(|bucket| read(&self.durations[bucket])),
        }
    }
}

fn add(counter: &AtomicU64, by: u64) {
    counter.fetch_add(by, Ordering::Relaxed);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_try_falls_into_the_first_bucket_that_holds_it() {
        let metrics = Metrics::new(&["a"]);
        for took in [0, 1, 2, 30, 700_000] {
            metrics.started("a");
            metrics.ended("a", Duration::from_millis(took));
        }
        let counts = &metrics.snapshot()[0];
        assert_eq!(counts.durations, [2, 1, 0, 1, 0, 0, 0, 0, 0, 1]);
        assert_eq!((counts.started, counts.running), (5, 0));
        assert_eq!(counts.duration_sum, Duration::from_millis(700_033));
    }

    #[test]
    fn kinds_are_counted_apart() {
        let metrics = Metrics::new(&["b", "a"]);
        metrics.counted("b", Fate::Dead);
        let counts = metrics.snapshot();
        assert_eq!((counts[0].kind, counts[0].dead), ("a", 0));
        assert_eq!((counts[1].kind, counts[1].dead), ("b", 1));
    }
}
