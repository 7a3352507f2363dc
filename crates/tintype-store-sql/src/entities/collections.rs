//! Rows of collections.

use sea_orm::entity::prelude::*;
use tintype_domain::{Collection, CollectionId, PhotoId, Timestamp, UserId};
use tintype_store::StoreError;

use super::{corrupt, count, micros, time};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "collections")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub owner_id: String,
    pub title: String,
    pub description: Option<String>,
    pub is_private: bool,
    pub is_featured: bool,
    pub share_key: String,
    pub published_at: i64,
    pub updated_at: i64,
    pub last_collected_at: Option<i64>,
    pub total_photos: i64,
    pub preview: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A new row: empty, whatever `collection` says.
    pub(crate) fn new(collection: &Collection) -> Self {
        Self {
            id: collection.id.as_str().to_owned(),
            owner_id: collection.owner.as_str().to_owned(),
            title: collection.title.clone(),
            description: collection.description.clone(),
            is_private: collection.is_private,
            is_featured: collection.is_featured,
            share_key: collection.share_key.clone(),
            published_at: collection.published_at.as_micros(),
            updated_at: collection.updated_at.as_micros(),
            last_collected_at: micros(collection.last_collected_at),
            total_photos: 0,
            preview: String::new(),
        }
    }

    /// The collection in it.
    pub(crate) fn into_collection(self) -> Result<Collection, StoreError> {
        let row = self.id.as_str();
        Ok(Collection {
            id: CollectionId::parse(row).map_err(corrupt("id", row))?,
            owner: UserId::parse(&self.owner_id).map_err(corrupt("owner", row))?,
            preview: read_preview(&self.preview, row)?,
            title: self.title,
            description: self.description,
            is_private: self.is_private,
            is_featured: self.is_featured,
            share_key: self.share_key,
            published_at: Timestamp::from_micros(self.published_at),
            updated_at: Timestamp::from_micros(self.updated_at),
            last_collected_at: time(self.last_collected_at),
            total_photos: count(self.total_photos),
        })
    }
}

/// Up to four photo ids, parted by spaces.
pub(crate) fn read_preview(text: &str, row: &str) -> Result<Vec<PhotoId>, StoreError> {
    text.split_whitespace().map(|id| PhotoId::parse(id).map_err(corrupt("preview", row))).collect()
}
