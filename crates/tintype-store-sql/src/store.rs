//! The store itself: its connections, its clock, its transactions.

use std::sync::Arc;

use sea_orm::DatabaseConnection;
use tintype_domain::{Clock, Timestamp};
use tintype_store::StoreError;

use crate::{
    open::OpenOptions,
    ticks::Ticks,
    writing::{Log, Writing},
};

/// A store in an SQL database.
pub struct SqlStore {
    /// One connection, so that writes of this process queue here and not in the database.
    pub(crate) write: DatabaseConnection,
    /// Several connections that cannot write.
    pub(crate) read: DatabaseConnection,
    pub(crate) ticks: Ticks,
    pub(crate) log: Log,
    pub(crate) options: OpenOptions,
}

impl SqlStore {
    /// Begins a write; it holds the only right to write until it is committed or dropped.
    pub(crate) async fn writing(&self) -> Result<Writing<'_>, StoreError> {
        Writing::begin(&self.write, &self.ticks, &self.log).await
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        &self.options.clock
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock().now()
    }
}

impl std::fmt::Debug for SqlStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqlStore").field("path", &self.options.path).finish_non_exhaustive()
    }
}
