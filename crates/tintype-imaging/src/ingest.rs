//! Taking a picture in: one decode, then everything that is made from it.

use crate::color::Swatch;
use crate::{DecodeLimits, Format, Metadata, PictureError};

/// What one decode of an upload yields.
#[derive(Debug, Clone, PartialEq)]
pub struct Ingested {
    /// The kind of file that came in.
    pub format: Format,
    /// Width as it is looked at, after orientation.
    pub width: u32,
    /// Height as it is looked at, after orientation.
    pub height: u32,
    /// Whether any pixel may be transparent.
    pub has_alpha: bool,
    /// The mid-size picture that renditions are made from.
    pub master: Master,
    /// BlurHash of 4×3 components.
    pub blur_hash: String,
    /// The dominant colour, sRGB.
    pub color: [u8; 3],
    /// Up to 8 colours, the most present first.
    pub palette: Vec<Swatch>,
    /// 64-bit perceptual hash: alike pictures differ in few bits.
    pub perceptual_hash: u64,
    /// EXIF, IPTC and XMP.
    pub metadata: Metadata,
}

/// The mid-size picture: upright, sRGB, without metadata, longest side at most 2048.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Master {
    /// The encoded picture.
    pub bytes: Vec<u8>,
    /// JPEG, or WebP when there is transparency.
    pub format: Format,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// One of the sizes that the API names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// The width that was asked for; a narrower picture keeps its own.
    pub width: u32,
    /// A JPEG.
    pub bytes: Vec<u8>,
}

/// Widths of `urls.regular`, `urls.small` and `urls.thumb`.
pub const RENDITION_WIDTHS: [u32; 3] = [1080, 400, 200];

/// Quality of the renditions, as in the `urls` of the API.
pub(crate) const RENDITION_QUALITY: u8 = 80;

/// Decodes an upload once and makes master and analysis from it.
pub fn ingest(bytes: &[u8], limits: &DecodeLimits) -> Result<Ingested, PictureError> {
    let header = crate::probe(bytes, limits)?;
    Err(PictureError::unsupported(header.format.media_type()))
}

/// Makes the renditions of [`RENDITION_WIDTHS`] from a master.
pub fn renditions(master: &[u8]) -> Result<Vec<Rendition>, PictureError> {
    let header = crate::probe(master, &DecodeLimits::default())?;
    Err(PictureError::unsupported(header.format.media_type()))
}
