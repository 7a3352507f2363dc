//! JPEG, at the smallest scale that suffices.

use tintype_jpeg::{Error, Options, memory_needed};

use super::{Decoded, Least, jpeg_fallback};
use crate::container::jpeg::icc_profile;
use crate::picture::{Picture, Ycc, interleave};
use crate::{Header, PictureError};

/// Decodes with our own scaled decoder; what it does not read goes to the other one.
pub(super) fn decode(bytes: &[u8], header: &Header, least: Least) -> Result<Decoded, PictureError> {
    let options = options(least);
    let picture = match tintype_jpeg::decode(bytes, &options) {
        Ok(decoded) => {
            let (width, height) = (decoded.width, decoded.height);
            Ycc::from_decoded(decoded).map_or_else(
                |planes| Picture::Raster(interleave(*planes, width, height)),
                Picture::Ycc,
            )
        }
        Err(Error::Unsupported(_)) => Picture::Raster(jpeg_fallback::decode(bytes, header)?),
        Err(Error::Truncated) => return Err(PictureError::Truncated),
        Err(error) => return Err(PictureError::corrupt(error)),
    };
    let size = (header.width, header.height);
    Ok(Decoded { picture, size, icc: icc_profile(bytes), is_upright: false })
}

/// Most bytes that such a decode holds; `None` when the other decoder would do it.
pub(crate) fn memory(bytes: &[u8], least: Least) -> Option<u64> {
    let header =
        tintype_jpeg::header(bytes).ok().filter(|header| header.check_supported().is_ok())?;
    // Planes are copied once more, when they have padding.
    Some(2 * memory_needed(&header, &options(least)) as u64)
}

/// The limits were judged on the header before; here only the scale is chosen.
fn options(least: Least) -> Options {
    Options {
        min_width: least.width,
        min_height: least.height,
        max_pixels: u64::MAX,
        max_memory: usize::MAX,
    }
}
