//! `urls` and `links` of a photo: every value a non-null, absolute, ASCII-only address.

use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::Photo;

use crate::links::Links;

/// Addresses of the picture itself.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Urls {
    raw: String,
    full: String,
    regular: String,
    small: String,
    thumb: String,
    small_s3: String,
}

impl Urls {
    pub(super) fn render(photo: &Photo, links: &Links) -> Self {
        Self {
            raw: links.image_raw(photo),
            full: links.image_full(photo),
            regular: links.image_within(photo, 1080),
            small: links.image_within(photo, 400),
            thumb: links.image_within(photo, 200),
            small_s3: links.image_small(photo),
        }
    }
}

/// Addresses about the photo.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct PhotoLinks {
    #[serde(rename = "self")]
    itself: String,
    html: String,
    download: String,
    download_location: String,
}

impl PhotoLinks {
    pub(super) fn render(photo: &Photo, links: &Links) -> Self {
        Self {
            itself: links.photo_api(photo),
            html: links.photo_page(photo),
            download: links.photo_download(photo),
            download_location: links.photo_download_location(photo),
        }
    }
}
