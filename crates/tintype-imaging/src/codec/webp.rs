//! WebP, lossy, lossless, or the first frame of an animation.

use std::io::Cursor;

use image_webp::{DecodingError, WebPDecoder};

use super::{Decoded, read_error, size_mismatch};
use crate::container::riff::HEADER_LENGTH;
use crate::picture::{Channels, Picture, Raster};
use crate::{Header, PictureError};

/// Decodes the picture, or the first frame.
pub(super) fn decode(bytes: &[u8], header: &Header) -> Result<Decoded, PictureError> {
    if is_cut_off(bytes) {
        return Err(PictureError::Truncated);
    }
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(refusal)?;
    decoder.set_memory_limit(usize::try_from(header.decode_cost_bytes).unwrap_or(usize::MAX));
    let (width, height) = decoder.dimensions();
    if (width, height) != (header.width, header.height) {
        return Err(size_mismatch());
    }
    let size = decoder.output_buffer_size().ok_or_else(size_mismatch)?;
    let mut pixels = vec![0; size];
    decoder.read_image(&mut pixels).map_err(refusal)?;
    let channels = if decoder.has_alpha() { Channels::Rgba } else { Channels::Rgb };
    let raster = Raster::new(width, height, channels, pixels).ok_or_else(size_mismatch)?;
    let icc = decoder.icc_profile().ok().flatten();
    Ok(Decoded { picture: Picture::Raster(raster), size: (width, height), icc, is_upright: false })
}

/// Whether a chunk with picture data ends behind the file. Missing metadata is another matter.
fn is_cut_off(bytes: &[u8]) -> bool {
    let mut at = HEADER_LENGTH;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        let end = at + 8 + length;
        if end > bytes.len() {
            return !matches!(&head[..4], b"EXIF" | b"XMP ");
        }
        at = end + (length & 1);
    }
    false
}

fn refusal(error: DecodingError) -> PictureError {
    match error {
        DecodingError::IoError(error) => read_error(&error),
        DecodingError::ChunkMissing | DecodingError::NoMoreFrames => PictureError::Truncated,
        other => PictureError::corrupt(other),
    }
}
