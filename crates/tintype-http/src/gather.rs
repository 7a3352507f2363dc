//! What stands around photos in an answer: their people, topics, and what the caller did with
//! them. Fetched for all of them at once, never one by one.

use tintype_domain::{Collection, Photo, PhotoId, Topic, TopicMembership, User, UserId};
use tintype_store::StoreError;

use crate::App;
use crate::deeds;
use crate::extract::Viewer;

/// The surroundings of an answer's photos. Lists are short, so they are searched from end to end.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    photos: Vec<Photo>,
    users: Vec<User>,
    topics: Vec<TopicMembership>,
    liked: Vec<PhotoId>,
    own: Vec<(PhotoId, Collection)>,
}

impl Gathered {
    /// What is at hand already, and nothing else.
    pub(crate) fn of(photos: Vec<Photo>, users: Vec<User>) -> Self {
        Self { photos, users, ..Self::default() }
    }

    /// For photos that are at hand already.
    pub(crate) async fn around(
        app: &App,
        viewer: Option<Viewer<'_>>,
        photos: &[Photo],
    ) -> Result<Self, StoreError> {
        let ids: Vec<PhotoId> = photos.iter().map(|photo| photo.id.clone()).collect();
        let mut gathered = Self::default();
        gathered.add_users(app, photos.iter().map(|photo| &photo.owner)).await?;
        gathered.add_about(app, viewer, &ids).await?;
        Ok(gathered)
    }

    /// For one photo that came with its topics, and the collections it is in. The photos that
    /// stand for those come without topics, so that all of it is four reads.
    pub(crate) async fn around_one(
        app: &App,
        viewer: Option<Viewer<'_>>,
        photo: &Photo,
        topics: Vec<TopicMembership>,
        collections: &[Collection],
    ) -> Result<Self, StoreError> {
        let mut gathered = Self { topics, ..Self::default() };
        let previews = distinct(collections.iter().flat_map(|collection| &collection.preview));
        gathered.add_photos(app, &previews).await?;
        let people = gathered.photos.iter().map(|photo| &photo.owner);
        let people = people.chain(collections.iter().map(|collection| &collection.owner));
        let people = distinct(people.chain([&photo.owner]));
        gathered.add_users(app, people.iter()).await?;
        let ids: Vec<PhotoId> = previews.into_iter().chain([photo.id.clone()]).collect();
        gathered.add_own(app, viewer, &ids).await?;
        Ok(gathered)
    }

    /// For collections, with the photos that stand for them.
    pub(crate) async fn around_collections(
        app: &App,
        viewer: Option<Viewer<'_>>,
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
        viewer: Option<Viewer<'_>>,
        topics: &[Topic],
    ) -> Result<Self, StoreError> {
        Self::around_topics_and(app, viewer, topics, Vec::new()).await
    }

    /// The same, and some more people.
    pub(crate) async fn around_topics_and(
        app: &App,
        viewer: Option<Viewer<'_>>,
        topics: &[Topic],
        mut people: Vec<UserId>,
    ) -> Result<Self, StoreError> {
        let previews = topics.iter().flat_map(|topic| &topic.preview);
        people.extend(topics.iter().flat_map(|topic| topic.owners.iter().cloned()));
        Self::around_previews(app, viewer, previews, &people).await
    }

    async fn around_previews(
        app: &App,
        viewer: Option<Viewer<'_>>,
        previews: impl Iterator<Item = &PhotoId>,
        owners: &[UserId],
    ) -> Result<Self, StoreError> {
        let ids = distinct(previews);
        let mut gathered = Self::default();
        gathered.add_photos(app, &ids).await?;
        let people = distinct(gathered.photos.iter().map(|photo| &photo.owner).chain(owners));
        gathered.add_users(app, people.iter()).await?;
        gathered.add_about(app, viewer, &ids).await?;
        Ok(gathered)
    }

    async fn add_photos(&mut self, app: &App, ids: &[PhotoId]) -> Result<(), StoreError> {
        if !ids.is_empty() {
            self.photos = app.store().photos_by_ids(ids).await?;
            deeds::database(|| "photos by id".to_owned());
        }
        Ok(())
    }

    async fn add_users(
        &mut self,
        app: &App,
        ids: impl Iterator<Item = &UserId>,
    ) -> Result<(), StoreError> {
        let ids = distinct(ids);
        if !ids.is_empty() {
            self.users = app.store().users_by_ids(&ids).await?;
            deeds::database(|| "people by id".to_owned());
        }
        Ok(())
    }

    async fn add_about(
        &mut self,
        app: &App,
        viewer: Option<Viewer<'_>>,
        ids: &[PhotoId],
    ) -> Result<(), StoreError> {
        if !ids.is_empty() {
            self.topics = app.store().topic_memberships(ids).await?;
            deeds::database(|| "topics of the photos".to_owned());
            self.add_own(app, viewer, ids).await?;
        }
        Ok(())
    }

    /// What the viewer did with the photos.
    async fn add_own(
        &mut self,
        app: &App,
        viewer: Option<Viewer<'_>>,
        ids: &[PhotoId],
    ) -> Result<(), StoreError> {
        let Some(Viewer { user, sees_private }) = viewer else { return Ok(()) };
        self.liked = app.store().liked(&user.id, ids).await?;
        self.own = app.store().own_memberships(&user.id, ids).await?;
        self.own.retain(|(_, collection)| sees_private || !collection.is_private);
        deeds::database(|| format!("likes and collections of {}", user.username));
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
        let own = self.own.iter().filter(move |(photo, _)| photo == id);
        own.map(|(_, collection)| collection)
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
