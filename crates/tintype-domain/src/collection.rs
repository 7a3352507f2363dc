//! Collections: photos that someone put together.

use crate::{CollectionId, PhotoId, Timestamp, UserId};

/// A collection, without its photos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collection {
    /// Its name in URLs.
    pub id: CollectionId,
    /// Whose it is.
    pub owner: UserId,
    /// Never blank.
    pub title: String,
    /// What holds it together.
    pub description: Option<String>,
    /// Seen by its owner alone.
    pub is_private: bool,
    /// Shown among the featured ones.
    pub is_featured: bool,
    /// 32 hex digits.
    pub share_key: String,
    /// When it was made.
    pub published_at: Timestamp,
    /// When its words last changed.
    pub updated_at: Timestamp,
    /// When a photo was last added.
    pub last_collected_at: Option<Timestamp>,
    /// Listed photos in it.
    pub total_photos: u64,
    /// The newest listed photos in it, at most four; the first is its cover.
    pub preview: Vec<PhotoId>,
}

/// A photo's place in a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The collection.
    pub collection: CollectionId,
    /// The photo.
    pub photo: PhotoId,
    /// Since when.
    pub added_at: Timestamp,
}
