//! The watch that ticks after every commit, our own or another process's.

use std::{sync::Arc, time::Duration};

use sea_orm::DatabaseConnection;
use tokio::{sync::watch, task::JoinHandle};

use crate::sql::Sql;

/// Tells whoever waits that something was written.
#[derive(Debug)]
pub(crate) struct Ticks {
    sender: Arc<watch::Sender<u64>>,
    poll: JoinHandle<()>,
}

impl Ticks {
    /// Starts watching. `db` has one connection that is used for nothing else: SQLite's data
    /// version is how one connection sees the commits of all others.
    pub fn watch(db: DatabaseConnection) -> Self {
        let sender = Arc::new(watch::Sender::new(0));
        let poll = tokio::spawn(poll(db, Arc::clone(&sender)));
        Self { sender, poll }
    }

    /// Ticks: this process has committed.
    pub fn tick(&self) {
        self.sender.send_modify(|count| *count += 1);
    }

    /// What to wait on.
    pub fn subscribe(&self) -> watch::Receiver<u64> {
        self.sender.subscribe()
    }

    /// Looks no longer at what others write.
    pub fn stop(&self) {
        self.poll.abort();
    }
}

impl Drop for Ticks {
    fn drop(&mut self) {
        self.poll.abort();
    }
}

async fn poll(db: DatabaseConnection, sender: Arc<watch::Sender<u64>>) {
    let mut timer = tokio::time::interval(POLL_EVERY);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut seen: Option<i64> = None;
    loop {
        timer.tick().await;
        // A failed look is no news; the next one comes soon, and who reads hears of the fault.
        let Ok(version) = Sql::new("PRAGMA data_version", []).value::<i64>(&db).await else {
            continue;
        };
        if version != seen && seen.is_some() {
            sender.send_modify(|count| *count += 1);
        }
        seen = version;
    }
}

/// Half of it is what a job from another process waits on average; a look costs some 50 µs.
const POLL_EVERY: Duration = Duration::from_millis(12);
