//! The store on SQLite, in a file: the contract of every store, and what is SQLite's own.

#![expect(clippy::unwrap_used, reason = "they are tests")]

use std::{path::Path, sync::Arc};

use tintype_store::contract::{ContractClock, ContractStore};
use tintype_store_sql::{OpenOptions, SqlStore};

mod care;
mod opening;
mod sharing;

mod contract {
    tintype_store::store_contract!(crate::open);
}

/// A fresh database in a folder of its own.
async fn open() -> ContractStore {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(ContractClock::new());
    let options = OpenOptions::sqlite(folder.path().join("library.db"), clock.clone());
    let store = SqlStore::open(&options).await.unwrap();
    ContractStore::new(Arc::new(store), clock, folder)
}

/// How the database at `path` is opened, by one of several programs.
fn options(path: &Path) -> OpenOptions {
    OpenOptions::sqlite(path, Arc::new(ContractClock::new()))
}

/// Another handle of the database at `path`, as another program has it.
async fn handle(path: &Path) -> Arc<SqlStore> {
    Arc::new(SqlStore::open(&options(path)).await.unwrap())
}

/// Does to the database at `path` what no store does.
async fn tamper(path: &Path, sql: &'static str) {
    let settings = sqlx::sqlite::SqliteConnectOptions::new().filename(path).foreign_keys(false);
    let pool = sqlx::SqlitePool::connect_with(settings).await.unwrap();
    sqlx::query(sql).execute(&pool).await.unwrap();
    pool.close().await;
}
