//! The page of one photo.

use tintype_domain::{LicenseId, Timestamp};

use super::{Address, CollectionCard, Link, PhotoCard};

/// `/p/{slug}`: the picture, and all there is to know and take.
#[derive(Debug, Clone)]
pub struct PhotoPage {
    /// The page's address and calls.
    pub address: Address,
    /// The picture itself; its `srcset` goes up to the largest rendition.
    pub photo: PhotoCard,
    /// What the photographer says of it, beyond the title.
    pub description: Option<String>,
    /// The files to be had, small to large.
    pub downloads: Vec<DownloadSize>,
    /// When it came to the library.
    pub published: Timestamp,
    /// How often it was looked at.
    pub views: Trend,
    /// How often it was taken.
    pub downloaded: Trend,
    /// With what it was taken, as far as known.
    pub exposure: Exposure,
    /// When it was taken.
    pub taken: Option<Timestamp>,
    /// Where it was taken, if the owner tells.
    pub place: Option<Place>,
    /// On what terms it may be used.
    pub rights: Rights,
    /// The credit line.
    pub credit: Credit,
    /// The absolute address of the picture at a good size for a page (about 1080 pixels).
    pub copy_url: String,
    /// Its main colours, most of it first.
    pub palette: Vec<PaletteColor>,
    /// Its tags, each with its search.
    pub tags: Vec<Link>,
    /// The topics it stands in.
    pub topics: Vec<Link>,
    /// The collections it stands in.
    pub collections: Vec<CollectionCard>,
    /// Pictures like it.
    pub similar: Vec<PhotoCard>,
    /// The one before in the list one came from, when the caller knows it.
    pub previous_href: Option<String>,
    /// The one after.
    pub next_href: Option<String>,
}

/// One file to download.
#[derive(Debug, Clone)]
pub struct DownloadSize {
    /// Where it is to be had.
    pub href: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Such as `JPEG`.
    pub format: String,
    /// Its size, when known.
    pub bytes: Option<u64>,
    /// Whether it is the file as the photographer gave it.
    pub is_original: bool,
}

/// A count, and how it went day by day.
#[derive(Debug, Clone, Default)]
pub struct Trend {
    /// Since the beginning.
    pub total: u64,
    /// The last 30 days or so, oldest first.
    pub daily: Vec<u64>,
}

/// With what a photo was taken, in words ready to read.
#[derive(Debug, Clone, Default)]
pub struct Exposure {
    /// Make and model.
    pub camera: Option<String>,
    /// The lens.
    pub lens: Option<String>,
    /// Such as `1/250 s`.
    pub time: Option<String>,
    /// Such as `ƒ/8`.
    pub aperture: Option<String>,
    /// Such as `35 mm`.
    pub focal_length: Option<String>,
    /// Such as `100`.
    pub iso: Option<String>,
}

/// Where a photo was taken.
#[derive(Debug, Clone)]
pub struct Place {
    /// In words.
    pub name: String,
    /// The search for the place.
    pub href: Option<String>,
}

/// On what terms a photo may be used.
#[derive(Debug, Clone)]
pub struct Rights {
    /// Which license.
    pub license: LicenseId,
    /// The license's own text, or the library's page about it.
    pub href: Option<String>,
}

/// The credit line, ready to copy.
#[derive(Debug, Clone)]
pub struct Credit {
    /// As text.
    pub text: String,
    /// As HTML.
    pub html: String,
    /// As Markdown.
    pub markdown: String,
}

/// One of a photo's main colours.
#[derive(Debug, Clone)]
pub struct PaletteColor {
    /// As `#rrggbb`.
    pub hex: String,
    /// How much of the picture, 0 to 1.
    pub share: f32,
    /// The search for pictures of that colour; `None` when there is no such search.
    pub href: Option<String>,
}
