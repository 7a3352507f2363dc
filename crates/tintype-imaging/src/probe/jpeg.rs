//! The frame header of a JPEG file.

use super::{Header, cost};
use crate::container::jpeg::frame;
use crate::{Format, PictureError};

/// Reads the frame header; its absence means that the file ends too early.
pub(super) fn header(bytes: &[u8]) -> Result<Header, PictureError> {
    let frame = frame(bytes).ok_or(PictureError::Truncated)?;
    if !matches!(frame.marker, 0xC0..=0xC2) {
        return Err(PictureError::unsupported("a lossless, hierarchical or arithmetic-coded JPEG"));
    }
    if frame.precision != 8 {
        return Err(PictureError::unsupported("a JPEG of more than 8 bits a sample"));
    }
    // A progressive file is held as 16-bit coefficients beside its pixels.
    let coefficients = if frame.progressive { 2 * u64::from(frame.components) } else { 0 };
    let pixels = if frame.components == 4 { 7 } else { 3 };
    Ok(Header {
        format: Format::Jpeg,
        width: frame.width,
        height: frame.height,
        frames: 1,
        has_alpha: false,
        decode_cost_bytes: cost(frame.width, frame.height, pixels + coefficients),
    })
}
