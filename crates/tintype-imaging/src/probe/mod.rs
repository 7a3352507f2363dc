//! What a picture's header says, read before anything is decoded.

mod avif;
mod gif;
mod jpeg;
pub(crate) mod jxl;
mod png;
mod webp;

use crate::{DecodeLimits, Format, PictureError};

/// A picture judged by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// The kind of file, told by its content.
    pub format: Format,
    /// Width as stored, before any orientation is applied.
    pub width: u32,
    /// Height as stored, before any orientation is applied.
    pub height: u32,
    /// Frames of an animation; 1 for a still picture.
    pub frames: u32,
    /// Whether pixels may be transparent.
    pub has_alpha: bool,
    /// Most bytes that [`ingest`](fn@crate::ingest) or a rendering from this file allocates at once.
    pub decode_cost_bytes: u64,
}

/// Reads the header of a picture and judges it by the limits; no pixel is decoded.
pub fn probe(bytes: &[u8], limits: &DecodeLimits) -> Result<Header, PictureError> {
    limits.check_bytes(bytes.len() as u64)?;
    let format = Format::sniff(bytes).ok_or(PictureError::NotAPicture)?;
    let header = match format {
        Format::Jpeg => jpeg::header(bytes),
        Format::Png => png::header(bytes),
        Format::WebP => webp::header(bytes),
        Format::Gif => gif::header(bytes, limits),
        Format::Avif => avif::header(bytes),
        Format::Jxl => jxl::header(bytes),
    }?;
    limits.check(&header)?;
    Ok(header)
}

/// Cost of holding `bytes_per_pixel` for every pixel, and of what is made from them.
fn cost(width: u32, height: u32, bytes_per_pixel: u64) -> u64 {
    let pixels = u64::from(width) * u64::from(height);
    // Sizes are judged only after this: a header may claim anything.
    pixels.saturating_mul(bytes_per_pixel).saturating_add(MASTER_COST)
}

/// The scaled picture, the resizer's rows and the encoded master.
const MASTER_COST: u64 = 2048 * 2048 * 4 * 2;
