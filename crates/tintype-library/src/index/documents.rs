//! From the database to what the index is told.

use std::collections::{HashMap, HashSet};

use tintype_domain::{
    Change, Collection, CollectionId, ColorName, Language, PER_PAGE_MAX, Page, Photo, PhotoId,
    PhotoOrder, Subject, User, UserId, Wording, Wordings,
};
use tintype_imaging::color;
use tintype_search::{CollectionDocument, Edit, PhotoDocument, UserDocument};
use tintype_store::{PhotoFilter, StoreError};

use crate::Library;

impl Library {
    /// What the index must be told about these changes. Everything is read afresh, so applying a
    /// change twice, or late, is harmless.
    pub(super) async fn edits_for(&self, changes: &[Change]) -> Result<Vec<Edit>, StoreError> {
        let mut photos: Vec<PhotoId> = Vec::new();
        let mut seen = HashSet::new();
        let mut edits = Vec::new();
        for change in changes {
            if !seen.insert(change.subject.clone()) {
                continue;
            }
            match &change.subject {
                Subject::Photo(id) => photos.push(id.clone()),
                Subject::User(id) => {
                    edits.push(self.user_edit(id).await?);
                    photos.extend(self.photos_of(id).await?);
                }
                Subject::Collection(id) => edits.push(self.collection_edit(id).await?),
            }
        }
        // A photo may have changed by itself and with its photographer.
        let mut once = HashSet::new();
        photos.retain(|id| once.insert(id.clone()));
        for part in photos.chunks(PHOTOS_AT_ONCE) {
            edits.extend(self.photo_edits(part).await?);
        }
        Ok(edits)
    }

    /// Puts or drops these photos.
    pub(super) async fn photo_edits(&self, ids: &[PhotoId]) -> Result<Vec<Edit>, StoreError> {
        let listed = self.store().photos_by_ids(ids).await?;
        let there: HashSet<&PhotoId> = listed.iter().map(|photo| &photo.id).collect();
        let gone = ids.iter().filter(|id| !there.contains(id)).cloned().map(Edit::DropPhoto);
        let mut edits: Vec<Edit> = gone.collect();
        let documents = self.photo_documents(&listed).await?;
        edits.extend(documents.into_iter().map(|document| Edit::PutPhoto(Box::new(document))));
        Ok(edits)
    }

    /// Photos as they are searched.
    pub(crate) async fn photo_documents(
        &self,
        photos: &[Photo],
    ) -> Result<Vec<PhotoDocument>, StoreError> {
        let ids: Vec<PhotoId> = photos.iter().map(|photo| photo.id.clone()).collect();
        let owners: HashSet<UserId> = photos.iter().map(|photo| photo.owner.clone()).collect();
        let owners: Vec<UserId> = owners.into_iter().collect();
        let people = self.store().users_by_ids(&owners).await?;
        let people: HashMap<&UserId, &User> = people.iter().map(|user| (&user.id, user)).collect();
        let collections = self.public_collections_of(&ids).await?;
        let mut topics: HashMap<PhotoId, Vec<_>> = HashMap::new();
        for membership in self.store().topic_memberships(&ids).await? {
            topics.entry(membership.photo).or_default().push(membership.topic);
        }
        let language = self.settings().library.language();
        let document = |photo: &Photo| {
            let owner = people.get(&photo.owner).copied();
            let mut document = document_of(photo, owner, language);
            document.collections = collections.get(&photo.id).cloned().unwrap_or_default();
            document.topics = topics.get(&photo.id).cloned().unwrap_or_default();
            document
        };
        Ok(photos.iter().map(document).collect())
    }

    async fn public_collections_of(
        &self,
        photos: &[PhotoId],
    ) -> Result<HashMap<PhotoId, Vec<CollectionId>>, StoreError> {
        let members = self.store().memberships(photos).await?;
        let ids: HashSet<CollectionId> =
            members.iter().map(|member| member.collection.clone()).collect();
        let ids: Vec<CollectionId> = ids.into_iter().collect();
        let found = self.store().collections_by_ids(&ids).await?;
        let public: HashSet<&CollectionId> =
            found.iter().filter(|found| !found.is_private).map(|found| &found.id).collect();
        let mut by_photo: HashMap<PhotoId, Vec<CollectionId>> = HashMap::new();
        for member in members.iter().filter(|member| public.contains(&member.collection)) {
            by_photo.entry(member.photo.clone()).or_default().push(member.collection.clone());
        }
        Ok(by_photo)
    }

