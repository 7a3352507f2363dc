//! The store on SQLite, in a file: the contract of every store, and what is SQLite's own.

use std::sync::Arc;

use tintype_store::contract::{ContractClock, ContractStore};
use tintype_store_sql::{OpenOptions, SqlStore};

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
