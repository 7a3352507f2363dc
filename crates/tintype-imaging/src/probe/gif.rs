//! The screen descriptor of a GIF file and a count of its frames.

use super::{Header, cost};
use crate::container::gif::{Block, Blocks};
use crate::{DecodeLimits, Format, PictureError};

/// Counts frames only as far as the limit asks for.
pub(super) fn header(bytes: &[u8], limits: &DecodeLimits) -> Result<Header, PictureError> {
    let &[w0, w1, h0, h1, ..] = bytes.get(6..).unwrap_or_default() else {
        return Err(PictureError::Truncated);
    };
    let (width, height) =
        (u16::from_le_bytes([w0, w1]).into(), u16::from_le_bytes([h0, h1]).into());
    let mut frames = 0;
    let mut has_alpha = false;
    for block in Blocks::new(bytes) {
        match block {
            Block::Image => frames += 1,
            // A frame may also be smaller than the screen, but that shows only on decoding.
            Block::Control(flags) if frames == 0 => has_alpha |= flags & 1 == 1,
            _ => {}
        }
        if frames > limits.frames {
            break;
        }
    }
    Ok(Header {
        format: Format::Gif,
        width,
        height,
        frames: frames.max(1),
        has_alpha,
        decode_cost_bytes: cost(width, height, 9),
    })
}