    async fn photos_of(&self, owner: &UserId) -> Result<Vec<PhotoId>, StoreError> {
        let filter = PhotoFilter { owner: Some(owner.clone()), ..PhotoFilter::default() };
        let mut ids = Vec::new();
        let mut page = Page::first(PER_PAGE_MAX);
        loop {
            let found = self.store().photos(&filter, PhotoOrder::Oldest, page).await?;
            ids.extend(found.items.iter().map(|photo| photo.id.clone()));
            if found.items.is_empty() || ids.len() as u64 >= found.total {
                return Ok(ids);
            }
            page = page.at(page.number() + 1);
        }
    }

    async fn user_edit(&self, id: &UserId) -> Result<Edit, StoreError> {
        let user = self.store().user(id).await?.filter(|user| user.disabled_at.is_none());
        Ok(user
            .map_or_else(|| Edit::DropUser(id.clone()), |user| Edit::PutUser(user_document(&user))))
    }

    async fn collection_edit(&self, id: &CollectionId) -> Result<Edit, StoreError> {
        let found = self.store().collection(id).await?.filter(|found| !found.is_private);
        Ok(found.map_or_else(
            || Edit::DropCollection(id.clone()),
            |found| Edit::PutCollection(collection_document(&found)),
        ))
    }
}

pub(super) fn user_document(user: &User) -> UserDocument {
    UserDocument {
        id: user.id.clone(),
        username: user.username.as_str().to_owned(),
        name: user.name(),
        bio: user.bio.clone(),
        location: user.location.clone(),
        popularity: user.totals.photos,
    }
}

pub(super) fn collection_document(collection: &Collection) -> CollectionDocument {
    CollectionDocument {
        id: collection.id.clone(),
        title: collection.title.clone(),
        description: collection.description.clone(),
        updated_at: collection.updated_at,
        popularity: collection.total_photos,
    }
}

fn document_of(photo: &Photo, owner: Option<&User>, language: Language) -> PhotoDocument {
    let place = [&photo.location.name, &photo.location.city, &photo.location.country];
    let place: Vec<&str> = place.into_iter().flatten().map(String::as_str).collect();
    let camera = [&photo.camera.make, &photo.camera.model];
    let camera: Vec<&str> = camera.into_iter().flatten().map(String::as_str).collect();
    let joined = |words: Vec<&str>| (!words.is_empty()).then(|| words.join(" "));
    PhotoDocument {
        id: photo.id.clone(),
        title: photo.title.clone(),
        description: photo.description.clone(),
        alt_description: photo.alt_description.clone(),
        tags: photo.tags.clone(),
        wordings: wordings(photo, language),
        place: joined(place),
        photographer: owner.map(photographer).unwrap_or_default(),
        camera: joined(camera),
        width: photo.width,
        height: photo.height,
        colors: color_names(photo),
        palette: photo.palette.clone(),
        collections: Vec::new(),
        topics: Vec::new(),
        owner: photo.owner.clone(),
        license: photo.license.clone(),
        is_sensitive: photo.is_sensitive,
        created_at: photo.created_at,
        promoted_at: photo.promoted_at,
        // Likes change too often to follow each; downloads of a dataset are known at import.
        popularity: photo.downloads,
    }
}

/// What is said in other languages. The library's own words are indexed as English, so where they
/// are in another language, they stand a second time in that.
fn wordings(photo: &Photo, own: Language) -> Wordings {
    let mut wordings = photo.wordings.clone();
    if own != Language::English {
        wordings.entry(own).or_insert_with(|| Wording {
            title: photo.title.clone(),
            description: photo.description.clone(),
            alt_description: photo.alt_description.clone(),
            tags: photo.tags.clone(),
        });
    }
    wordings
}

fn photographer(owner: &User) -> String {
    format!("{} {}", owner.name(), owner.username)
}

/// The colours a photo is found by: those of its palette, or of its one colour.
fn color_names(photo: &Photo) -> Vec<ColorName> {
    let swatch = |rgb, share| color::Swatch { rgb, share };
    let mut palette: Vec<color::Swatch> =
        photo.palette.iter().map(|found| swatch(found.rgb.0, found.share)).collect();
    if palette.is_empty() {
        palette.extend(photo.color.map(|rgb| swatch(rgb.0, 1.0)));
    }
    color::named_colors(&palette).into_iter().filter_map(ColorName::parse).collect()
}

const PHOTOS_AT_ONCE: usize = 500;
