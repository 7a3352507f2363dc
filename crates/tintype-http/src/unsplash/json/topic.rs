//! A topic (wire contract, 4.8).

use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::{Topic, UserId, Visibility};

use super::photo::{UnsplashPhoto, UnsplashPhotoPreview};
use super::user::UnsplashUser;
use crate::gather::Gathered;
use crate::links::Links;

/// A topic in a list.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Topic")]
pub(crate) struct UnsplashTopic<'a> {
    id: &'a str,
    slug: &'a str,
    title: &'a str,
    description: Option<&'a str>,
    published_at: String,
    updated_at: String,
    starts_at: String,
    ends_at: Option<String>,
    only_submissions_after: Option<()>,
    visibility: &'static str,
    featured: bool,
    total_photos: u64,
    status: &'static str,
    media_types: [&'static str; 1],
    current_user_contributions: [(); 0],
    total_current_user_submissions: Option<()>,
    links: TopicLinks,
    owners: Vec<UnsplashUser<'a>>,
    cover_photo: Option<UnsplashPhoto<'a>>,
    preview_photos: Vec<UnsplashPhotoPreview<'a>>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct TopicLinks {
    #[serde(rename = "self")]
    itself: String,
    html: String,
    photos: String,
}

impl<'a> UnsplashTopic<'a> {
    /// Names every field of [`Topic`].
    pub(crate) fn render(topic: &'a Topic, around: &'a Gathered, links: &Links) -> Self {
        let Topic {
            id,
            slug,
            title,
            description,
            visibility,
            is_open,
            position: _,
            published_at,
            updated_at,
            starts_at,
            ends_at,
            owners,
            total_photos,
            preview,
        } = topic;
        let photos = || preview.iter().filter_map(|id| around.photo(id));
        let owners = owners.iter().filter_map(|id| around.user(id));
        Self {
            id: id.as_str(),
            slug,
            title,
            description: description.as_deref(),
            published_at: published_at.to_rfc3339(),
            updated_at: updated_at.to_rfc3339(),
            starts_at: starts_at.to_rfc3339(),
            ends_at: ends_at.map(tintype_domain::Timestamp::to_rfc3339),
            only_submissions_after: None,
            visibility: visibility.as_str(),
            featured: *visibility == Visibility::Featured,
            total_photos: *total_photos,
            status: if *is_open { "open" } else { "closed" },
            media_types: ["photo"],
            current_user_contributions: [],
            total_current_user_submissions: None,
            links: TopicLinks::render(topic, links),
            owners: owners.map(|user| UnsplashUser::render(user, links)).collect(),
            cover_photo: photos()
                .next()
                .and_then(|photo| UnsplashPhoto::render(photo, around, links)),
            preview_photos: photos()
                .map(|photo| UnsplashPhotoPreview::render(photo, links))
                .collect(),
        }
    }
}

impl TopicLinks {
    fn render(topic: &Topic, links: &Links) -> Self {
        Self {
            itself: links.topic_api(topic, ""),
            html: links.topic_page(&topic.slug),
            photos: links.topic_api(topic, "/photos"),
        }
    }
}

/// A topic by itself, with those who gave most to it.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "FullTopic")]
pub(crate) struct UnsplashFullTopic<'a> {
    #[serde(flatten)]
    topic: UnsplashTopic<'a>,
    top_contributors: Vec<UnsplashUser<'a>>,
    top_contributors_last_30_days: [(); 0],
}

impl<'a> UnsplashFullTopic<'a> {
    pub(crate) fn render(
        topic: &'a Topic,
        contributors: &[UserId],
        around: &'a Gathered,
        links: &Links,
    ) -> Self {
        let users = contributors.iter().filter_map(|id| around.user(id));
        let users = users.map(|user| UnsplashUser::render(user, links));
        Self {
            topic: UnsplashTopic::render(topic, around, links),
            top_contributors: users.collect(),
            top_contributors_last_30_days: [],
        }
    }
}
