//! Topics and what is in them.

use async_trait::async_trait;
use tintype_domain::{
    Listing, Page, PhotoId, Timestamp, Topic, TopicId, TopicMembership, TopicOrder, UserId,
    Visibility,
};

use crate::StoreError;

/// Topics, whatever the database.
#[async_trait]
pub trait TopicStore: Send + Sync {
    /// One topic.
    async fn topic(&self, id: &TopicId) -> Result<Option<Topic>, StoreError>;

    /// By the name in its URL.
    async fn topic_by_slug(&self, slug: &str) -> Result<Option<Topic>, StoreError>;

    /// One page of topics.
    async fn topics(
        &self,
        filter: &TopicFilter,
        order: TopicOrder,
        page: Page,
    ) -> Result<Listing<Topic>, StoreError>;

    /// The topics that these are ids or slugs of, in any order; hidden ones too.
    async fn topic_ids(&self, ids_or_slugs: &[String]) -> Result<Vec<TopicId>, StoreError>;

    /// Saves a new topic. A slug that is taken is a conflict.
    async fn insert_topic(&self, topic: &Topic) -> Result<(), StoreError>;

    /// Changes a topic.
    async fn edit_topic(
        &self,
        id: &TopicId,
        edit: &TopicEdit,
        at: Timestamp,
    ) -> Result<Option<Topic>, StoreError>;

    /// Removes a topic; its photos stay, and the change feed is told of them. `false` when there was none.
    async fn delete_topic(&self, id: &TopicId) -> Result<bool, StoreError>;

    /// Puts a photo into a topic and tells the change feed; twice is once. `false` when it was in
    /// already.
    async fn approve(
        &self,
        topic: &TopicId,
        photo: &PhotoId,
        at: Timestamp,
    ) -> Result<bool, StoreError>;

    /// Takes a photo out of a topic and tells the change feed. `false` when it was not in it.
    async fn unapprove(&self, topic: &TopicId, photo: &PhotoId) -> Result<bool, StoreError>;

    /// Which topics each of these photos is in.
    async fn topic_memberships(
        &self,
        photos: &[PhotoId],
    ) -> Result<Vec<TopicMembership>, StoreError>;

    /// Who has most photos in a topic, at most `limit` people, the first has the most.
    async fn top_contributors(
        &self,
        topic: &TopicId,
        limit: u32,
    ) -> Result<Vec<UserId>, StoreError>;
}

/// Which topics a list holds. The default is every one that is not hidden.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TopicFilter {
    /// These only, by id or slug; hidden ones too. All when empty.
    pub ids_or_slugs: Vec<String>,
}

/// What is to change of a topic; `None` leaves a thing as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TopicEdit {
    /// New name in its URL.
    pub slug: Option<String>,
    /// New title.
    pub title: Option<String>,
    /// New description, or none.
    pub description: Option<Option<String>>,
    /// Who gets to see it.
    pub visibility: Option<Visibility>,
    /// Whether photos may still be added.
    pub is_open: Option<bool>,
    /// New place in the editors' order.
    pub position: Option<i32>,
    /// All owners anew, at least one.
    pub owners: Option<Vec<UserId>>,
}
