//! The first chunk of a WebP file and a count of its frames.

use super::{Header, cost};
use crate::container::riff::{Chunks, FLAG_ALPHA, HEADER_LENGTH};
use crate::{Format, PictureError};

/// Reads the size from whichever of the three first chunks the file has.
pub(super) fn header(bytes: &[u8]) -> Result<Header, PictureError> {
    // The first chunk may be longer than the file: a cut-off file still has a header.
    let start = bytes.get(HEADER_LENGTH..).unwrap_or_default();
    let kind: [u8; 4] = *start.first_chunk().ok_or(PictureError::Truncated)?;
    let data = start.get(8..).unwrap_or_default();
    let size = match &kind {
        b"VP8 " => lossy(data)?,
        b"VP8L" => lossless(data)?,
        b"VP8X" => extended(data)?,
        _ => return Err(PictureError::corrupt("its first chunk holds no picture")),
    };
    let frames = Chunks::new(bytes).filter(|chunk| &chunk.kind == b"ANMF").count() as u32;
    Ok(Header {
        format: Format::WebP,
        width: size.width,
        height: size.height,
        frames: frames.max(1),
        has_alpha: size.has_alpha,
        decode_cost_bytes: cost(size.width, size.height, 10),
    })
}

struct Size {
    width: u32,
    height: u32,
    has_alpha: bool,
}

fn lossy(data: &[u8]) -> Result<Size, PictureError> {
    let &[_, _, _, 0x9D, 0x01, 0x2A, w0, w1, h0, h1, ..] = data else {
        return Err(damaged(data, 10));
    };
    let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3FFF);
    Ok(Size { width: side(w0, w1), height: side(h0, h1), has_alpha: false })
}

fn lossless(data: &[u8]) -> Result<Size, PictureError> {
    let &[0x2F, a, b, c, d, ..] = data else { return Err(damaged(data, 5)) };
    let bits = u32::from_le_bytes([a, b, c, d]);
    Ok(Size {
        width: (bits & 0x3FFF) + 1,
        height: ((bits >> 14) & 0x3FFF) + 1,
        has_alpha: bits >> 28 & 1 == 1,
    })
}

fn extended(data: &[u8]) -> Result<Size, PictureError> {
    let &[flags, _, _, _, w0, w1, w2, h0, h1, h2, ..] = data else { return Err(damaged(data, 10)) };
    Ok(Size {
        width: u32::from_le_bytes([w0, w1, w2, 0]) + 1,
        height: u32::from_le_bytes([h0, h1, h2, 0]) + 1,
        has_alpha: flags & FLAG_ALPHA != 0,
    })
}

fn damaged(data: &[u8], needed: usize) -> PictureError {
    if data.len() < needed {
        PictureError::Truncated
    } else {
        PictureError::corrupt("its first chunk is malformed")
    }
}
