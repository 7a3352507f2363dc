//! A write transaction: begun at once, short, and told to everyone when it is done.

use std::{path::Path, time::Duration};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use tintype_store::StoreError;
use tokio::{sync::Mutex, time::Instant};

use crate::{error::fault, ticks::Ticks};

/// An open write transaction. Dropped without a commit, it never was.
pub(crate) struct Writing<'a> {
    pub tx: DatabaseTransaction,
    ticks: &'a Ticks,
    log: &'a Log,
}

impl<'a> Writing<'a> {
    /// Waits for its turn, then holds the only right to write.
    pub async fn begin(
        db: &DatabaseConnection,
        ticks: &'a Ticks,
        log: &'a Log,
    ) -> Result<Self, StoreError> {
        log.shorten_when_long(db).await?;
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = db.begin_with_options(options).await.map_err(fault)?;
        Ok(Self { tx, ticks, log })
    }

    /// Makes it last. When this answers, the disk has it.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.tx.commit().await.map_err(fault)?;
        self.log.has_grown();
        self.ticks.tick();
        Ok(())
    }
}

/// SQLite's write-ahead log, kept from growing without bound. SQLite starts it anew by itself, but
/// only at a moment when nobody reads; under steady reading such a moment must be made.
#[derive(Debug)]
pub(crate) struct Log {
    path: Option<std::path::PathBuf>,
    is_long: std::sync::atomic::AtomicBool,
    tried: Mutex<Option<Instant>>,
}

impl Log {
    /// The log of the database at `path`.
    pub fn of(path: &Path) -> Self {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        Self { path: Some(log.into()), is_long: false.into(), tried: Mutex::new(None) }
    }

    fn has_grown(&self) {
        let length = self.path.as_ref().and_then(|path| path.metadata().ok());
        let is_long = length.is_some_and(|file| file.len() > LONG_LOG_BYTES);
        self.is_long.store(is_long, std::sync::atomic::Ordering::Relaxed);
    }

    async fn shorten_when_long(&self, db: &DatabaseConnection) -> Result<(), StoreError> {
        if !self.is_long.load(std::sync::atomic::Ordering::Relaxed) {
            return Ok(());
        }
        let mut tried = self.tried.lock().await;
        if tried.is_some_and(|at| at.elapsed() < SHORTEN_AGAIN_AFTER) {
            return Ok(());
        }
        *tried = Some(Instant::now());
        // Readers are waited for, but not long: they are more important than a short log.
        db.execute_unprepared(
            "PRAGMA busy_timeout = 100; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 5000",
        )
        .await
        .map_err(fault)?;
        self.has_grown();
        Ok(())
    }
}

const LONG_LOG_BYTES: u64 = 32 << 20;
const SHORTEN_AGAIN_AFTER: Duration = Duration::from_secs(1);
