//! Collections and what is in them.

use async_trait::async_trait;
use tintype_domain::{Collection, CollectionId, Listing, Member, Page, PhotoId, Timestamp, UserId};

use crate::StoreError;

/// Collections, whatever the database.
#[async_trait]
pub trait CollectionStore: Send + Sync {
    /// One collection, private ones too.
    async fn collection(&self, id: &CollectionId) -> Result<Option<Collection>, StoreError>;

    /// In the order of `ids`, private ones too, without those that are not there.
    async fn collections_by_ids(&self, ids: &[CollectionId])
    -> Result<Vec<Collection>, StoreError>;

    /// One page of collections, the newest first.
    async fn collections(
        &self,
        filter: &CollectionFilter,
        page: Page,
    ) -> Result<Listing<Collection>, StoreError>;

    /// Saves a new, empty collection and tells the change feed.
    async fn insert_collection(&self, collection: &Collection) -> Result<(), StoreError>;

    /// Changes a collection and tells the change feed; of its photos too where it becomes
    /// private or public.
    async fn edit_collection(
        &self,
        id: &CollectionId,
        edit: &CollectionEdit,
        at: Timestamp,
    ) -> Result<Option<Collection>, StoreError>;

    /// Deletes a collection; its photos stay. `false` when there was none.
    async fn delete_collection(&self, id: &CollectionId) -> Result<bool, StoreError>;

    /// Puts a photo in; twice is once. Returns the membership as it now stands.
    async fn collect(
        &self,
        collection: &CollectionId,
        photo: &PhotoId,
        at: Timestamp,
    ) -> Result<Member, StoreError>;

    /// Takes a photo out. Returns the membership that ended, if there was one.
    async fn uncollect(
        &self,
        collection: &CollectionId,
        photo: &PhotoId,
    ) -> Result<Option<Member>, StoreError>;

    /// Which collections each of these photos is in, private ones too.
    async fn memberships(&self, photos: &[PhotoId]) -> Result<Vec<Member>, StoreError>;

    /// Which collections of `owner` each of these photos is in, private ones too, the latest
    /// addition first.
    async fn own_memberships(
        &self,
        owner: &UserId,
        photos: &[PhotoId],
    ) -> Result<Vec<(PhotoId, Collection)>, StoreError>;
}

/// Which collections a list holds. The default is every public one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CollectionFilter {
    /// Of this user.
    pub owner: Option<UserId>,
    /// Holding this photo.
    pub photo: Option<PhotoId>,
    /// Sharing photos with this collection, which itself is left out.
    pub related_to: Option<CollectionId>,
    /// Featured ones only.
    pub is_featured: bool,
    /// Private ones too; only ever together with `owner`.
    pub with_private: bool,
}

/// What is to change of a collection; `None` leaves a thing as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CollectionEdit {
    /// New title.
    pub title: Option<String>,
    /// New description, or none.
    pub description: Option<Option<String>>,
    /// Private or public.
    pub is_private: Option<bool>,
    /// Featured or not.
    pub is_featured: Option<bool>,
}
