//! Settings of the library, section by section as they stand in `tintype.toml`.

use std::fmt;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tintype_domain::Language;

/// Everything the library can be told. The demo's own answers are made in the wiring.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// What the library is called and how it credits.
    pub library: LibrarySection,
    /// Who may read.
    pub access: AccessSection,
    /// What one upload may cost.
    pub limits: LimitsSection,
    /// How many calls an application has.
    pub rate_limit: RateLimitSection,
    /// How pictures are made and kept.
    pub images: ImagesSection,
    /// Whether pictures are fetched from elsewhere.
    pub remote: RemoteSection,
    /// Who may open the picker.
    pub picker: PickerSection,
    /// When left-over files go.
    pub gc: GcSection,
}

/// `[library]`: its name in pages, metadata, picker and previews.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LibrarySection {
    /// The library's name.
    pub name: String,
    /// The site it belongs to, if any.
    pub url: Option<String>,
    /// The language its texts are written in: `en`, `de`, `es` or `fr`. Pages are in it, too, for
    /// those who ask for no language that they exist in.
    pub language: String,
    /// License of uploads that name none.
    pub default_license: String,
    /// The credit line; `{name}` is the photographer, `{library}` the library.
    pub credit: String,
}

impl Default for LibrarySection {
    fn default() -> Self {
        Self {
            name: "Tintype".to_owned(),
            url: None,
            language: Language::English.code().to_owned(),
            default_license: "library".to_owned(),
            credit: "Photo: {name} / {library}".to_owned(),
        }
    }
}

impl LibrarySection {
    /// The language its texts are written in.
    pub fn language(&self) -> Language {
        Language::parse(&self.language).unwrap_or_default()
    }
}

/// `[access]`: who may read.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AccessSection {
    /// Whether the API may be read without a key. Pages and images always may.
    pub anonymous_reading: bool,
}

/// `[limits]`: checked before the cost.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LimitsSection {
    /// Bytes of an upload.
    pub upload_bytes: u64,
    /// Pixels of an upload.
    pub upload_pixels: u64,
    /// Pixels on a side of an upload.
    pub upload_side: u32,
    /// Frames of an animation.
    pub upload_frames: u32,
    /// Uploads of one user in an hour.
    pub uploads_per_hour: u32,
    /// Bytes of a JSON or form body.
    pub body_bytes: u64,
    /// Depth of a JSON body.
    pub json_depth: u32,
}

impl Default for LimitsSection {
    fn default() -> Self {
        Self {
            upload_bytes: 100_000_000,
            upload_pixels: 100_000_000,
            upload_side: 30_000,
            upload_frames: 500,
            uploads_per_hour: 2_000,
            body_bytes: 1_000_000,
            json_depth: 64,
        }
    }
}

/// `[rate_limit]`: how often anyone may do what costs something.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RateLimitSection {
    /// Calls of an application, or of an address without a key, in an hour; 0 is no limit.
    pub per_hour: u32,
    /// Searches among them; 0 leaves them to `per_hour` alone.
    pub search_per_hour: u32,
    /// Pictures that must be made first, in an hour and for one address; 0 is no limit.
    pub image_misses_per_hour: u32,
    /// Tries to sign in to one account in an hour.
    pub sign_ins_per_account: u32,
    /// Tries to sign in from one address in an hour.
    pub sign_ins_per_address: u32,
    /// The status of a call too many.
    pub status: OverLimitStatus,
}

impl Default for RateLimitSection {
    fn default() -> Self {
        Self {
            per_hour: 5_000,
            search_per_hour: 0,
            image_misses_per_hour: 100_000,
            sign_ins_per_account: 10,
            sign_ins_per_address: 100,
            status: OverLimitStatus::Forbidden,
        }
    }
}

/// What a call too many is answered with: 403, as existing clients know it, or 429.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub enum OverLimitStatus {
    /// 403.
    Forbidden,
    /// 429.
    TooManyRequests,
}

impl TryFrom<u16> for OverLimitStatus {
    type Error = String;

