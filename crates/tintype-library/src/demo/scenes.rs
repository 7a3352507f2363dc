//! Who and what is in the demo before its pictures are.

use tintype_domain::{
    AccessKey, App, Collection, HourlyLimit, Language, Location, Position, Role, Topic, User,
    Username, Visibility, Wording, Wordings,
};
use tintype_scenery::Scene;
use tintype_store::{CollectionFilter, StoreError, TopicFilter};

use super::fill::DemoError;
use crate::access::AppRequest;
use crate::curation::NewTopic;
use crate::people::NewUser;
use crate::{Library, UploadFields};

/// The demo's own account.
pub const DEMO_USERNAME: &str = "demo";
/// Its password: the demo is on one's own machine and holds nothing that is not rendered.
pub const DEMO_PASSWORD: &str = "tintype-demo";
pub(super) const DEMO_FIRST_NAME: &str = "Demo";
pub(super) const DEMO_APP: &str = "Demo";

/// What a visitor of the demo needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAccess {
    /// The application anyone may use.
    pub app: App,
}

/// The import that a scene's photo belongs to: names the scene, whatever becomes of the photo.
pub(super) fn batch_of(scene: &Scene) -> String {
    format!("demo-{}", scene.slug())
}

impl Library {
    /// The demo's people, key, collections and topics; made when they are not there.
    pub(super) async fn furnish_demo(&self) -> Result<DemoAccess, DemoError> {
        for person in tintype_scenery::photographers() {
            let new = NewUser {
                first_name: person.first_name.to_owned(),
                last_name: Some(person.last_name.to_owned()),
                bio: Some(person.bio.to_owned()),
                location: Some(person.location.to_owned()),
                ..NewUser::named(username(person.username)?, Role::Contributor)
            };
            self.user_or_new(new).await?;
        }
        let host = NewUser {
            first_name: DEMO_FIRST_NAME.to_owned(),
            password: Some(DEMO_PASSWORD.to_owned()),
            ..NewUser::named(username(DEMO_USERNAME)?, Role::Administrator)
        };
        let host = self.user_or_new(host).await?;
        self.furnish_collections().await?;
        self.furnish_topics(&host).await?;
        Ok(DemoAccess { app: self.demo_app(&host).await? })
    }

    async fn demo_app(&self, host: &User) -> Result<App, DemoError> {
        let apps = self.store().apps(Some(&host.id)).await?;
        if let Some(app) = apps.into_iter().find(|app| app.revoked_at.is_none()) {
            return Ok(app);
        }
        let request = AppRequest {
            name: DEMO_APP.to_owned(),
            limit: HourlyLimit::Unlimited,
            ..AppRequest::default()
        };
        Ok(self.register_app(host, request).await?.app)
    }

    /// The key that anyone may use in the demo; `None` where this is no demo.
    pub async fn demo_key(&self) -> Result<Option<AccessKey>, StoreError> {
        let name = Username::parse(DEMO_USERNAME).ok().filter(|_| self.is_demo());
        let Some(name) = name else { return Ok(None) };
        let Some(host) = self.store().user_by_username(&name).await? else { return Ok(None) };
        let apps = self.store().apps(Some(&host.id)).await?;
        let open = apps.into_iter().find(|app| app.name == DEMO_APP && app.revoked_at.is_none());
        Ok(open.map(|app| app.access_key))
    }

    async fn user_or_new(&self, new: NewUser) -> Result<User, DemoError> {
        match self.store().user_by_username(&new.username).await? {
            Some(user) => Ok(user),
            None => Ok(self.add_user(new).await?),
        }
    }

    async fn furnish_collections(&self) -> Result<(), DemoError> {
        for collection in tintype_scenery::collections() {
            let curator = self.demo_user(collection.curator).await?;
            if self.collection_titled(&curator, collection.title).await?.is_none() {
                let description = Some(collection.description.to_owned());
                self.create_collection(&curator, collection.title, description, false).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn collection_titled(
        &self,
        owner: &User,
        title: &str,
    ) -> Result<Option<Collection>, DemoError> {
        let filter =
            CollectionFilter { owner: Some(owner.id.clone()), ..CollectionFilter::default() };
        let page = tintype_domain::Page::first(tintype_domain::PER_PAGE_MAX);
        let found = self.store().collections(&filter, page).await?;
        Ok(found.items.into_iter().find(|collection| collection.title == title))
    }

    async fn furnish_topics(&self, host: &User) -> Result<(), DemoError> {
        for (position, topic) in (0..).zip(tintype_scenery::topics()) {
            if self.topic_with_slug(topic.slug).await?.is_none() {
                let new = NewTopic {
                    title: topic.title.to_owned(),
                    slug: Some(topic.slug.to_owned()),
                    description: Some(topic.description.to_owned()),
                    owners: vec![host.id.clone()],
                    visibility: Visibility::Featured,
                    position,
                };
                self.create_topic(new).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn topic_with_slug(&self, slug: &str) -> Result<Option<Topic>, DemoError> {
        let filter = TopicFilter { ids_or_slugs: vec![slug.to_owned()] };
        let page = tintype_domain::Page::first(1);
        let order = tintype_domain::TopicOrder::Position;
        Ok(self.store().topics(&filter, order, page).await?.items.into_iter().next())
    }

    pub(super) async fn demo_user(&self, name: &str) -> Result<User, DemoError> {
        let found = self.store().user_by_username(&username(name)?).await?;
        found.ok_or(DemoError::NotFurnished)
    }

    /// What the photographer of a scene says of it.
    pub(super) async fn fields_of_scene(&self, scene: &Scene) -> Result<UploadFields, DemoError> {
        let mut fields = UploadFields {
            title: Some(scene.title.to_owned()),
            description: scene.description.map(str::to_owned),
            alt_description: Some(scene.alt_description.to_owned()),
            tags: scene.tags.iter().map(|tag| (*tag).to_owned()).collect(),
            wordings: wordings_of(scene),
            location: Some(location_of(scene)),
            shares_place: true,
            batch: Some(batch_of(scene)),
            ..UploadFields::default()
        };
        for slug in scene.topics {
            fields.topics.extend(self.topic_with_slug(slug).await?.map(|topic| topic.id));
        }
        Ok(fields)
    }
}

/// What is said of a scene in other languages.
fn wordings_of(scene: &Scene) -> Wordings {
    let said = scene.translations().into_iter().filter_map(|said| {
        let wording = Wording {
            title: Some(said.title.to_owned()),
            description: said.description.map(str::to_owned),
            alt_description: Some(said.alt_description.to_owned()),
            tags: said.tags.into_iter().map(str::to_owned).collect(),
        };
        Some((Language::parse(said.language)?, wording))
    });
    said.collect()
}

pub(super) fn location_of(scene: &Scene) -> Location {
    let place = scene.place;
    Location {
        name: Some(format!("{}, {}", place.name, place.country)),
        city: place.city.map(str::to_owned),
        country: Some(place.country.to_owned()),
        position: Position::new(place.latitude, place.longitude),
    }
}

pub(super) fn username(name: &str) -> Result<Username, DemoError> {
    Username::parse(name).map_err(|_| DemoError::NotFurnished)
}
