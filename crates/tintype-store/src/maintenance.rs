//! What keeps a database in order, and what wakes its readers.

use std::path::Path;

use async_trait::async_trait;
use tokio::sync::watch;

use crate::StoreError;

/// Care of the database itself.
#[async_trait]
pub trait Maintenance: Send + Sync {
    /// Answers when the database can be read and written.
    async fn ping(&self) -> Result<(), StoreError>;

    /// Changes after every write, by this process or another: caches empty themselves, workers
    /// and the index look for work. A write elsewhere is seen within 25 ms where the database
    /// allows it.
    fn writes(&self) -> watch::Receiver<u64>;

    /// Writes a consistent copy of everything into the new file `to`, while others go on.
    async fn copy_to(&self, to: &Path) -> Result<(), StoreError>;

    /// Counts again what is kept beside its rows (likes, totals of users, collections, topics)
    /// and says what differs.
    async fn drifts(&self) -> Result<Vec<Drift>, StoreError>;

    /// What the database's own check of itself says; empty when all is well.
    async fn damages(&self) -> Result<Vec<String>, StoreError>;

    /// The version of the schema.
    async fn schema_version(&self) -> Result<u32, StoreError>;

    /// Writes what is only in memory or in a log to its place, and closes.
    async fn close(&self);
}

/// A number that is not what a recount says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// Of what: `users.total_photos` and the like.
    pub what: &'static str,
    /// Of which one.
    pub id: String,
    /// The number kept.
    pub kept: u64,
    /// The number counted.
    pub counted: u64,
}
