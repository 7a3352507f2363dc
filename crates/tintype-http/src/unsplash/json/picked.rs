//! A photo as the picker hands it to another program.

use serde::Serialize;
use tintype_domain::Photo;

use super::license::PhotoLicense;
use super::photo_links::{PhotoLinks, Urls};
use crate::links::Links;

/// What the message of the picker holds.
#[derive(Debug, Serialize)]
pub(crate) struct PickedPhoto<'a> {
    /// Tells our message from those of others.
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
    slug: &'a str,
    width: u32,
    height: u32,
    color: Option<String>,
    blur_hash: Option<&'a str>,
    title: Option<&'a str>,
    alt: &'a str,
    urls: Urls,
    links: PhotoLinks,
    credit: &'a str,
    credit_html: &'a str,
    license: PhotoLicense,
}

impl<'a> PickedPhoto<'a> {
    /// With the credit line as text and as HTML.
    pub(crate) fn render(
        photo: &'a Photo,
        (credit, credit_html): (&'a str, &'a str),
        links: &Links,
    ) -> Self {
        let alt = photo.alt_description.as_deref().or(photo.title.as_deref());
        Self {
            kind: "tintype:photo",
            id: photo.id.as_str(),
            slug: &photo.slug,
            width: photo.width,
            height: photo.height,
            color: photo.color.map(|color| color.to_string()),
            blur_hash: photo.blur_hash.as_deref(),
            title: photo.title.as_deref(),
            alt: alt.unwrap_or_default(),
            urls: Urls::render(photo, links),
            links: PhotoLinks::render(photo, links),
            credit,
            credit_html,
            license: PhotoLicense::render(&photo.license),
        }
    }
}
