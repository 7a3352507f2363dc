//! Counts by day, and totals.

use async_trait::async_trait;
use tintype_domain::{Counted, DailyCount, Day, MonthTotals, PhotoId, Totals, UserId};

use crate::StoreError;

/// Views, downloads and likes by day.
#[async_trait]
pub trait StatisticsStore: Send + Sync {
    /// Adds counts to their day and to each photo's totals. Photos that are gone are left out.
    async fn add_counts(&self, counts: &[CountAdded]) -> Result<(), StoreError>;

    /// The days from `from` to `to` on which something happened, the earliest first.
    async fn daily_counts(
        &self,
        of: &StatisticsOf,
        from: Day,
        to: Day,
    ) -> Result<Vec<DailyCount>, StoreError>;

    /// The same for each of these photos, in one read.
    async fn daily_counts_of(
        &self,
        photos: &[PhotoId],
        from: Day,
        to: Day,
    ) -> Result<Vec<DailyCount>, StoreError>;

    /// Views and downloads ever: of a photo, or of all listed photos of a user.
    async fn views_and_downloads(&self, of: &StatisticsOf) -> Result<(u64, u64), StoreError>;

    /// What the whole library holds.
    async fn totals(&self) -> Result<Totals, StoreError>;

    /// What came from `from` on.
    async fn month_totals(&self, from: Day) -> Result<MonthTotals, StoreError>;

    /// Sums days before `before` into months, so that the table stays small; says how many rows
    /// went. Totals do not change.
    async fn roll_up(&self, before: Day) -> Result<u64, StoreError>;
}

/// What is counted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatisticsOf {
    /// One photo.
    Photo(PhotoId),
    /// All photos of a user.
    User(UserId),
    /// Everything.
    Library,
}

/// Something that happened `times` times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountAdded {
    /// To this photo.
    pub photo: PhotoId,
    /// On this day.
    pub day: Day,
    /// What.
    pub what: Counted,
    /// How often.
    pub times: u64,
}
