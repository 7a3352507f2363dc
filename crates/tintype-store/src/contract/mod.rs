//! The contract every database must keep: one function a behaviour, run by each implementation.
//!
//! A backend's tests say how a fresh store is opened and call `store_contract!(open)`; that makes
//! a `#[tokio::test]` of every behaviour. `open` is an async function that answers a
//! [`ContractStore`].

mod samples;

use std::{
    any::Any,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use tintype_domain::{Clock, Timestamp};

use crate::Store;

pub use samples::{Samples, collection, dataset_photo, job, photo, topic, user};

/// A fresh, empty store, with the clock that it runs on.
pub struct ContractStore {
    /// The store.
    pub store: Arc<dyn Store>,
    /// Its clock, which stands still until it is moved.
    pub clock: Arc<ContractClock>,
    guard: Box<dyn Any + Send + Sync>,
}

impl ContractStore {
    /// A store; `guard` is kept as long as the store is in use (its folder, its server).
    pub fn new(
        store: Arc<dyn Store>,
        clock: Arc<ContractClock>,
        guard: impl Any + Send + Sync,
    ) -> Self {
        Self { store, clock, guard: Box::new(guard) }
    }
}

impl std::fmt::Debug for ContractStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ContractStore").field("guard", &self.guard).finish_non_exhaustive()
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct ContractClock(AtomicI64);

impl ContractClock {
    /// A clock that shows the contract's first moment, 1 February 2026.
    pub fn new() -> Self {
        Self(AtomicI64::new(START.as_micros()))
    }

    /// Moves it on.
    pub fn advance(&self, by: Duration) {
        self.0.fetch_add(by.as_micros() as i64, Ordering::Relaxed);
    }
}

impl Default for ContractClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for ContractClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}

/// The moment at which every contract begins: 2026-02-01T10:00:00Z.
pub const START: Timestamp = Timestamp::from_micros(1_769_940_000_000_000);
