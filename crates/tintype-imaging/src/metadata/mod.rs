//! What a picture says about itself: camera, time, place, title, rights.

mod exif;
pub(crate) mod iptc;
pub(crate) mod parts;
pub(crate) mod photoshop;
mod taken_at;
mod xmp;

use crate::{Format, guard};
use parts::{MOST_BLOCK, Parts};

/// What was found in a picture's EXIF, IPTC and XMP. Absent fields were absent or unreadable.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Metadata {
    /// Maker of the camera.
    pub make: Option<String>,
    /// Model of the camera.
    pub model: Option<String>,
    /// Lens, as the camera names it.
    pub lens: Option<String>,
    /// Exposure time in seconds, as photographers write it: `1/250`, `2`, `0.8`.
    pub exposure_time: Option<String>,
    /// f-number: `3.5`.
    pub aperture: Option<String>,
    /// Focal length in millimetres: `30.0`.
    pub focal_length: Option<String>,
    /// Sensitivity.
    pub iso: Option<u32>,
    /// When the picture was taken.
    pub taken_at: Option<TakenAt>,
    /// Degrees north, −90 to 90. Present only together with `longitude`.
    pub latitude: Option<f64>,
    /// Degrees east, −180 to 180. Present only together with `latitude`.
    pub longitude: Option<f64>,
    /// How the stored pixels are to be turned, 1 to 8 as in EXIF.
    pub orientation: Option<u8>,
    /// Title (IPTC object name or `dc:title`).
    pub title: Option<String>,
    /// Caption (IPTC caption, `dc:description`, EXIF image description).
    pub caption: Option<String>,
    /// Text for those who cannot see the picture (IPTC alt text).
    pub alt_text: Option<String>,
    /// Keywords in their order, without repetitions.
    pub keywords: Vec<String>,
    /// Who made the picture.
    pub creator: Option<String>,
    /// Whom to credit, when that is somebody else.
    pub credit: Option<String>,
    /// Copyright notice.
    pub copyright: Option<String>,
    /// Address of the licence.
    pub license_url: Option<String>,
    /// The licence in words.
    pub usage_terms: Option<String>,
    /// Where the picture was taken, in words.
    pub place: Place,
}

/// A place in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The spot within the town.
    pub name: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// State or province.
    pub state: Option<String>,
    /// Country.
    pub country: Option<String>,
}

/// A wall-clock time, with the offset from UTC where the camera noted one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenAt {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
    /// Minutes east of UTC.
    pub offset_minutes: Option<i16>,
}

impl Metadata {
    /// Reads the metadata of a picture; what is broken or too large is left out.
    pub fn read(bytes: &[u8], format: Format) -> Self {
        let parts = Parts::of(bytes, format);
        let from = |blocks: &[std::borrow::Cow<'_, [u8]>], read: fn(&[u8]) -> Self| {
            blocks
                .iter()
                .fold(Self::default(), |found, block| found.merge(shielded(|| read(block))))
        };
        let camera = from(&parts.exif, exif::read);
        let packets = from(&parts.xmp, xmp::read);
        let records = from(&parts.iptc, iptc::read);
        // Words: XMP is what programs of today keep. Camera and place: the camera knows best.
        let words = Self { orientation: None, ..packets }.merge(records);
        camera.below(words)
    }

    /// Fills what is absent here from `other`.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let position = match (self.latitude, self.longitude) {
            (Some(latitude), Some(longitude)) => (Some(latitude), Some(longitude)),
            _ => (other.latitude, other.longitude),
        };
        let keywords = if self.keywords.is_empty() { other.keywords } else { self.keywords };
        Self {
            make: self.make.or(other.make),
            model: self.model.or(other.model),
            lens: self.lens.or(other.lens),
            exposure_time: self.exposure_time.or(other.exposure_time),
            aperture: self.aperture.or(other.aperture),
            focal_length: self.focal_length.or(other.focal_length),
            iso: self.iso.or(other.iso),
            taken_at: self.taken_at.or(other.taken_at),
            latitude: position.0,
            longitude: position.1,
            orientation: self.orientation.or(other.orientation),
            title: self.title.or(other.title),
            caption: self.caption.or(other.caption),
            alt_text: self.alt_text.or(other.alt_text),
            keywords: each_once(keywords),
            creator: self.creator.or(other.creator),
            credit: self.credit.or(other.credit),
            copyright: self.copyright.or(other.copyright),
            license_url: self.license_url.or(other.license_url),
            usage_terms: self.usage_terms.or(other.usage_terms),
            place: self.place.merge(other.place),
        }
    }

    /// Keeps what the camera wrote, except that written words go before its own.
    fn below(self, words: Self) -> Self {
        let (caption, creator, copyright) =
            (words.caption.clone(), words.creator.clone(), words.copyright.clone());
        let merged = self.merge(words);
        Self {
            caption: caption.or(merged.caption),
            creator: creator.or(merged.creator),
            copyright: copyright.or(merged.copyright),
            ..merged
        }
    }
}

impl Place {
    fn merge(self, other: Self) -> Self {
        Self {
            name: self.name.or(other.name),
            city: self.city.or(other.city),
            state: self.state.or(other.state),
            country: self.country.or(other.country),
        }
    }
}

/// Reads an `.xmp` sidecar file.
pub fn read_sidecar(xmp: &[u8]) -> Metadata {
    if xmp.len() > MOST_BLOCK {
        return Metadata::default();
    }
    let found = shielded(|| xmp::read(xmp));
    Metadata { keywords: each_once(found.keywords), ..found }
}

/// Metadata never refuses a picture: a reader that gives up has found nothing.
fn shielded(read: impl FnOnce() -> Metadata) -> Metadata {
    guard::shielded(|| Ok(read())).unwrap_or_default()
}

fn each_once(keywords: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for keyword in keywords {
        if !kept.contains(&keyword) && kept.len() < MOST_KEYWORDS {
            kept.push(keyword);
        }
    }
    kept
}

/// A text without control characters and outer blanks; `None` when nothing is left.
fn clean(text: &str) -> Option<String> {
    let kept = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let text: String = text.chars().filter(kept).take(MOST_TEXT).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

const MOST_KEYWORDS: usize = 200;
const MOST_TEXT: usize = 8_000;
