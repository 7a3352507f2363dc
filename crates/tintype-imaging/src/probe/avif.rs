//! The size and transparency of an AVIF picture, from its item properties.

use super::{Header, cost};
use crate::container::heif::Items;
use crate::{Format, PictureError};

/// Reads the primary item's properties.
pub(super) fn header(bytes: &[u8]) -> Result<Header, PictureError> {
    let items = Items::read(bytes).ok_or(PictureError::Truncated)?;
    let extents = items.property(items.primary, *b"ispe");
    let Some(&[_, _, _, _, w3, w2, w1, w0, h3, h2, h1, h0, ..]) = extents else {
        return Err(PictureError::corrupt("it does not say how large it is"));
    };
    let (width, height) =
        (u32::from_be_bytes([w3, w2, w1, w0]), u32::from_be_bytes([h3, h2, h1, h0]));
    let has_alpha = items.referring(*b"auxl", items.primary).next().is_some();
    let decode_cost_bytes = cost(width, height, 20);
    Ok(Header { format: Format::Avif, width, height, frames: 1, has_alpha, decode_cost_bytes })
}
