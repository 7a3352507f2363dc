//! The image header of a JPEG XL file.

use jxl_oxide::{AllocTracker, InitializeResult, JxlImage};

use super::{Header, cost};
use crate::{Format, PictureError};

/// Reads the header only: the first kilobytes hold it, unless a long colour profile is embedded.
pub(super) fn header(bytes: &[u8]) -> Result<Header, PictureError> {
    let image = HEADER_READS
        .into_iter()
        .find_map(|most| open(&bytes[..most.min(bytes.len())], HEADER_MEMORY).transpose())
        .ok_or(PictureError::Truncated)??;
    let header = image.image_header();
    // Sizes are asked for as stored, before orientation.
    let (width, height) = (header.size.width, header.size.height);
    Ok(Header {
        format: Format::Jxl,
        width,
        height,
        // Only the first frame of an animation is ever rendered.
        frames: 1,
        has_alpha: image.pixel_format().has_alpha(),
        decode_cost_bytes: cost(width, height, BYTES_PER_PIXEL),
    })
}

/// Opens a JPEG XL stream with bounded memory; `None` when more bytes are needed.
pub(crate) fn open(bytes: &[u8], memory: usize) -> Result<Option<JxlImage>, PictureError> {
    let builder = JxlImage::builder().alloc_tracker(AllocTracker::with_limit(memory));
    let mut waiting = builder.build_uninit();
    waiting.feed_bytes(bytes).map_err(PictureError::corrupt)?;
    match waiting.try_init().map_err(PictureError::corrupt)? {
        InitializeResult::NeedMoreData(_) => Ok(None),
        InitializeResult::Initialized(image) => Ok(Some(image)),
    }
}

/// Planes of 32-bit floats, twice while filters run.
pub(crate) const BYTES_PER_PIXEL: u64 = 40;
const HEADER_READS: [usize; 2] = [64 << 10, 4 << 20];
const HEADER_MEMORY: usize = 64 << 20;
