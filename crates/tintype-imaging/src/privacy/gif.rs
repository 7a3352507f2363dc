//! GIF: an XMP packet with anything private in it goes as a whole.

use super::{Cut, xmp};
use crate::container::gif::{Block, Blocks};
use crate::metadata::parts::{GIF_XMP_NAME, gif_packet};

/// Cuts a GIF file; `None` when there was nothing to cut.
pub(super) fn cut(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut kept_to = 0;
    for block in Blocks::new(bytes) {
        match block {
            Block::Extension { label: 0xFF, first: GIF_XMP_NAME, range }
                if gif_packet(&bytes[range.clone()]).map(xmp::cut) != Some(Cut::Keep) =>
            {
                out.extend(&bytes[kept_to..range.start]);
                kept_to = range.end;
            }
            Block::Trailer { end } => {
                out.extend(&bytes[kept_to..end]);
                kept_to = bytes.len();
            }
            _ => {}
        }
    }
    out.extend(&bytes[kept_to..]);
    (out != bytes).then_some(out)
}
