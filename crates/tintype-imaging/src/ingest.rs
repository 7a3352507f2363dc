//! Taking a picture in: one decode, then everything that is made from it.

use crate::analysis::{Analysis, analyse};
use crate::codec::jpeg_out::{self, JpegQuality};
use crate::codec::{Least, WebPQuality, decode, encode_webp};
use crate::color::Swatch;
use crate::picture::{Orientation, Picture, Profile, Window};
use crate::{DecodeLimits, Format, Metadata, PictureError, probe};

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
    let header = probe(bytes, limits)?;
    let metadata = Metadata::read(bytes, header.format);
    let fitted = fit_master(header.width, header.height);
    let decoded = decode(bytes, &header, Least { width: fitted.0, height: fitted.1 })?;
    let orientation = if decoded.is_upright {
        Orientation::UPRIGHT
    } else {
        Orientation::from_exif(metadata.orientation.unwrap_or(1))
    };
    let (width, height) = orientation.size(decoded.size.0, decoded.size.1);
    let fitted = fit_master(decoded.size.0, decoded.size.1);
    let profile = decoded.icc.as_deref().and_then(Profile::read);
    // Small first: turning and converting then cost little.
    let picture = decoded
        .picture
        .resize(Window::WHOLE, fitted.0, fitted.1)
        .orient(orientation)
        .into_srgb(profile.as_ref());
    let Analysis { blur_hash, palette, perceptual_hash } = analyse(&picture);
    Ok(Ingested {
        format: header.format,
        width,
        height,
        has_alpha: picture.is_transparent(),
        master: encode_master(picture)?,
        blur_hash,
        color: palette.first().map_or([0; 3], |swatch| swatch.rgb),
        palette,
        perceptual_hash,
        metadata,
    })
}

/// Makes the renditions of [`RENDITION_WIDTHS`] from a master.
pub fn renditions(master: &[u8]) -> Result<Vec<Rendition>, PictureError> {
    let header = probe(master, &DecodeLimits::default())?;
    let size = (header.width, header.height);
    let (width, height) = fit_width(size, RENDITION_WIDTHS[0]);
    let mut picture = decode(master, &header, Least { width, height })?.picture;
    if picture.is_transparent() {
        picture = Picture::Raster(picture.into_raster().flatten([255; 3]));
    }
    let quality = JpegQuality { quality: RENDITION_QUALITY, progressive: false };
    let mut made = Vec::with_capacity(RENDITION_WIDTHS.len());
    for asked in RENDITION_WIDTHS {
        let (width, height) = fit_width(size, asked);
        // Each is made from the one before: it is large enough, and much smaller than the master.
        picture = picture.resize(Window::WHOLE, width, height);
        made.push(Rendition { width: asked, bytes: jpeg_out::encode(&picture, quality)? });
    }
    Ok(made)
}

fn encode_master(picture: Picture) -> Result<Master, PictureError> {
    let (width, height) = (picture.width(), picture.height());
    let (format, bytes) = if picture.is_transparent() {
        let quality = WebPQuality::Lossy(MASTER_QUALITY);
        (Format::WebP, encode_webp(&picture.into_raster(), quality)?)
    } else {
        let quality = JpegQuality { quality: MASTER_QUALITY, progressive: false };
        (Format::Jpeg, jpeg_out::encode(&picture, quality)?)
    };
    Ok(Master { bytes, format, width, height })
}

/// The size of the master: the longest side at most 2048, the other in proportion.
pub(crate) fn fit_master(width: u32, height: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= MASTER_SIDE {
        return (width, height);
    }
    let side = |length: u32| proportion(length, MASTER_SIDE, longest);
    (side(width), side(height))
}

/// The size of a rendition `width` wide; nothing is enlarged.
fn fit_width((width, height): (u32, u32), asked: u32) -> (u32, u32) {
    if width <= asked { (width, height) } else { (asked, proportion(height, asked, width)) }
}

/// `length * share / whole`, rounded half up, at least 1.
fn proportion(length: u32, share: u32, whole: u32) -> u32 {
    let (length, share, whole) = (u64::from(length), u64::from(share), u64::from(whole));
    ((2 * length * share + whole) / (2 * whole)).max(1) as u32
}

pub(crate) const MASTER_SIDE: u32 = 2048;
const MASTER_QUALITY: u8 = 90;
