//! The first chunks of a PNG file.

use super::{Header, cost};
use crate::container::png::Chunks;
use crate::{Format, PictureError};

/// Reads IHDR, and what stands before the pixels of transparency and animation.
pub(super) fn header(bytes: &[u8]) -> Result<Header, PictureError> {
    let mut chunks = Chunks::new(bytes);
    let first = chunks.next().ok_or(PictureError::Truncated)?;
    let (b"IHDR", &[w3, w2, w1, w0, h3, h2, h1, h0, depth, color, ..]) = (&first.kind, first.data)
    else {
        return Err(PictureError::corrupt("its first chunk is not IHDR"));
    };
    let (width, height) =
        (u32::from_be_bytes([w3, w2, w1, w0]), u32::from_be_bytes([h3, h2, h1, h0]));
    let mut has_alpha = matches!(color, 4 | 6);
    let mut frames = 1;
    for chunk in chunks.take_while(|chunk| &chunk.kind != b"IDAT") {
        match (&chunk.kind, chunk.data) {
            (b"tRNS", _) => has_alpha = true,
            (b"acTL", &[a, b, c, d, ..]) => frames = u32::from_be_bytes([a, b, c, d]).max(1),
            _ => {}
        }
    }
    let bytes_per_pixel = if depth == 16 { 12 } else { 8 };
    let decode_cost_bytes = cost(width, height, bytes_per_pixel);
    Ok(Header { format: Format::Png, width, height, frames, has_alpha, decode_cost_bytes })
}
