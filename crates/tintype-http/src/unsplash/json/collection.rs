//! A collection (wire contract, 4.7).

use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::Collection;

use super::photo::{UnsplashPhoto, UnsplashPhotoPreview, UnsplashTag};
use super::user::UnsplashUser;
use crate::gather::Gathered;
use crate::links::Links;

/// A collection without what stands for it: what a signed-in caller is told of their own.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct CurrentUserCollection<'a> {
    id: &'a str,
    title: &'a str,
    description: Option<&'a str>,
    published_at: String,
    last_collected_at: Option<String>,
    updated_at: String,
    featured: bool,
    curated: bool,
    total_photos: u64,
    private: bool,
    share_key: &'a str,
    links: CollectionLinks,
    media_types: [&'static str; 1],
    cover_photo: Option<()>,
    user: Option<()>,
}

/// A collection.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Collection")]
pub(crate) struct UnsplashCollection<'a> {
    id: &'a str,
    title: &'a str,
    description: Option<&'a str>,
    published_at: String,
    last_collected_at: Option<String>,
    updated_at: String,
    featured: bool,
    curated: bool,
    total_photos: u64,
    private: bool,
    share_key: &'a str,
    tags: Vec<UnsplashTag<'a>>,
    links: CollectionLinks,
    media_types: [&'static str; 1],
    user: UnsplashUser<'a>,
    cover_photo: Option<UnsplashPhoto<'a>>,
    preview_photos: Vec<UnsplashPhotoPreview<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meta: Option<UnsplashCollectionMeta<'a>>,
}

/// What search engines are told of a collection.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "CollectionMeta")]
pub(crate) struct UnsplashCollectionMeta<'a> {
    title: &'a str,
    description: Option<&'a str>,
    index: bool,
    canonical: String,
}

#[derive(Debug, JsonSchema, Serialize)]
struct CollectionLinks {
    #[serde(rename = "self")]
    itself: String,
    html: String,
    photos: String,
    related: String,
}

impl<'a> UnsplashCollection<'a> {
    /// Names every field of [`Collection`]. `None` when nobody gathered its owner.
    pub(crate) fn render(
        collection: &'a Collection,
        around: &'a Gathered,
        links: &Links,
    ) -> Option<Self> {
        let Collection {
            id,
            owner,
            title,
            description,
            is_private,
            is_featured,
            share_key,
            published_at,
            updated_at,
            last_collected_at,
            total_photos,
            preview,
        } = collection;
        let photos = || preview.iter().filter_map(|id| around.photo(id));
        Some(Self {
            id: id.as_str(),
            title,
            description: description.as_deref(),
            published_at: published_at.to_rfc3339(),
            last_collected_at: last_collected_at.map(tintype_domain::Timestamp::to_rfc3339),
            updated_at: updated_at.to_rfc3339(),
            featured: *is_featured,
            curated: false,
            total_photos: *total_photos,
            private: *is_private,
            share_key,
            tags: photos().next().map(|photo| UnsplashTag::of(&photo.tags)).unwrap_or_default(),
            links: CollectionLinks::render(collection, links),
            media_types: ["photo"],
            user: UnsplashUser::render(around.user(owner)?, links),
            cover_photo: photos()
                .next()
                .and_then(|photo| UnsplashPhoto::render(photo, around, links)),
            preview_photos: photos()
                .map(|photo| UnsplashPhotoPreview::render(photo, links))
                .collect(),
            meta: None,
        })
    }

    /// With what search engines are told, as a single collection has it.
    pub(crate) fn with_meta(mut self, meta: UnsplashCollectionMeta<'a>) -> Self {
        self.meta = Some(meta);
        self
    }
}

impl<'a> UnsplashCollectionMeta<'a> {
    pub(crate) fn of(collection: &'a Collection, links: &Links) -> Self {
        Self {
            title: &collection.title,
            description: collection.description.as_deref(),
            index: !collection.is_private,
            canonical: links.collection_page(collection),
        }
    }
}

impl<'a> CurrentUserCollection<'a> {
    pub(super) fn render(collection: &'a Collection, links: &Links) -> Self {
        Self {
            id: collection.id.as_str(),
            title: &collection.title,
            description: collection.description.as_deref(),
            published_at: collection.published_at.to_rfc3339(),
            last_collected_at: collection
                .last_collected_at
                .map(tintype_domain::Timestamp::to_rfc3339),
            updated_at: collection.updated_at.to_rfc3339(),
            featured: collection.is_featured,
            curated: false,
            total_photos: collection.total_photos,
            private: collection.is_private,
            share_key: &collection.share_key,
            links: CollectionLinks::render(collection, links),
            media_types: ["photo"],
            cover_photo: None,
            user: None,
        }
    }
}

impl CollectionLinks {
    fn render(collection: &Collection, links: &Links) -> Self {
        let at = |part: &str| links.collection_api(&collection.id, part);
        Self {
            itself: at(""),
            html: links.collection_page(collection),
            photos: at("/photos"),
            related: at("/related"),
        }
    }
}
