//! Time that stands still until it is moved, and chance that repeats.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use tintype_domain::{Chance, Clock, Timestamp};

/// A clock that a test moves.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl Default for FixedClock {
    /// 1 March 2026, noon.
    fn default() -> Self {
        Self(AtomicI64::new(1_772_366_400_000_000))
    }
}

impl FixedClock {
    /// Lets time go by.
    pub fn advance(&self, by: Duration) {
        self.0.fetch_add(by.as_micros() as i64, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    /// Every look is a microsecond later, so that the order of writes shows.
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.fetch_add(1, Ordering::SeqCst))
    }
}

/// Chance from a seed (SplitMix64): fine for tests, no good for keys.
#[derive(Debug)]
pub struct SeededChance {
    state: AtomicU64,
    filling: Mutex<()>,
}

impl SeededChance {
    /// The same seed gives the same numbers.
    pub fn new(seed: u64) -> Self {
        Self { state: AtomicU64::new(seed), filling: Mutex::new(()) }
    }

    fn next(&self) -> u64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let state = self.state.fetch_add(STEP, Ordering::SeqCst).wrapping_add(STEP);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) {
        let _one_at_a_time = self.filling.lock();
        for part in bytes.chunks_mut(8) {
            let number = self.next().to_le_bytes();
            part.copy_from_slice(&number[..part.len()]);
        }
    }
}
