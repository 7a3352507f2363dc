//! Rows of topics. Their owners lie in a table of their own.

use sea_orm::entity::prelude::*;
use tintype_domain::{Timestamp, Topic, TopicId, UserId, Visibility};
use tintype_store::StoreError;

use super::{collections::read_preview, corrupt, count, micros, time, unknown};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topics")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub slug: String,
    pub title: String,
    pub description: Option<String>,
    pub visibility: String,
    pub is_open: bool,
    pub position: i32,
    pub published_at: i64,
    pub updated_at: i64,
    pub starts_at: i64,
    pub ends_at: Option<i64>,
    pub total_photos: i64,
    pub preview: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A new row: empty, whatever `topic` says.
    pub(crate) fn new(topic: &Topic) -> Self {
        Self {
            id: topic.id.as_str().to_owned(),
            slug: topic.slug.clone(),
            title: topic.title.clone(),
            description: topic.description.clone(),
            visibility: topic.visibility.as_str().to_owned(),
            is_open: topic.is_open,
            position: topic.position,
            published_at: topic.published_at.as_micros(),
            updated_at: topic.updated_at.as_micros(),
            starts_at: topic.starts_at.as_micros(),
            ends_at: micros(topic.ends_at),
            total_photos: 0,
            preview: String::new(),
        }
    }

    /// The topic in it, with its owners.
    pub(crate) fn into_topic(self, owners: Vec<UserId>) -> Result<Topic, StoreError> {
        let row = self.id.as_str();
        let visibility = Visibility::parse(&self.visibility)
            .ok_or_else(|| unknown("visibility", row, &self.visibility))?;
        Ok(Topic {
            id: TopicId::parse(row).map_err(corrupt("id", row))?,
            preview: read_preview(&self.preview, row)?,
            slug: self.slug,
            title: self.title,
            description: self.description,
            visibility,
            is_open: self.is_open,
            position: self.position,
            published_at: Timestamp::from_micros(self.published_at),
            updated_at: Timestamp::from_micros(self.updated_at),
            starts_at: Timestamp::from_micros(self.starts_at),
            ends_at: time(self.ends_at),
            owners,
            total_photos: count(self.total_photos),
        })
    }
}
