//! GIF: the first frame, laid on its screen.

use std::io::Cursor;
use std::num::NonZeroU64;

use gif::{ColorOutput, DecodeOptions, DecodingError, MemoryLimit};

use super::{Decoded, read_error, size_mismatch};
use crate::container::gif::{Block, Blocks};
use crate::picture::{Channels, Picture, Raster};
use crate::{Header, PictureError};

/// Decodes the first frame.
pub(super) fn decode(bytes: &[u8], header: &Header) -> Result<Decoded, PictureError> {
    if is_cut_off(bytes) {
        return Err(PictureError::Truncated);
    }
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    let memory = NonZeroU64::new(header.decode_cost_bytes).unwrap_or(NonZeroU64::MIN);
    options.set_memory_limit(MemoryLimit::Bytes(memory));
    let mut decoder = options.read_info(Cursor::new(bytes)).map_err(refusal)?;
    let frame = decoder.read_next_frame().map_err(refusal)?.ok_or(PictureError::Truncated)?;
    let place = (i64::from(frame.left), i64::from(frame.top));
    let pixels = frame.buffer.to_vec();
    let first = Raster::new(frame.width.into(), frame.height.into(), Channels::Rgba, pixels)
        .ok_or_else(size_mismatch)?;
    let (width, height) = (header.width, header.height);
    let raster = if (first.width, first.height) == (width, height) {
        first
    } else {
        let mut screen = Raster::filled(width, height, Channels::Rgba, [0; 4]);
        screen.paste(&first, place.0, place.1);
        screen
    };
    Ok(Decoded {
        picture: Picture::Raster(raster),
        size: (width, height),
        icc: None,
        is_upright: false,
    })
}

/// Whether the data ends within a block. A missing end marker alone is no loss.
fn is_cut_off(bytes: &[u8]) -> bool {
    let mut blocks = Blocks::new(bytes);
    let mut awaits_image = false;
    for block in blocks.by_ref() {
        awaits_image = matches!(block, Block::Control(_));
    }
    awaits_image || matches!(bytes.get(blocks.position()), Some(0x21 | 0x2C))
}

fn refusal(error: DecodingError) -> PictureError {
    match error {
        DecodingError::Io(error) => read_error(&error),
        other => PictureError::corrupt(other),
    }
}
