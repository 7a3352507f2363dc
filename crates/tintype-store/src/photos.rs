//! Photos: finding, listing, taking in, editing, deleting.

use async_trait::async_trait;
use tintype_domain::{
    Camera, Checksum, Collection, CollectionId, ContentFilter, ImageKey, LicenseId, Listing,
    Location, Member, Orientation, Page, Photo, PhotoId, PhotoOrder, PublicOriginal, Timestamp,
    TopicId, TopicMembership, User, UserId, Wordings,
};

use crate::{NewJob, StoreError};

/// Photos, whatever the database. Deleted ones are never seen again.
#[async_trait]
pub trait PhotoStore: Send + Sync {
    /// One photo, listed or withdrawn.
    async fn photo(&self, id: &PhotoId) -> Result<Option<Photo>, StoreError>;

    /// One photo, listed or withdrawn, with the topics it is in.
    async fn photo_with_topics(
        &self,
        id: &PhotoId,
    ) -> Result<Option<(Photo, Vec<TopicMembership>)>, StoreError>;

    /// The photo whose bytes have this name in image URLs.
    async fn photo_by_image_key(&self, key: &ImageKey) -> Result<Option<Photo>, StoreError>;

    /// Listed photos, in the order of `ids`; those that are gone or withdrawn are left out.
    async fn photos_by_ids(&self, ids: &[PhotoId]) -> Result<Vec<Photo>, StoreError>;

    /// One page of the photos that pass `filter`, with their exact number.
    async fn photos(
        &self,
        filter: &PhotoFilter,
        order: PhotoOrder,
        page: Page,
    ) -> Result<Listing<Photo>, StoreError>;

    /// Up to `count` different photos that pass `filter`, each as likely as any other; the same
    /// `seed` over the same photos picks the same ones.
    async fn random_photos(
        &self,
        filter: &PhotoFilter,
        count: u32,
        seed: u64,
    ) -> Result<Vec<Photo>, StoreError>;

    /// The listed photos right beside this one when the newest come first.
    async fn beside(&self, photo: &Photo) -> Result<Beside, StoreError>;

    /// All photos after `after` in the order of ids, withdrawn ones too: for whoever walks them all.
    async fn photos_after(
        &self,
        after: Option<&PhotoId>,
        limit: u32,
    ) -> Result<Vec<Photo>, StoreError>;

    /// The photo that `owner` made of the same bytes before.
    async fn duplicate_of(
        &self,
        owner: &UserId,
        checksum: &Checksum,
    ) -> Result<Option<PhotoId>, StoreError>;

    /// Saves a photo, puts it where `membership` says, queues `jobs`, tells the change feed and
    /// closes the pending uploads of its files, all together. The same bytes by the same owner
    /// change nothing else and name the photo that is there.
    async fn insert_photo(
        &self,
        photo: &Photo,
        membership: &Membership,
        jobs: &[NewJob],
    ) -> Result<Inserted, StoreError>;

    /// The newest listed photos of each of these people, at most `each` of everyone.
    async fn newest_of(&self, owners: &[UserId], each: u32) -> Result<Vec<Photo>, StoreError>;

    /// Saves many photos of a dataset at once, with their people and collections. What is there
    /// already stays as it is. Returns how many photos were new.
    async fn import_photos(&self, batch: &DatasetBatch) -> Result<u64, StoreError>;

    /// Changes a photo, queues `jobs` and closes the pending upload of a new public original,
    /// together. `None` when there is no such photo.
    async fn edit_photo(
        &self,
        id: &PhotoId,
        edit: &PhotoEdit,
        at: Timestamp,
        jobs: &[NewJob],
    ) -> Result<Option<Photo>, StoreError>;

    /// Deletes a photo: out of every list, collection and count, and queues `jobs` for its files.
    /// `false` when there was none.
    async fn delete_photo(
        &self,
        id: &PhotoId,
        at: Timestamp,
        jobs: &[NewJob],
    ) -> Result<bool, StoreError>;
}

/// Which photos a list holds. The default is every listed photo.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhotoFilter {
    /// By this photographer.
    pub owner: Option<UserId>,
    /// Liked by this user; `latest` is then the order of liking.
    pub liked_by: Option<UserId>,
    /// In any of these collections; `latest` is then the order of adding.
    pub collections: Vec<CollectionId>,
    /// In any of these topics; `latest` is then the order of approval.
    pub topics: Vec<TopicId>,
    /// Of this shape.
    pub orientation: Option<Orientation>,
    /// With or without sensitive ones; all when `None`.
    pub content_filter: Option<ContentFilter>,
    /// Featured ones only.
    pub is_featured: bool,
    /// With this tag, lower case.
    pub tag: Option<String>,
    /// Of this import.
    pub batch: Option<String>,
    /// What of withdrawn ones.
    pub withdrawn: Withdrawn,
}

/// What a list does with withdrawn photos.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Withdrawn {
    /// Leaves them out, as every public list does.
    #[default]
    Hidden,
    /// Holds them too.
    Shown,
}

/// A photo's neighbours when the newest come first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Beside {
    /// The one before: newer.
    pub newer: Option<Photo>,
    /// The one after: older.
    pub older: Option<Photo>,
}

/// Where a new photo is put.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Membership {
    /// Collections of its owner.
    pub collections: Vec<CollectionId>,
    /// Topics.
    pub topics: Vec<TopicId>,
}

/// What came of saving a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inserted {
    /// It is new.
    New,
    /// Its owner had the same bytes already, as this photo.
    Duplicate(PhotoId),
}

/// A part of a dataset, saved in one piece.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DatasetBatch {
    /// People who are in it. Their totals are counted by the store.
    pub users: Vec<User>,
    /// Photos.
    pub photos: Vec<Photo>,
    /// Collections.
    pub collections: Vec<Collection>,
    /// Which photo is in which collection; unknown photos and collections are left out.
    pub members: Vec<Member>,
}

/// What is to change of a photo; `None` leaves a thing as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhotoEdit {
    /// New title, or none.
    pub title: Option<Option<String>>,
    /// New description, or none.
    pub description: Option<Option<String>>,
    /// New text for those who cannot see it, or none.
    pub alt_description: Option<Option<String>>,
    /// All tags anew, lower case.
    pub tags: Option<Vec<String>>,
    /// What is said of it in other languages, all anew.
    pub wordings: Option<Wordings>,
    /// New place.
    pub location: Option<Location>,
    /// New camera and settings.
    pub camera: Option<Camera>,
    /// New licence.
    pub license: Option<LicenseId>,
    /// Sensitive or not.
    pub is_sensitive: Option<bool>,
    /// Whether its place may be public, and the public original made to match.
    pub sharing: Option<(bool, PublicOriginal)>,
    /// Featured now, or no longer.
    pub is_featured: Option<bool>,
    /// Withdrawn now, or no longer.
    pub is_withdrawn: Option<bool>,
}
