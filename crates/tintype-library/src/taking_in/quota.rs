//! How many pictures a user may send in an hour.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tintype_domain::{Timestamp, UserId};

const HOUR: Duration = Duration::from_hours(1);

/// Counts uploads by user in windows of an hour.
#[derive(Default)]
pub(crate) struct UploadQuota {
    windows: Mutex<HashMap<UserId, (Timestamp, u32)>>,
}

impl UploadQuota {
    /// Counts one more; says how long to wait when that is one too many.
    pub(crate) fn admit(&self, user: &UserId, limit: u32, now: Timestamp) -> Result<(), Duration> {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        windows.retain(|_, (since, _)| now.since(*since) < HOUR);
        let (since, count) = windows.entry(user.clone()).or_insert((now, 0));
        if *count >= limit {
            return Err(since.plus(HOUR).since(now));
        }
        *count += 1;
        Ok(())
    }

    /// How many more are admitted in this hour.
    pub(crate) fn left(&self, user: &UserId, limit: u32, now: Timestamp) -> u32 {
        let windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        let current = windows.get(user).filter(|(since, _)| now.since(*since) < HOUR);
        limit.saturating_sub(current.map_or(0, |(_, count)| *count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_holds_so_many_uploads_and_then_begins_anew() {
        let quota = UploadQuota::default();
        let user = UserId::parse("AAAAAAAAAAA").unwrap();
        let noon = Timestamp::from_micros(0);
        assert_eq!(quota.left(&user, 1, noon), 1);
        assert_eq!(quota.admit(&user, 1, noon), Ok(()));
        assert_eq!((quota.left(&user, 1, noon), quota.left(&user, 5, noon)), (0, 4));
        assert_eq!(quota.admit(&user, 1, noon.plus(HOUR / 4)), Err(HOUR * 3 / 4));
        assert_eq!(quota.left(&user, 1, noon.plus(HOUR)), 1);
        assert_eq!(quota.admit(&user, 1, noon.plus(HOUR)), Ok(()));
    }
}
