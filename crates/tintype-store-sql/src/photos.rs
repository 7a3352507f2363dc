//! Photos: what the trait asks, and where each thing is done.

mod delete;
mod edit;
mod filter;
mod find;
mod import;
mod insert;
mod list;
mod random;

use async_trait::async_trait;
use tintype_domain::{
    Checksum, ImageKey, Listing, Page, Photo, PhotoId, PhotoOrder, Timestamp, TopicMembership,
    UserId,
};
use tintype_store::{
    Beside, DatasetBatch, Inserted, Membership, NewJob, PhotoEdit, PhotoFilter, PhotoStore,
    StoreError,
};

use crate::store::SqlStore;

pub(crate) use find::state_of;

#[async_trait]
impl PhotoStore for SqlStore {
    async fn photo(&self, id: &PhotoId) -> Result<Option<Photo>, StoreError> {
        find::by_id(&self.read, id).await
    }

    async fn photo_with_topics(
        &self,
        id: &PhotoId,
    ) -> Result<Option<(Photo, Vec<TopicMembership>)>, StoreError> {
        find::with_topics(&self.read, id).await
    }

    async fn photo_by_image_key(&self, key: &ImageKey) -> Result<Option<Photo>, StoreError> {
        find::by_image_key(&self.read, key).await
    }

    async fn photos_by_ids(&self, ids: &[PhotoId]) -> Result<Vec<Photo>, StoreError> {
        find::listed_by_ids(&self.read, ids).await
    }

    async fn photos(
        &self,
        filter: &PhotoFilter,
        order: PhotoOrder,
        page: Page,
    ) -> Result<Listing<Photo>, StoreError> {
        list::page(&self.read, filter, order, page).await
    }

    async fn random_photos(
        &self,
        filter: &PhotoFilter,
        count: u32,
        seed: u64,
    ) -> Result<Vec<Photo>, StoreError> {
        random::pick(&self.read, filter, count, seed).await
    }

    async fn beside(&self, photo: &Photo) -> Result<Beside, StoreError> {
        find::beside(&self.read, photo).await
    }

    async fn photos_after(
        &self,
        after: Option<&PhotoId>,
        limit: u32,
    ) -> Result<Vec<Photo>, StoreError> {
        find::after(&self.read, after, limit).await
    }

    async fn duplicate_of(
        &self,
        owner: &UserId,
        checksum: &Checksum,
    ) -> Result<Option<PhotoId>, StoreError> {
        find::duplicate_of(&self.read, owner, checksum).await
    }

    async fn insert_photo(
        &self,
        photo: &Photo,
        membership: &Membership,
        jobs: &[NewJob],
    ) -> Result<Inserted, StoreError> {
        insert::insert(self, photo, membership, jobs).await
    }

    async fn newest_of(&self, owners: &[UserId], each: u32) -> Result<Vec<Photo>, StoreError> {
        find::newest_of(&self.read, owners, each).await
    }

    async fn import_photos(&self, batch: &DatasetBatch) -> Result<u64, StoreError> {
        import::import(self, batch).await
    }

    async fn edit_photo(
        &self,
        id: &PhotoId,
        edit: &PhotoEdit,
        at: Timestamp,
        jobs: &[NewJob],
    ) -> Result<Option<Photo>, StoreError> {
        edit::edit(self, id, edit, at, jobs).await
    }

    async fn delete_photo(
        &self,
        id: &PhotoId,
        at: Timestamp,
        jobs: &[NewJob],
    ) -> Result<bool, StoreError> {
        delete::delete(self, id, at, jobs).await
    }
}
