//! How many calls each application has left in this hour; strangers share by address.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use tintype_domain::{App as Application, AppId, HourlyLimit, Timestamp};

/// Counts calls in windows of one hour. Held in memory: a restart is a gift of calls.
pub(crate) struct HourlyCalls {
    per_hour: u32,
    counted: Mutex<Counted>,
}

#[derive(Default)]
struct Counted {
    hour: i64,
    calls: HashMap<Counter, u32>,
}

#[derive(PartialEq, Eq, Hash)]
enum Counter {
    Application(AppId),
    Address(IpAddr),
}

/// What is left after a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Calls in an hour.
    pub limit: u32,
    /// Calls left.
    pub remaining: u32,
    /// Whether this call was still among them.
    pub is_within: bool,
    /// Seconds until there are new ones.
    pub resets_in: u64,
}

impl HourlyCalls {
    /// `per_hour` calls for those of whom nothing else is said; 0 is no limit.
    pub(crate) fn new(per_hour: u32) -> Self {
        Self { per_hour, counted: Mutex::default() }
    }

    /// Counts a call: on the application when there is one, else on the address.
    pub(crate) fn count(
        &self,
        application: Option<&Application>,
        from: IpAddr,
        now: Timestamp,
    ) -> Tally {
        let limit = match application.map_or(HourlyLimit::Default, |application| application.limit)
        {
            HourlyLimit::PerHour(limit) => Some(limit),
            HourlyLimit::Default => Some(self.per_hour).filter(|limit| *limit > 0),
            HourlyLimit::Unlimited => None,
        };
        self.tally(limit, application, from, now)
    }

    /// Counts on a budget of its own, which is the same for all but applications without limit.
    pub(crate) fn count_apart(
        &self,
        application: Option<&Application>,
        from: IpAddr,
        now: Timestamp,
    ) -> Tally {
        let is_free = application.is_some_and(|app| app.limit == HourlyLimit::Unlimited);
        let limit = Some(self.per_hour).filter(|limit| *limit > 0 && !is_free);
        self.tally(limit, application, from, now)
    }

    fn tally(
        &self,
        limit: Option<u32>,
        application: Option<&Application>,
        from: IpAddr,
        now: Timestamp,
    ) -> Tally {
        let resets_in = 3_600 - now.as_seconds().rem_euclid(3_600) as u64;
        let Some(limit) = limit else {
            return Tally { limit: UNLIMITED, remaining: UNLIMITED, is_within: true, resets_in };
        };
        let counter = match application {
            Some(application) => Counter::Application(application.id.clone()),
            None => Counter::Address(network(from)),
        };
        let calls = self.one_more(counter, now);
        Tally {
            limit,
            remaining: limit.saturating_sub(calls),
            is_within: calls <= limit,
            resets_in,
        }
    }

    fn one_more(&self, counter: Counter, now: Timestamp) -> u32 {
        let hour = now.as_seconds().div_euclid(3_600);
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.hour != hour {
            *counted = Counted { hour, calls: HashMap::new() };
        }
        // Strangers from many addresses must not fill the memory.
        if counted.calls.len() >= MOST_COUNTED {
            counted.calls.retain(|counter, _| matches!(counter, Counter::Application(_)));
        }
        let calls = counted.calls.entry(counter).or_insert(0);
        *calls = calls.saturating_add(1);
        *calls
    }
}

/// One customer has a whole /64.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) & !u128::from(u64::MAX)).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// What is said where there is no limit: some clients index the header, so there must be one.
const UNLIMITED: u32 = 1_000_000;
const MOST_COUNTED: usize = 100_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_run_out_and_come_back_with_the_hour() {
        let calls = HourlyCalls::new(2);
        let from = IpAddr::from([192, 0, 2, 1]);
        let now = Timestamp::from_micros(0);
        let left: Vec<_> = (0..3).map(|_| calls.count(None, from, now)).collect();
        assert_eq!(left.iter().map(|tally| tally.remaining).collect::<Vec<_>>(), [1, 0, 0]);
        assert_eq!(
            left.iter().map(|tally| tally.is_within).collect::<Vec<_>>(),
            [true, true, false]
        );
        let later = Timestamp::from_micros(3_600_000_000);
        assert!(calls.count(None, from, later).is_within);
        let other = IpAddr::from([192, 0, 2, 2]);
        assert!(calls.count(None, other, now).is_within);
    }

    #[test]
    fn a_thousand_at_once_get_no_call_too_many() {
        let calls = HourlyCalls::new(300);
        let (from, now) = (IpAddr::from([192, 0, 2, 1]), Timestamp::from_micros(0));
        let admitted = std::sync::atomic::AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..20 {
                scope.spawn(|| {
                    let within = (0..50).filter(|_| calls.count(None, from, now).is_within);
                    let within = within.count() as u32;
                    admitted.fetch_add(within, std::sync::atomic::Ordering::Relaxed);
                });
            }
        });
        assert_eq!(admitted.into_inner(), 300);
    }

    #[test]
    fn no_limit_still_has_numbers() {
        let tally =
            HourlyCalls::new(0).count(None, IpAddr::from([1, 1, 1, 1]), Timestamp::from_micros(0));
        assert!(tally.is_within && tally.limit > 0 && tally.remaining > 0);
    }

    #[test]
    fn a_customers_network_counts_as_one() {
        let one: IpAddr = "2001:db8:1:2::1".parse().unwrap();
        let two: IpAddr = "2001:db8:1:2:ffff::2".parse().unwrap();
        let other: IpAddr = "2001:db8:1:3::1".parse().unwrap();
        assert_eq!(network(one), network(two));
        assert_ne!(network(one), network(other));
    }
}
