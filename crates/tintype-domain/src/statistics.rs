//! What is counted: views and downloads by day, and totals.

use std::fmt;

use crate::{PhotoId, Timestamp};

/// A day, UTC: days since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// The day a point in time lies in.
    pub const fn of(time: Timestamp) -> Self {
        Self(time.as_seconds().div_euclid(86_400) as i32)
    }

    /// Earlier by `days`.
    pub const fn back(self, days: u32) -> Self {
        Self(self.0.saturating_sub(days as i32))
    }

    /// Its first moment.
    pub const fn start(self) -> Timestamp {
        Timestamp::from_micros(self.0 as i64 * 86_400_000_000)
    }
}

impl fmt::Display for Day {
    /// `2026-02-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.start().to_rfc3339().get(..10).unwrap_or_default())
    }
}

/// What may happen to a photo that is counted by day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counted {
    /// It was seen.
    View,
    /// It was downloaded.
    Download,
}

/// How often a photo was seen, downloaded and liked on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyCount {
    /// The photo; `None` where several are summed.
    pub photo: Option<PhotoId>,
    /// The day.
    pub day: Day,
    /// Views.
    pub views: u64,
    /// Downloads.
    pub downloads: u64,
    /// Likes given.
    pub likes: u64,
}

/// What the whole library holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Listed photos.
    pub photos: u64,
    /// People with at least one listed photo.
    pub photographers: u64,
    /// Sum of width × height.
    pub pixels: u64,
    /// Ever.
    pub views: u64,
    /// Ever.
    pub downloads: u64,
    /// Standing likes.
    pub likes: u64,
    /// People with an application.
    pub developers: u64,
    /// Applications.
    pub applications: u64,
}

/// What the last 30 days brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MonthTotals {
    /// Views.
    pub views: u64,
    /// Downloads.
    pub downloads: u64,
    /// Likes given.
    pub likes: u64,
    /// Photos that came in.
    pub new_photos: u64,
    /// People who uploaded for the first time.
    pub new_photographers: u64,
    /// Pixels that came in.
    pub new_pixels: u64,
    /// People who registered their first application.
    pub new_developers: u64,
    /// Applications registered.
    pub new_applications: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_a_date() {
        let day = Day::of(Timestamp::parse("2026-02-01T23:59:59Z").unwrap());
        assert_eq!(day.to_string(), "2026-02-01");
        assert_eq!(day.back(1).to_string(), "2026-01-31");
        assert_eq!(Day::of(day.start()), day);
    }
}
