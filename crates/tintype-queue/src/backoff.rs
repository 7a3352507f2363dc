//! How long to wait before the next try: twice as long each time, never all at the same moment.

use std::time::Duration;

use tintype_domain::Chance;

/// The longest pause after the first failure.
pub const PAUSE_FIRST: Duration = Duration::from_secs(2);

/// No pause is longer.
pub const PAUSE_LONGEST: Duration = Duration::from_hours(1);

/// The pause after try `attempt` (from 1) failed: somewhere in the upper half of 2 s, 4 s, 8 s …
/// so that jobs which failed together do not come back together.
pub(crate) fn pause(attempt: u32, chance: &dyn Chance) -> Duration {
    let doublings = attempt.saturating_sub(1).min(DOUBLINGS_MAX);
    let whole = (PAUSE_FIRST * (1 << doublings)).min(PAUSE_LONGEST);
    let half = whole / 2;
    let micros = u64::try_from(half.as_micros()).expect("half an hour fits");
    half + Duration::from_micros(chance.number() % (micros + 1))
}

/// 2 s doubled eleven times is past the longest pause.
const DOUBLINGS_MAX: u32 = 11;

#[cfg(test)]
mod tests {
    use super::*;

    struct Always(u8);

    impl Chance for Always {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[test]
    fn pauses_double_up_to_an_hour() {
        let shortest: Vec<_> = (1..=12).map(|n| pause(n, &Always(0)).as_secs()).collect();
        assert_eq!(shortest, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1800]);
        assert_eq!(pause(u32::MAX, &Always(0)), PAUSE_LONGEST / 2);
    }

    #[test]
    fn jitter_stays_within_the_upper_half() {
        for (attempt, byte) in (1..40).flat_map(|n| [0, 1, 77, 200, 255].map(|b| (n, b))) {
            let pause = pause(attempt, &Always(byte));
            let shortest = super::pause(attempt, &Always(0));
            assert!(shortest <= pause && pause <= shortest * 2, "{attempt} {byte}: {pause:?}");
        }
    }

    #[test]
    fn chance_moves_the_pause() {
        assert_ne!(pause(3, &Always(1)), pause(3, &Always(2)));
    }

    #[test]
    fn a_zeroth_try_is_the_first() {
        assert_eq!(pause(0, &Always(0)), pause(1, &Always(0)));
    }
}