    fn try_from(status: u16) -> Result<Self, String> {
        match status {
            403 => Ok(Self::Forbidden),
            429 => Ok(Self::TooManyRequests),
            other => Err(format!("rate_limit.status is 403 or 429, not {other}")),
        }
    }
}

impl From<OverLimitStatus> for u16 {
    fn from(status: OverLimitStatus) -> Self {
        match status {
            OverLimitStatus::Forbidden => 403,
            OverLimitStatus::TooManyRequests => 429,
        }
    }
}

impl JsonSchema for OverLimitStatus {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OverLimitStatus".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "enum": [403, 429] })
    }
}

/// `[images]`: making and keeping pictures.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ImagesSection {
    /// Bytes on disk for pictures made on request.
    pub cache_bytes: u64,
    /// Bytes of decoded pictures in memory at once.
    pub memory_bytes: u64,
    /// Pictures that may wait to be made; more are refused with 503.
    pub queue: u32,
    /// Pictures that are made at once.
    pub workers: u32,
}

impl Default for ImagesSection {
    fn default() -> Self {
        let (cache_bytes, memory_bytes) = (2_000_000_000, 512_000_000);
        Self { cache_bytes, memory_bytes, queue: 256, workers: 2 }
    }
}

/// `[remote]`: the pictures of datasets that were imported without them.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RemoteSection {
    /// Whether they are fetched when they are asked for; a painting of the BlurHash stands for
    /// them otherwise. Needs a program built with the feature `remote`.
    pub fetch: bool,
    /// The hosts they may be fetched from, over `https`.
    pub hosts: Vec<String>,
    /// Bytes of one picture.
    pub bytes: u64,
    /// How long one may take.
    pub timeout: Span,
}

impl Default for RemoteSection {
    fn default() -> Self {
        Self {
            fetch: false,
            hosts: vec!["images.unsplash.com".to_owned()],
            bytes: 50_000_000,
            timeout: Span(Duration::from_secs(20)),
        }
    }
}

/// `[picker]`: the page that other programs open to let somebody choose a picture.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PickerSection {
    /// Origins that may open it and get the choice, such as `https://cms.example.org`.
    pub origins: Vec<String>,
}

/// `[gc]`: left-over files.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GcSection {
    /// How old a file that nobody uses must be before it goes.
    pub grace: Span,
}

impl Default for GcSection {
    fn default() -> Self {
        Self { grace: Span(Duration::from_hours(24)) }
    }
}

/// A length of time, written as `24h`, `90 min` or `0s`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span(pub Duration);

impl Span {
    /// Reads `24h`, `90 min`, `0s`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let read = text.trim().parse::<jiff::SignedDuration>().ok();
        let span = read.and_then(|span| Duration::try_from(span).ok());
        span.map(Self).ok_or_else(|| format!("{text:?} is no length of time like 24h or 90min"))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::SignedDuration::try_from(self.0) {
            Ok(span) => write!(f, "{span:#}"),
            Err(_) => write!(f, "{}s", self.0.as_secs()),
        }
    }
}

impl Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Span {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "examples": ["24h", "90min", "0s"] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_too_many_is_403_or_429() {
        let read = |number: u16| serde_json::from_value::<OverLimitStatus>(number.into());
        assert_eq!(read(403).unwrap(), OverLimitStatus::Forbidden);
        assert_eq!(read(429).unwrap(), OverLimitStatus::TooManyRequests);
        assert!(read(200).is_err());
        let written = serde_json::to_value(OverLimitStatus::TooManyRequests).unwrap();
        assert_eq!(written, 429);
    }

    #[test]
    fn a_span_reads_what_it_wrote() {
        for (text, seconds) in [("24h", 86_400), ("0s", 0), ("90 min", 5_400), ("1h 30m", 5_400)] {
            let span = Span::parse(text).unwrap();
            assert_eq!(span.0.as_secs(), seconds, "{text}");
            assert_eq!(Span::parse(&span.to_string()), Ok(span));
        }
        for text in ["", "soon", "-1h", "24"] {
            assert!(Span::parse(text).is_err(), "{text:?} was taken");
        }
    }
}
