//! What applications did: calls by day, and the photos they used.

use crate::{Day, PhotoId};

/// An application's calls on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DailyUsage {
    /// Which day.
    pub day: Day,
    /// Calls that were answered.
    pub calls: u64,
    /// Calls that were too many.
    pub refused: u64,
}

/// What an application did with one photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoUse {
    /// Which photo.
    pub photo: PhotoId,
    /// How often it was shown by addresses given to the application.
    pub views: u64,
    /// How often the application downloaded it.
    pub downloads: u64,
    /// When it last did.
    pub last_day: Day,
}
