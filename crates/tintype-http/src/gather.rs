//! What stands around photos in an answer: their people, topics, and what the caller did with
//! them. Fetched for all of them at once, never one by one.

use tintype_domain::{
    Collection, CollectionId, Member, Photo, PhotoId, Topic, TopicMembership, User, UserId,
};
use tintype_store::StoreError;

use crate::App;
use crate::deeds;

/// The surroundings of an answer's photos. Lists are short, so they are searched from end to end.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    photos: Vec<Photo>,
    users: Vec<User>,
    topics: Vec<TopicMembership>,
    liked: Vec<PhotoId>,
    members: Vec<Member>,
    own: Vec<Collection>,
}

impl Gathered {
    /// For photos that are at hand already.
    pub(crate) async fn around(
        app: &App,
        viewer: Option<&User>,
        photos: &[Photo],
    ) -> Result<Self, StoreError> {
        let ids: Vec<PhotoId> = photos.iter().map(|photo| photo.id.clone()).collect();
        let mut gathered = Self::default();
        gathered.add_users(app, photos.iter().map(|photo| &photo.owner)).await?;
        gathered.add_about(app, viewer, &ids).await?;
        Ok(gathered)
    }

    /// For collections, with the photos that stand for them.
    pub(crate) async fn around_collections(
        app: &App,
        viewer: Option<&User>,
        collections: &[Collection],
    ) -> Result<Self, StoreError> {
        let previews = collections.iter().flat_map(|collection| &collection.preview);
        let owners: Vec<UserId> =
            collections.iter().map(|collection| collection.owner.clone()).collect();
        Self::around_previews(app, viewer, previews, &owners).await
    }

    /// For topics, with the photos that stand for them.
    pub(crate) async fn around_topics(
        app: &App,
        viewer: Option<&User>,
        topics: &[Topic],
    ) -> Result<Self, StoreError> {
        let previews = topics.iter().flat_map(|topic| &topic.preview);
        let owners: Vec<UserId> =
            topics.iter().flat_map(|topic| topic.owners.iter().cloned()).collect();
        Self::around_previews(app, viewer, previews, &owners).await
    }

    async fn around_previews(
        app: &App,
        viewer: Option<&User>,
        previews: impl Iterator<Item = &PhotoId>,
        owners: &[UserId],
    ) -> Result<Self, StoreError> {
        let ids = distinct(previews);
        let photos =
            if ids.is_empty() { Vec::new() } else { app.store().photos_by_ids(&ids).await? };
        deeds::database(|| format!("photos by id: {} rows", photos.len()));
        let mut gathered = Self::default();
        let people = photos.iter().map(|photo| &photo.owner).chain(owners);
        gathered.add_users(app, people).await?;
        gathered.add_about(app, viewer, &ids).await?;
        gathered.photos = photos;
        Ok(gathered)
    }

    async fn add_users(
        &mut self,
        app: &App,
        ids: impl Iterator<Item = &UserId>,
    ) -> Result<(), StoreError> {
        let ids = distinct(ids);
        if !ids.is_empty() {
            self.users = app.store().users_by_ids(&ids).await?;
            deeds::database(|| format!("people by id: {} rows", self.users.len()));
        }
        Ok(())
    }

    async fn add_about(
        &mut self,
        app: &App,
        viewer: Option<&User>,
        ids: &[PhotoId],
    ) -> Result<(), StoreError> {
        if ids.is_empty() {
            return Ok(());
        }
        self.topics = app.store().topic_memberships(ids).await?;
        deeds::database(|| format!("topics of photos: {} rows", self.topics.len()));
        let Some(viewer) = viewer else { return Ok(()) };
        self.liked = app.store().liked(&viewer.id, ids).await?;
        self.members = app.store().memberships(ids).await?;
        let collections = distinct(self.members.iter().map(|member| &member.collection));
        let mut own = app.store().collections_by_ids(&collections).await?;
        own.retain(|collection| collection.owner == viewer.id);
        self.own = own;
        deeds::database(|| format!("likes and collections of {}", viewer.username));
        Ok(())
    }

    pub(crate) fn user(&self, id: &UserId) -> Option<&User> {
        self.users.iter().find(|user| user.id == *id)
    }

    pub(crate) fn owner_of(&self, photo: &Photo) -> Option<&User> {
        self.user(&photo.owner)
    }

    /// A photo that stands for something else.
    pub(crate) fn photo(&self, id: &PhotoId) -> Option<&Photo> {
        self.photos.iter().find(|photo| photo.id == *id)
    }

    pub(crate) fn is_liked(&self, id: &PhotoId) -> bool {
        self.liked.contains(id)
    }

    pub(crate) fn topics_of(&self, id: &PhotoId) -> impl Iterator<Item = &TopicMembership> {
        self.topics.iter().filter(move |topic| topic.photo == *id)
    }

    /// The caller's own collections that a photo is in.
    pub(crate) fn collections_of(&self, id: &PhotoId) -> impl Iterator<Item = &Collection> {
        let is_in = move |collection: &CollectionId| {
            self.members
                .iter()
                .any(|member| member.photo == *id && member.collection == *collection)
        };
        self.own.iter().filter(move |collection| is_in(&collection.id))
    }
}

fn distinct<'a, T: Clone + PartialEq + 'a>(ids: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut different: Vec<T> = Vec::new();
    for id in ids {
        if !different.contains(id) {
            different.push(id.clone());
        }
    }
    different
}
