//! How many jobs to claim beyond those that run at once: so many as will start within a moment.

use std::time::Duration;

/// Follows how long jobs take. Of quick ones hundreds are claimed with one commit; of slow ones
/// only what can start now, so that other workers and more urgent jobs are not kept waiting.
#[derive(Debug)]
pub(crate) struct Pace {
    concurrency: u32,
    average: Duration,
}

impl Pace {
    /// Knows nothing yet, and so claims nothing ahead.
    pub fn new(concurrency: u32) -> Self {
        Self { concurrency, average: UNKNOWN }
    }

    /// A job ended after so long.
    pub fn ended(&mut self, took: Duration) {
        self.average = (self.average * 3 + took.min(UNKNOWN)) / 4;
    }

    /// What was claimed ahead had to wait: start again from nothing.
    pub fn stalled(&mut self) {
        self.average = UNKNOWN;
    }

    /// So many may wait at the desk.
    pub fn ahead(&self) -> u32 {
        let average = self.average.as_micros().max(1);
        let each = u32::try_from(HORIZON.as_micros() / average).unwrap_or(u32::MAX);
        self.concurrency.saturating_mul(each).min(AHEAD_MAX)
    }
}

/// What is claimed ahead should start within this time.
const HORIZON: Duration = Duration::from_millis(20);
const UNKNOWN: Duration = Duration::from_millis(40);
const AHEAD_MAX: u32 = 1_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn after(jobs: usize, took: Duration) -> Pace {
        let mut pace = Pace::new(2);
        (0..jobs).for_each(|_| pace.ended(took));
        pace
    }

    #[test]
    fn nothing_is_claimed_ahead_at_first_nor_of_slow_jobs() {
        assert_eq!(Pace::new(2).ahead(), 0);
        assert_eq!(after(50, Duration::from_secs(2)).ahead(), 0);
    }

    #[test]
    fn quick_jobs_are_claimed_by_the_hundred() {
        assert_eq!(after(50, Duration::from_micros(5)).ahead(), AHEAD_MAX);
    }

    #[test]
    fn one_slow_job_among_quick_ones_cuts_back() {
        let mut pace = after(50, Duration::from_micros(5));
        pace.ended(Duration::from_mins(1));
        assert!(pace.ahead() <= 4, "{pace:?}");
    }

    #[test]
    fn a_stall_forgets_the_past() {
        let mut pace = after(50, Duration::from_micros(5));
        pace.stalled();
        assert_eq!(pace.ahead(), 0);
    }
}
