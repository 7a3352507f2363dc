//! Collections and topics: making, changing, filling.

use tintype_domain::{
    Collection, CollectionId, Member, PhotoId, Topic, TopicId, User, UserId, Visibility, kebab,
};
use tintype_store::{CollectionEdit, StoreError, TopicEdit};

use crate::Library;
use crate::taking_in::{TEXT_LENGTH, TITLE_LENGTH, tidy};

/// What a topic is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTopic {
    /// Its title; its slug is made from it when none is given.
    pub title: String,
    /// Its name in URLs.
    pub slug: Option<String>,
    /// What belongs in it.
    pub description: Option<String>,
    /// Its editors, at least one.
    pub owners: Vec<UserId>,
    /// Who gets to see it.
    pub visibility: Visibility,
    /// Place in the editors' order.
    pub position: i32,
}

/// Why a collection or topic was not made or changed.
#[derive(Debug, thiserror::Error)]
pub enum CurationError {
    /// A title is needed.
    #[error("Title can't be blank")]
    BlankTitle,
    /// Nothing of the title can stand in a URL.
    #[error("Slug can't be blank")]
    BlankSlug,
    /// The database did not answer, or the slug is taken.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Library {
    /// Makes an empty collection of `owner`.
    pub async fn create_collection(
        &self,
        owner: &User,
        title: &str,
        description: Option<String>,
        is_private: bool,
    ) -> Result<Collection, CurationError> {
        let title = tidy(title, TITLE_LENGTH).ok_or(CurationError::BlankTitle)?;
        let description = description.and_then(|text| tidy(&text, TEXT_LENGTH));
        let now = self.clock().now();
        let collection = Collection {
            id: CollectionId::random(self.chance()),
            owner: owner.id.clone(),
            title,
            description,
            is_private,
            is_featured: false,
            share_key: format!("{:016x}{:016x}", self.chance().number(), self.chance().number()),
            published_at: now,
            updated_at: now,
            last_collected_at: None,
            total_photos: 0,
            preview: Vec::new(),
        };
        self.store().insert_collection(&collection).await?;
        Ok(collection)
    }

    /// Changes a collection; `None` when there is none.
    pub async fn edit_collection(
        &self,
        id: &CollectionId,
        edit: &CollectionEdit,
    ) -> Result<Option<Collection>, CurationError> {
        let title = match &edit.title {
            Some(title) => Some(tidy(title, TITLE_LENGTH).ok_or(CurationError::BlankTitle)?),
            None => None,
        };
        let tidied = |text: &Option<String>| tidy(text.as_deref()?, TEXT_LENGTH);
        let edit = CollectionEdit {
            title,
            description: edit.description.as_ref().map(tidied),
            ..edit.clone()
        };
        Ok(self.store().edit_collection(id, &edit, self.clock().now()).await?)
    }

    /// Deletes a collection; its photos stay. `false` when there was none.
    pub async fn delete_collection(&self, id: &CollectionId) -> Result<bool, StoreError> {
        self.store().delete_collection(id).await
    }

    /// Puts a photo into a collection; twice is once. Returns the membership as it stands.
    pub async fn collect(
        &self,
        collection: &CollectionId,
        photo: &PhotoId,
    ) -> Result<Member, StoreError> {
        self.store().collect(collection, photo, self.clock().now()).await
    }

    /// Takes a photo out of a collection. Returns the membership that ended, if there was one.
    pub async fn uncollect(
        &self,
        collection: &CollectionId,
        photo: &PhotoId,
    ) -> Result<Option<Member>, StoreError> {
        self.store().uncollect(collection, photo).await
    }

    /// Makes a topic.
    pub async fn create_topic(&self, new: NewTopic) -> Result<Topic, CurationError> {
        let title = tidy(&new.title, TITLE_LENGTH).ok_or(CurationError::BlankTitle)?;
        let slug = kebab(new.slug.as_deref().unwrap_or(&title));
        if slug.is_empty() {
            return Err(CurationError::BlankSlug);
        }
        let now = self.clock().now();
        let topic = Topic {
            id: TopicId::random(self.chance()),
            slug,
            title,
            description: new.description,
            visibility: new.visibility,
            is_open: true,
            position: new.position,
            published_at: now,
            updated_at: now,
            starts_at: now,
            ends_at: None,
            owners: new.owners,
            total_photos: 0,
            preview: Vec::new(),
        };
        self.store().insert_topic(&topic).await?;
        Ok(topic)
    }

    /// Changes a topic; `None` when there is none.
    pub async fn edit_topic(
        &self,
        id: &TopicId,
        edit: &TopicEdit,
    ) -> Result<Option<Topic>, CurationError> {
        if edit.title.as_deref().is_some_and(|title| title.trim().is_empty()) {
            return Err(CurationError::BlankTitle);
        }
        Ok(self.store().edit_topic(id, edit, self.clock().now()).await?)
    }

    /// Puts a photo into a topic; `false` when it was in already.
    pub async fn approve(&self, topic: &TopicId, photo: &PhotoId) -> Result<bool, StoreError> {
        self.store().approve(topic, photo, self.clock().now()).await
    }
}
