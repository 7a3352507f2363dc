//! A photo: what the library knows of one picture.

use crate::{
    Checksum, ImageKey, Language, LicenseId, MediaType, Orientation, PhotoId, Rgb, Swatch,
    Timestamp, UserId, Wordings, photo_slug,
};

/// One photo. Everything in it may be shown to anyone who may see the photo: places that the owner
/// did not share never get here.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    /// Its name in URLs.
    pub id: PhotoId,
    /// Whose it is.
    pub owner: UserId,
    /// `kebab-words-<id>`; made once, so that addresses live on when words change.
    pub slug: String,
    /// Its name in image URLs.
    pub image_key: ImageKey,
    /// Where its bytes come from.
    pub source: Source,
    /// Pixels across, after orientation.
    pub width: u32,
    /// Pixels down, after orientation.
    pub height: u32,
    /// Dominant colour.
    pub color: Option<Rgb>,
    /// Up to 8 colours, the largest share first.
    pub palette: Vec<Swatch>,
    /// BlurHash, 4×3 components.
    pub blur_hash: Option<String>,
    /// 64 bits that are alike for pictures that look alike.
    pub perceptual_hash: Option<u64>,
    /// A short title, by its owner or from its file.
    pub title: Option<String>,
    /// What its owner says of it.
    pub description: Option<String>,
    /// What is to be seen, for those who cannot see it.
    pub alt_description: Option<String>,
    /// Words it is found by, lower case, in their owner's order.
    pub tags: Vec<String>,
    /// The same in other languages than the library's own.
    pub wordings: Wordings,
    /// The camera and its settings.
    pub camera: Camera,
    /// Where it was taken, as far as the owner shares it.
    pub location: Location,
    /// Whether place and position of the file's metadata may be public.
    pub shares_place: bool,
    /// Under what terms it may be used.
    pub license: LicenseId,
    /// Whether `content_filter=high` leaves it out.
    pub is_sensitive: bool,
    /// The import it came with, so that a wrong one can be undone.
    pub batch: Option<String>,
    /// When it came in.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it was featured in the editorial feed.
    pub promoted_at: Option<Timestamp>,
    /// When it was withdrawn: out of search and lists, its address lives on.
    pub withdrawn_at: Option<Timestamp>,
    /// How many like it.
    pub likes: u64,
    /// How often it was seen.
    pub views: u64,
    /// How often it was downloaded.
    pub downloads: u64,
}

impl Photo {
    /// Landscape, portrait or squarish.
    pub fn orientation(&self) -> Orientation {
        Orientation::of(self.width, self.height)
    }

    /// The words to call it by: title, else description, else what is to be seen.
    pub fn heading(&self) -> Option<&str> {
        [&self.title, &self.description, &self.alt_description]
            .into_iter()
            .find_map(|words| words.as_deref().filter(|words| !words.is_empty()))
    }

    /// What is said of it in a language; what has no translation is said in the library's own.
    pub fn said_in(&self, language: Language) -> Said<'_> {
        let wording = self.wordings.get(&language);
        let tags = wording.map(|wording| &wording.tags[..]).filter(|tags| !tags.is_empty());
        Said {
            is_translated: wording.is_some(),
            title: text(wording.and_then(|said| said.title.as_deref()), self.title.as_ref()),
            description: text(
                wording.and_then(|said| said.description.as_deref()),
                self.description.as_ref(),
            ),
            alt_description: text(
                wording.and_then(|said| said.alt_description.as_deref()),
                self.alt_description.as_ref(),
            ),
            tags: tags.unwrap_or(&self.tags),
        }
    }

    /// Its slugs in other languages: the words of the translation, and the same id, by which it
    /// is found.
    pub fn other_slugs(&self) -> impl Iterator<Item = (Language, String)> {
        self.wordings.iter().filter_map(|(language, said)| {
            let words = said.title.as_deref().or(said.alt_description.as_deref())?;
            Some((*language, photo_slug(Some(words), &self.id)))
        })
    }

    /// Whether it stands in search and lists.
    pub fn is_listed(&self) -> bool {
        self.withdrawn_at.is_none()
    }
}

/// The translation, or what there is without one.
fn text<'a>(translated: Option<&'a str>, own: Option<&'a String>) -> Option<&'a str> {
    translated.filter(|text| !text.is_empty()).or(own.map(String::as_str))
}

/// What is said of a photo to someone who reads one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'a> {
    /// Whether any of it is a translation.
    pub is_translated: bool,
    /// A short title.
    pub title: Option<&'a str>,
    /// What its owner says of it.
    pub description: Option<&'a str>,
    /// What is to be seen.
    pub alt_description: Option<&'a str>,
    /// Words it is found by.
    pub tags: &'a [String],
}

/// Where a photo's bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file that was taken in.
    File {
        /// SHA-256 of the upload as received.
        checksum: Checksum,
        /// Its size.
        size_bytes: u64,
        /// Its kind.
        media_type: MediaType,
        /// What the public gets when it asks for the original.
        public: PublicOriginal,
    },
    /// Metadata of a dataset; the picture is painted from the BlurHash, or fetched from afar.
    Dataset {
        /// Where the picture lies.
        remote_url: Option<String>,
    },
}

impl Source {
    /// SHA-256 of the upload, when there was one.
    pub fn checksum(&self) -> Option<Checksum> {
        match self {
            Self::File { checksum, .. } => Some(*checksum),
            Self::Dataset { .. } => None,
        }
    }
}

/// What is sent as "the original".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublicOriginal {
    /// The upload itself: there was nothing private in it.
    AsReceived,
    /// A second file without place, serial numbers and owner's name.
    Cut {
        /// Its SHA-256.
        checksum: Checksum,
        /// Its size.
        size_bytes: u64,
        /// Its kind; differs from the upload's only where that cannot be cut without loss.
        media_type: MediaType,
    },
}

/// Camera and exposure, as the file's metadata tells them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Camera {
    /// Maker, as in "Canon".
    pub make: Option<String>,
    /// Model, as in "EOS R5".
    pub model: Option<String>,
    /// Lens, as in "RF 50mm F1.2 L".
    pub lens: Option<String>,
    /// Seconds, as in "1/250".
    pub exposure_time: Option<String>,
    /// f-number, as in "3.5".
    pub aperture: Option<String>,
    /// Millimetres, as in "30.0".
    pub focal_length: Option<String>,
    /// Sensitivity.
    pub iso: Option<u32>,
    /// When it was taken: the camera's own clock, with its offset when known
    /// (`2026-02-01T10:00:00+01:00`).
    pub taken_at: Option<String>,
}

/// A place, in words and numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Location {
    /// As people call it: "Oslo, Norway".
    pub name: Option<String>,
    /// City or nearest town.
    pub city: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// On the globe.
    pub position: Option<Position>,
}

impl Location {
    /// The name, or city and country joined.
    pub fn words(&self) -> Option<String> {
        let joined = || {
            let parts: Vec<&str> =
                [&self.city, &self.country].into_iter().flatten().map(String::as_str).collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        };
        self.name.clone().or_else(joined)
    }
}

/// Degrees on the globe.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// -90 to 90.
    pub latitude: f64,
    /// -180 to 180.
    pub longitude: f64,
}

impl Position {
    /// `None` when the numbers lie on no globe.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let good = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        good.then_some(Self { latitude, longitude })
    }
}
