//! Taking place, serial numbers and owner out of a file without touching a pixel.

mod boxes;
mod gif;
mod jpeg;
mod photoshop;
mod png;
mod tiff;
mod webp;
mod xmp;

use crate::{Format, PictureError, guard};

/// Cuts what is private out of a file's metadata; picture data stays bit-identical.
///
/// Cut are the place (GPS, and in words), serial numbers, the owner's name, maker notes, embedded thumbnails, and
/// whatever stands behind the end of the picture. Kept are artist, by-line, copyright, credit, orientation, profile.
///
/// `Ok(None)` when there was nothing to cut, so that the file itself may be published. `Unsupported` when the
/// file cannot be cut without loss: then a re-encoded picture has to be published in its stead.
pub fn cut_private(bytes: &[u8], format: Format) -> Result<Option<Vec<u8>>, PictureError> {
    guard::shielded(|| match format {
        Format::Jpeg => Ok(jpeg::cut(bytes)),
        Format::Png => Ok(png::cut(bytes)),
        Format::WebP => Ok(webp::cut(bytes)),
        Format::Gif => Ok(gif::cut(bytes)),
        Format::Avif => boxes::cut_avif(bytes),
        Format::Jxl => Ok(boxes::cut_jxl(bytes)),
    })
}

/// What becomes of one block of metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cut {
    /// Nothing private was in it.
    Keep,
    /// What remains of it.
    Replace(Vec<u8>),
    /// Nothing of it remains, or it could not be read and so not be trusted.
    Drop,
}
