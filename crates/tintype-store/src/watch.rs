//! What one request makes the parts below the pages do, told to whoever watches it: for the page
//! that shows a call as a conversation. Where nobody watches, nothing is timed and nothing written.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::JobId;

/// Something that was done for the request being watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// A statement was run.
    Query {
        /// Its text, with marks where values go.
        text: String,
        /// Rows it answered or touched.
        rows: u64,
        /// How long it took.
        took: Duration,
    },
    /// A job was queued, in the transaction of the write that causes it.
    Job {
        /// Its number.
        id: JobId,
        /// What is to be done.
        kind: String,
    },
    /// The search index was asked.
    Index {
        /// How long it took.
        took: Duration,
    },
}

/// Takes what is seen, in the order it happens.
pub type Watcher = Arc<dyn Fn(Seen) + Send + Sync>;

tokio::task_local! {
    static WATCHER: Watcher;
}

/// Runs a request under the eyes of a watcher. What the request spawns is not seen.
pub async fn watched<T>(watcher: Watcher, request: impl Future<Output = T>) -> T {
    WATCHER.scope(watcher, request).await
}

/// The moment before something is done; `None` when nobody watches.
pub fn begun() -> Option<Instant> {
    WATCHER.try_with(|_| Instant::now()).ok()
}

/// Tells the watcher, if there is one.
pub fn tell(seen: impl FnOnce() -> Seen) {
    // Without a watcher there is nobody to tell.
    let _ = WATCHER.try_with(|watcher| watcher(seen()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn only_a_watched_request_is_told_of() {
        assert_eq!(begun(), None);
        tell(|| unreachable!("nobody watches"));
        let told = Arc::new(Mutex::new(Vec::new()));
        let book = told.clone();
        let watcher: Watcher = Arc::new(move |seen| book.lock().unwrap().push(seen));
        let seen = Seen::Job { id: JobId(7), kind: "render".to_owned() };
        let request = watched(watcher, async {
            assert!(begun().is_some());
            tell(|| seen.clone());
        });
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(request);
        assert_eq!(*told.lock().unwrap(), [seen]);
    }
}
