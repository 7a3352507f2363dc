//! Points in time, always UTC, to the microsecond: what all our databases can keep alike.

use std::time::Duration;

/// A point in time: microseconds since 1970, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From microseconds since 1970.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970.
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// Whole milliseconds since 1970.
    pub const fn as_millis(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// Whole seconds since 1970.
    pub const fn as_seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// Reads RFC 3339 (`2026-02-01T10:00:00Z`) or a bare `2026-02-01 10:00:00[.ffffff]`, taken as UTC.
    pub fn parse(text: &str) -> Option<Self> {
        let instant = text.parse::<jiff::Timestamp>().ok().or_else(|| {
            let civil = text.parse::<jiff::civil::DateTime>().ok()?;
            jiff::tz::TimeZone::UTC.to_timestamp(civil).ok()
        })?;
        Some(Self(instant.as_microsecond()))
    }

    /// `2026-02-01T10:00:00Z`: whole seconds, as the wire contract wants them.
    pub fn to_rfc3339(self) -> String {
        self.instant().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// `Sun, 01 Feb 2026 10:00:00 GMT`, for HTTP headers.
    pub fn to_http_date(self) -> String {
        self.instant().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    /// `1 February 2026`, for people.
    pub fn to_date_words(self) -> String {
        self.instant().strftime("%-d %B %Y").to_string()
    }

    /// Later by `duration`, at most the end of time.
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)))
    }

    /// Earlier by `duration`.
    pub fn minus(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)))
    }

    /// How long ago `earlier` was; zero when it lies ahead.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    fn instant(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }
}

/// What time it is. In the program it is the system's clock, in tests a fixed one.
pub trait Clock: Send + Sync {
    /// The present.
    fn now(&self) -> Timestamp;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_whole_seconds() {
        let time = Timestamp::parse("2026-02-01T10:00:00.987654Z").unwrap();
        assert_eq!(time.to_rfc3339(), "2026-02-01T10:00:00Z");
        assert_eq!(time.to_http_date(), "Sun, 01 Feb 2026 10:00:00 GMT");
    }

    #[test]
    fn a_bare_date_and_time_is_utc() {
        let bare = Timestamp::parse("2017-03-02 22:32:09.123456").unwrap();
        assert_eq!(Some(bare), Timestamp::parse("2017-03-02T22:32:09.123456Z"));
    }

    #[test]
    fn times_outside_the_calendar_do_not_panic() {
        assert_eq!(Timestamp::from_micros(i64::MAX).to_rfc3339(), "1970-01-01T00:00:00Z");
    }
}
