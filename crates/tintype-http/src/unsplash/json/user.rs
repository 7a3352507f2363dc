//! A person: embedded, in searches, and in full (wire contract, 4.5 and 4.6).

use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::{Photo, User, UserTotals};

use super::photo::UnsplashPhotoPreview;
use crate::fingerprint::fingerprint;
use crate::links::Links;

/// The embedded user.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "User")]
pub(crate) struct UnsplashUser<'a> {
    id: &'a str,
    updated_at: String,
    username: &'a str,
    name: String,
    first_name: &'a str,
    last_name: Option<&'a str>,
    twitter_username: Option<&'a str>,
    portfolio_url: Option<&'a str>,
    bio: Option<&'a str>,
    location: Option<&'a str>,
    links: UserLinks,
    profile_image: ProfileImage,
    instagram_username: Option<&'a str>,
    total_collections: u64,
    total_likes: u64,
    total_photos: u64,
    total_promoted_photos: u64,
    total_free_photos: u64,
    total_illustrations: u64,
    accepted_tos: bool,
    for_hire: bool,
    social: Social<'a>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct UserLinks {
    #[serde(rename = "self")]
    itself: String,
    html: String,
    photos: String,
    likes: String,
    portfolio: String,
    following: String,
    followers: String,
}

#[derive(Debug, JsonSchema, Serialize)]
struct ProfileImage {
    small: String,
    medium: String,
    large: String,
}

#[derive(Debug, JsonSchema, Serialize)]
struct Social<'a> {
    instagram_username: Option<&'a str>,
    portfolio_url: Option<&'a str>,
    twitter_username: Option<&'a str>,
    paypal_email: Option<()>,
}

impl<'a> UnsplashUser<'a> {
    /// Names every field of [`User`]; what is private is named and left out.
    pub(crate) fn render(user: &'a User, links: &Links) -> Self {
        let User {
            id,
            username,
            first_name,
            last_name,
            email: _,
            role: _,
            bio,
            location,
            portfolio_url,
            instagram_username,
            twitter_username,
            avatar: _,
            default_license: _,
            created_at: _,
            updated_at,
            disabled_at: _,
            totals: UserTotals { photos, promoted_photos, likes, collections },
        } = user;
        // Some readers refuse an address that is empty or has no scheme.
        let portfolio_url = portfolio_url.as_deref().filter(|url| url.contains("://"));
        Self {
            id: id.as_str(),
            updated_at: updated_at.to_rfc3339(),
            username: username.as_str(),
            name: user.name(),
            first_name,
            last_name: last_name.as_deref(),
            twitter_username: twitter_username.as_deref(),
            portfolio_url,
            bio: bio.as_deref(),
            location: location.as_deref(),
            links: UserLinks::render(user, links),
            profile_image: ProfileImage::render(user, links),
            instagram_username: instagram_username.as_deref(),
            total_collections: *collections,
            total_likes: *likes,
            total_photos: *photos,
            total_promoted_photos: *promoted_photos,
            total_free_photos: *photos,
            total_illustrations: 0,
            accepted_tos: true,
            for_hire: false,
            social: Social {
                instagram_username: instagram_username.as_deref(),
                portfolio_url,
                twitter_username: twitter_username.as_deref(),
                paypal_email: None,
            },
        }
    }
}

impl UserLinks {
    fn render(user: &User, links: &Links) -> Self {
        let at = |part: &str| links.user_api(&user.username, part);
        Self {
            itself: at(""),
            html: links.user_page(&user.username),
            photos: at("/photos"),
            likes: at("/likes"),
            portfolio: at("/portfolio"),
            following: at("/following"),
            followers: at("/followers"),
        }
    }
}

impl ProfileImage {
    fn render(user: &User, links: &Links) -> Self {
        let at = |size| links.avatar(user, size);
        Self { small: at(32), medium: at(64), large: at(128) }
    }
}

/// The user of a search: with up to three of their photos.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "FoundUser")]
pub(crate) struct UnsplashMediumUser<'a> {
    #[serde(flatten)]
    user: UnsplashUser<'a>,
    photos: Vec<UnsplashPhotoPreview<'a>>,
}

impl<'a> UnsplashMediumUser<'a> {
    pub(crate) fn render(user: &'a User, photos: &'a [Photo], links: &Links) -> Self {
        let previews = photos.iter().map(|photo| UnsplashPhotoPreview::render(photo, links));
        Self { user: UnsplashUser::render(user, links), photos: previews.collect() }
    }
}

/// All that is public of a user.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "FullUser")]
pub(crate) struct UnsplashFullUser<'a> {
    #[serde(flatten)]
    user: UnsplashMediumUser<'a>,
    badge: Option<()>,
    downloads: u64,
    followers_count: u64,
    following_count: u64,
    followed_by_user: bool,
    allow_messages: bool,
    numeric_id: u64,
    tags: UserTags,
    meta: UserMeta,
}

#[derive(Debug, JsonSchema, Serialize)]
struct UserTags {
    custom: Vec<UserTag>,
    aggregated: Vec<UserTag>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct UserTag {
    title: String,
}

#[derive(Debug, JsonSchema, Serialize)]
struct UserMeta {
    index: bool,
}

impl<'a> UnsplashFullUser<'a> {
    pub(crate) fn render(
        user: &'a User,
        photos: &'a [Photo],
        downloads: u64,
        links: &Links,
    ) -> Self {
        Self {
            user: UnsplashMediumUser::render(user, photos, links),
            badge: None,
            downloads,
            followers_count: 0,
            following_count: 0,
            followed_by_user: false,
            allow_messages: false,
            // 53 bits are what JavaScript can hold.
            numeric_id: fingerprint(user.id.as_str()) >> 11,
            tags: UserTags { custom: Vec::new(), aggregated: common_words(photos) },
            meta: UserMeta { index: true },
        }
    }
}

/// A user as they see themselves: the one shape that holds something private.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Me")]
pub(crate) struct UnsplashMe<'a> {
    #[serde(flatten)]
    user: UnsplashFullUser<'a>,
    uid: &'a str,
    email: Option<&'a str>,
    uploads_remaining: u32,
    unlimited_uploads: bool,
}

impl<'a> UnsplashMe<'a> {
    pub(crate) fn render(
        user: &'a User,
        photos: &'a [Photo],
        (downloads, uploads_left): (u64, u32),
        links: &Links,
    ) -> Self {
        Self {
            user: UnsplashFullUser::render(user, photos, downloads, links),
            uid: user.id.as_str(),
            email: user.email.as_deref(),
            uploads_remaining: uploads_left,
            unlimited_uploads: false,
        }
    }
}

/// The words of someone's newest photos, each once.
fn common_words(photos: &[Photo]) -> Vec<UserTag> {
    let mut titles: Vec<&String> = Vec::new();
    for tag in photos.iter().flat_map(|photo| &photo.tags) {
        if !titles.contains(&tag) && titles.len() < 10 {
            titles.push(tag);
        }
    }
    titles.into_iter().map(|title| UserTag { title: title.clone() }).collect()
}
