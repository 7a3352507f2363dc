//! What applications did: calls by day, and photos they used.

use async_trait::async_trait;
use tintype_domain::{AppId, DailyUsage, Day, PhotoId, PhotoUse};

use crate::StoreError;

/// Counts by application.
#[async_trait]
pub trait UsageStore: Send + Sync {
    /// Adds counts. What names an application that does not exist is left out.
    async fn add_usage(&self, usage: &[UsageAdded]) -> Result<(), StoreError>;

    /// The days from `from` to `to` on which an application called, the earliest first.
    async fn daily_usage(
        &self,
        app: &AppId,
        from: Day,
        to: Day,
    ) -> Result<Vec<DailyUsage>, StoreError>;

    /// The photos that an application used, the latest and most downloaded first.
    async fn photos_used(&self, app: &AppId, most: u32) -> Result<Vec<PhotoUse>, StoreError>;
}

/// Something that an application did `times` times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageAdded {
    /// Which application.
    pub app: AppId,
    /// On this day.
    pub day: Day,
    /// What.
    pub what: AppDeed,
    /// How often.
    pub times: u64,
}

/// What an application does that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum AppDeed {
    /// A call that was answered.
    Call,
    /// A call that was too many.
    RefusedCall,
    /// A photo shown.
    View(PhotoId),
    /// A photo downloaded.
    Download(PhotoId),
}
