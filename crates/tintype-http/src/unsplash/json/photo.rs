//! A photo as it stands in lists, searches and covers (wire contract, 4.1).

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::Photo;

use super::collection::CurrentUserCollection;
use super::license::PhotoLicense;
use super::photo_links::{PhotoLinks, Urls};
use super::user::UnsplashUser;
use crate::gather::Gathered;
use crate::links::Links;
use crate::spoken;

/// The abbreviated photo.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Photo")]
#[expect(clippy::struct_excessive_bools, reason = "the wire contract has them")]
pub(crate) struct UnsplashPhoto<'a> {
    id: &'a str,
    slug: &'a str,
    alternative_slugs: BTreeMap<&'static str, Cow<'a, str>>,
    created_at: String,
    updated_at: String,
    promoted_at: Option<String>,
    width: u32,
    height: u32,
    color: Option<String>,
    blur_hash: Option<&'a str>,
    title: Option<&'a str>,
    description: Option<&'a str>,
    alt_description: Option<&'a str>,
    breadcrumbs: [(); 0],
    urls: Urls,
    links: PhotoLinks,
    likes: u64,
    liked_by_user: bool,
    bookmarked: bool,
    current_user_collections: Vec<CurrentUserCollection<'a>>,
    sponsorship: Option<()>,
    topic_submissions: BTreeMap<&'a str, TopicSubmission>,
    asset_type: &'static str,
    premium: bool,
    plus: bool,
    license: PhotoLicense,
    user: UnsplashUser<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<UnsplashTag<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags_preview: Option<Vec<UnsplashTag<'a>>>,
}

/// A word one may search by.
#[derive(Debug, Clone, Copy, JsonSchema, Serialize)]
#[schemars(rename = "Tag")]
pub(crate) struct UnsplashTag<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
}

#[derive(Debug, JsonSchema, Serialize)]
struct TopicSubmission {
    status: &'static str,
    approved_on: String,
}

/// The slug in the library's own language, and in those there are translations for.
fn slugs(photo: &Photo) -> BTreeMap<&'static str, Cow<'_, str>> {
    let own = (spoken::own().code(), Cow::Borrowed(photo.slug.as_str()));
    let others = photo.other_slugs().map(|(language, slug)| (language.code(), Cow::Owned(slug)));
    others.chain([own]).collect()
}

impl<'a> UnsplashTag<'a> {
    /// All words of a photo.
    pub(crate) fn of(tags: &'a [String]) -> Vec<Self> {
        tags.iter().map(|title| Self { kind: "search", title }).collect()
    }
}

impl<'a> UnsplashPhoto<'a> {
    /// Names every field of [`Photo`]. `None` when nobody gathered its owner.
    pub(crate) fn render(photo: &'a Photo, around: &'a Gathered, links: &Links) -> Option<Self> {
        let user = UnsplashUser::render(around.owner_of(photo)?, links);
        let Photo {
            id,
            owner: _,
            slug,
            image_key: _,
            source: _,
            width,
            height,
            color,
            palette: _,
            blur_hash,
            perceptual_hash: _,
            title: _,
            description: _,
            alt_description: _,
            tags: _,
            wordings: _,
            camera: _,
            location: _,
            shares_place: _,
            license,
            is_sensitive: _,
            batch: _,
            created_at,
            updated_at,
            promoted_at,
            withdrawn_at: _,
            likes,
            views: _,
            downloads: _,
        } = photo;
        let said = spoken::said(photo);
        Some(Self {
            id: id.as_str(),
            slug,
            alternative_slugs: slugs(photo),
            created_at: created_at.to_rfc3339(),
            updated_at: updated_at.to_rfc3339(),
            promoted_at: promoted_at.map(tintype_domain::Timestamp::to_rfc3339),
            width: *width,
            height: *height,
            color: color.map(|color| color.to_string()),
            blur_hash: blur_hash.as_deref(),
            title: said.title,
            description: said.description,
            alt_description: said.alt_description,
            breadcrumbs: [],
            urls: Urls::render(photo, links),
            links: PhotoLinks::render(photo, links),
            likes: *likes,
            liked_by_user: around.is_liked(id),
            bookmarked: false,
            current_user_collections: around
                .collections_of(id)
                .map(|collection| CurrentUserCollection::render(collection, links))
                .collect(),
            sponsorship: None,
            topic_submissions: around
                .topics_of(id)
                .map(|topic| (topic.slug.as_str(), TopicSubmission::of(topic)))
                .collect(),
            asset_type: "photo",
            premium: false,
            plus: false,
            license: PhotoLicense::render(license),
            user,
            tags: None,
            tags_preview: None,
        })
    }

    /// With its words, as search results have them.
    pub(crate) fn with_tags(mut self, photo: &'a Photo) -> Self {
        let tags = UnsplashTag::of(spoken::said(photo).tags);
        self.tags_preview = Some(tags.iter().copied().take(3).collect());
        self.tags = Some(tags);
        self
    }
}

impl TopicSubmission {
    fn of(topic: &tintype_domain::TopicMembership) -> Self {
        Self { status: "approved", approved_on: topic.approved_at.to_rfc3339() }
    }
}

/// The few fields of a photo that stands for something else.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "PhotoPreview")]
pub(crate) struct UnsplashPhotoPreview<'a> {
    id: &'a str,
    slug: &'a str,
    created_at: String,
    updated_at: String,
    blur_hash: Option<&'a str>,
    asset_type: &'static str,
    urls: Urls,
}

impl<'a> UnsplashPhotoPreview<'a> {
    pub(crate) fn render(photo: &'a Photo, links: &Links) -> Self {
        Self {
            id: photo.id.as_str(),
            slug: &photo.slug,
            created_at: photo.created_at.to_rfc3339(),
            updated_at: photo.updated_at.to_rfc3339(),
            blur_hash: photo.blur_hash.as_deref(),
            asset_type: "photo",
            urls: Urls::render(photo, links),
        }
    }
}
