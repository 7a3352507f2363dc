//! A photo with all that is known of it (wire contract, 4.4).

use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::{Camera, LicenseId, Location, Photo, TopicMembership, Visibility};

use super::photo::{UnsplashPhoto, UnsplashTag};
use super::{UnsplashCollection, statistics::PhotoStatistics};
use crate::gather::Gathered;
use crate::links::Links;
use crate::spoken;

/// The full photo.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "FullPhoto")]
pub(crate) struct UnsplashFullPhoto<'a> {
    #[serde(flatten)]
    photo: UnsplashPhoto<'a>,
    exif: Exif<'a>,
    location: PhotoLocation<'a>,
    meta: Meta,
    public_domain: bool,
    tags: Vec<UnsplashTag<'a>>,
    tags_preview: Vec<UnsplashTag<'a>>,
    views: u64,
    downloads: u64,
    topics: Vec<PhotoTopic<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    related_collections: Option<RelatedCollections<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<PhotoStatistics>,
}

/// Collections that a photo is in.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct RelatedCollections<'a> {
    /// How many there are.
    pub total: u64,
    /// `collected`: they hold the photo itself.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The first of them.
    pub results: Vec<UnsplashCollection<'a>>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct Meta {
    index: bool,
}

#[derive(Debug, JsonSchema, Serialize)]
struct Exif<'a> {
    make: Option<&'a str>,
    model: Option<&'a str>,
    name: Option<String>,
    exposure_time: Option<&'a str>,
    aperture: Option<&'a str>,
    focal_length: Option<&'a str>,
    iso: Option<u32>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct PhotoLocation<'a> {
    name: Option<String>,
    title: Option<String>,
    city: Option<&'a str>,
    country: Option<&'a str>,
    position: PhotoPosition,
}

#[derive(Debug, JsonSchema, Serialize)]
struct PhotoPosition {
    latitude: Option<f64>,
    longitude: Option<f64>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct PhotoTopic<'a> {
    id: &'a str,
    title: &'a str,
    slug: &'a str,
    visibility: &'static str,
}

impl<'a> UnsplashFullPhoto<'a> {
    /// `None` when nobody gathered its owner.
    pub(crate) fn render(photo: &'a Photo, around: &'a Gathered, links: &Links) -> Option<Self> {
        let tags = UnsplashTag::of(spoken::said(photo).tags);
        Some(Self {
            photo: UnsplashPhoto::render(photo, around, links)?,
            exif: Exif::render(&photo.camera),
            location: PhotoLocation::render(&photo.location),
            meta: Meta { index: photo.is_listed() },
            public_domain: is_public_domain(&photo.license),
            tags_preview: tags.iter().copied().take(3).collect(),
            tags,
            views: photo.views,
            downloads: photo.downloads,
            topics: around.topics_of(&photo.id).filter_map(PhotoTopic::render).collect(),
            related_collections: None,
            statistics: None,
        })
    }

    /// With the collections it is in.
    pub(crate) fn with_collections(mut self, collections: RelatedCollections<'a>) -> Self {
        self.related_collections = Some(collections);
        self
    }
}

fn is_public_domain(license: &LicenseId) -> bool {
    matches!(license.as_str(), "CC0-1.0" | "PDM-1.0")
}

impl<'a> Exif<'a> {
    fn render(camera: &'a Camera) -> Self {
        let Camera {
            make,
            model,
            lens: _,
            exposure_time,
            aperture,
            focal_length,
            iso,
            taken_at: _,
        } = camera;
        let names: Vec<&str> = [make, model].into_iter().flatten().map(String::as_str).collect();
        Self {
            name: (!names.is_empty()).then(|| names.join(", ")),
            make: make.as_deref(),
            model: model.as_deref(),
            exposure_time: exposure_time.as_deref(),
            aperture: aperture.as_deref(),
            focal_length: focal_length.as_deref(),
            iso: *iso,
        }
    }
}

impl<'a> PhotoLocation<'a> {
    fn render(location: &'a Location) -> Self {
        let Location { name: _, city, country, position } = location;
        let words = location.words();
        Self {
            title: words.clone(),
            name: words,
            city: city.as_deref(),
            country: country.as_deref(),
            position: PhotoPosition {
                latitude: position.map(|position| position.latitude),
                longitude: position.map(|position| position.longitude),
            },
        }
    }
}

impl<'a> PhotoTopic<'a> {
    /// Hidden topics are for those who know their address.
    fn render(topic: &'a TopicMembership) -> Option<Self> {
        let TopicMembership { photo: _, topic: id, slug, title, visibility, approved_at: _ } =
            topic;
        let shown = *visibility != Visibility::Hidden;
        shown.then(|| Self { id: id.as_str(), title, slug, visibility: visibility.as_str() })
    }
}
