//! `demo reset`: whatever visitors did is undone.

use std::collections::HashSet;

use tintype_domain::{
    CollectionId, PER_PAGE_MAX, Page, Photo, PhotoId, PhotoOrder, TopicOrder, UserId,
};
use tintype_scenery::{Scene, catalogue, collections, topics};
use tintype_store::{CollectionFilter, PhotoEdit, PhotoFilter, TopicFilter, UserEdit, Withdrawn};

use super::fill::{DemoError, is_featured};
use super::scenes::{DEMO_APP, DEMO_FIRST_NAME, DEMO_USERNAME, batch_of, location_of, username};
use crate::Library;

impl Library {
    /// Puts the demo back as it was: what was added goes, what was changed is changed back,
    /// what was deleted is rendered again by jobs. Says how many photos went.
    pub async fn reset_demo(&self) -> Result<u64, DemoError> {
        if !self.is_demo() {
            return Err(DemoError::NotADemo);
        }
        self.take_back_likes().await?;
        self.put_host_back().await?;
        self.drop_strange_collections().await?;
        self.drop_strange_topics().await?;
        let dropped = self.drop_strange_photos().await?;
        self.open_demo().await?;
        for scene in catalogue() {
            if let Some(photo) = self.photo_of_scene(scene).await? {
                self.put_back(scene, &photo).await?;
            }
        }
        Ok(dropped)
    }

    /// The demo begins without a like.
    async fn take_back_likes(&self) -> Result<(), DemoError> {
        let mut page = Page::first(PER_PAGE_MAX);
        loop {
            let people = self.store().users(page).await?.items;
            if people.is_empty() {
                return Ok(());
            }
            for user in &people {
                self.take_back_likes_of(&user.id).await?;
            }
            page = page.at(page.number() + 1);
        }
    }

    async fn take_back_likes_of(&self, user: &UserId) -> Result<(), DemoError> {
        let filter = PhotoFilter {
            liked_by: Some(user.clone()),
            withdrawn: Withdrawn::Shown,
            ..PhotoFilter::default()
        };
        loop {
            let liked = self.store().photos(&filter, PhotoOrder::Latest, Page::first(PER_PAGE_MAX));
            let liked = liked.await?.items;
            if liked.is_empty() {
                return Ok(());
            }
            for photo in &liked {
                self.unlike(user, &photo.id).await?;
            }
        }
    }

    /// Whatever visitors wrote about the user that they all act as.
    async fn put_host_back(&self) -> Result<(), DemoError> {
        let apps = self.store().apps(None).await?;
        let Some(app) = apps.iter().find(|app| app.name == DEMO_APP) else { return Ok(()) };
        let edit = UserEdit {
            username: Some(username(DEMO_USERNAME)?),
            first_name: Some(DEMO_FIRST_NAME.to_owned()),
            last_name: Some(None),
            email: Some(None),
            bio: Some(None),
            location: Some(None),
            portfolio_url: Some(None),
            instagram_username: Some(None),
            twitter_username: Some(None),
            ..UserEdit::default()
        };
        self.store().edit_user(&app.owner, &edit, self.clock().now()).await?;
        Ok(())
    }

    async fn drop_strange_photos(&self) -> Result<u64, DemoError> {
        let own: HashSet<String> = catalogue().iter().map(batch_of).collect();
        let mut after: Option<PhotoId> = None;
        let mut dropped = 0;
        loop {
            let photos = self.store().photos_after(after.as_ref(), 500).await?;
            let Some(last) = photos.last() else { return Ok(dropped) };
            after = Some(last.id.clone());
            let is_own = |photo: &&Photo| photo.batch.as_ref().is_some_and(|it| own.contains(it));
            for photo in photos.iter().filter(|photo| !is_own(photo)) {
                dropped += u64::from(self.delete_photo(&photo.id).await?);
            }
        }
    }

    async fn drop_strange_collections(&self) -> Result<(), DemoError> {
        let own: HashSet<&str> = collections().iter().map(|own| own.title).collect();
        let mut strange: Vec<CollectionId> = Vec::new();
        let (filter, mut page) = (CollectionFilter::default(), Page::first(PER_PAGE_MAX));
        loop {
            let found = self.store().collections(&filter, page).await?.items;
            if found.is_empty() {
                break;
            }
            let others = found.into_iter().filter(|found| !own.contains(found.title.as_str()));
            strange.extend(others.map(|found| found.id));
            page = page.at(page.number() + 1);
        }
        for id in strange {
            self.store().delete_collection(&id).await?;
        }
        Ok(())
    }

    async fn drop_strange_topics(&self) -> Result<(), DemoError> {
        let own: HashSet<&str> = topics().iter().map(|own| own.slug).collect();
        let page = Page::first(PER_PAGE_MAX);
        let found =
            self.store().topics(&TopicFilter::default(), TopicOrder::Position, page).await?;
        for topic in found.items.iter().filter(|topic| !own.contains(topic.slug.as_str())) {
            self.store().delete_topic(&topic.id).await?;
        }
        Ok(())
    }

    async fn put_back(&self, scene: &Scene, photo: &Photo) -> Result<(), DemoError> {
        let fields = self.fields_of_scene(scene).await?;
        let edit = PhotoEdit {
            title: Some(fields.title.clone()),
            description: Some(fields.description.clone()),
            alt_description: Some(fields.alt_description.clone()),
            tags: Some(fields.tags.clone()),
            wordings: Some(fields.wordings.clone()),
            location: Some(location_of(scene)),
            license: Some(self.default_license().clone()),
            is_sensitive: Some(false),
            is_featured: Some(is_featured(scene)),
            is_withdrawn: Some(false),
            ..PhotoEdit::default()
        };
        if differs(photo, &edit) {
            self.edit_photo(&photo.id, &edit).await?;
        }
        for topic in &fields.topics {
            self.approve(topic, &photo.id).await?;
        }
        self.collect_scene(scene, &photo.id).await
    }
}

fn differs(photo: &Photo, edit: &PhotoEdit) -> bool {
    let words = (&photo.title, &photo.description, &photo.alt_description, &photo.tags);
    let wanted = (&edit.title, &edit.description, &edit.alt_description, &edit.tags);
    let words_differ = Some(words.0) != wanted.0.as_ref()
        || Some(words.1) != wanted.1.as_ref()
        || Some(words.2) != wanted.2.as_ref()
        || Some(words.3) != wanted.3.as_ref();
    words_differ
        || edit.wordings.as_ref() != Some(&photo.wordings)
        || edit.location.as_ref() != Some(&photo.location)
        || edit.license.as_ref() != Some(&photo.license)
        || edit.is_sensitive != Some(photo.is_sensitive)
        || edit.is_featured != Some(photo.promoted_at.is_some())
        || photo.withdrawn_at.is_some()
}
