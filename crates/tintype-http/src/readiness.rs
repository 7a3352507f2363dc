//! Whether the server is ready for visitors: what `/readyz` says.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A handle that the program turns to ready once everything stands, and back when it stops.
#[derive(Debug, Clone, Default)]
pub struct Readiness(Arc<AtomicBool>);

impl Readiness {
    /// Not ready yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says whether visitors may come.
    pub fn set(&self, is_ready: bool) {
        self.0.store(is_ready, Ordering::Release);
    }

    /// Whether visitors may come.
    pub fn is_ready(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}
