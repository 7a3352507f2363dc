//! Pictures painted from a BlurHash, for photos that have no file.

use super::geometry::Plan;
use super::steps::Job;
use super::{Rendered, finish};
use crate::analysis::pixels_of;
use crate::codec::encode_png;
use crate::picture::{Picture, Window};
use crate::{Format, ImageParams, PictureError};

/// Paints the picture of a photo that has no file, from its BlurHash, at the size asked for.
pub fn paint_blurhash(
    hash: &str,
    original_size: (u32, u32),
    params: &ImageParams,
) -> Result<Rendered, PictureError> {
    let original = (original_size.0.max(1), original_size.1.max(1));
    let plan = Plan::new(original, params);
    // A hash has nothing finer to show than this; the resizer spreads it smoothly.
    let painted = Picture::Raster(pixels_of(hash, PAINTED_SIDE, PAINTED_SIDE)?);
    let job = Job { params, plan };
    finish(painted.resize(plan.window, plan.size.0, plan.size.1), &job, Format::Jpeg)
}

/// A PNG of at most 10 pixels a side for `data:` addresses, shown while the picture loads.
pub fn blurhash_preview(hash: &str) -> Result<Vec<u8>, PictureError> {
    let painted = pixels_of(hash, PAINTED_SIDE, PAINTED_SIDE)?;
    encode_png(&painted.resize(Window::WHOLE, PREVIEW_SIZE.0, PREVIEW_SIZE.1))
}

const PAINTED_SIDE: u32 = 32;
/// As many samples a side as the components of a hash can tell apart.
const PREVIEW_SIZE: (u32, u32) = (8, 6);

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "LEHV6nWB2yk8pyo0adR*.7kCMdnj";

    #[test]
    fn a_photo_without_a_file_is_painted_at_any_size() {
        for (query, size) in [
            ("", (6000, 4000)),
            ("w=400&fit=max", (400, 267)),
            ("w=200&h=200&fit=crop", (200, 200)),
            ("w=200&h=200&fit=fill", (200, 200)),
            ("w=99999", (8192, 5461)),
        ] {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let params = ImageParams::parse(pairs);
            let painted = paint_blurhash(HASH, (6000, 4000), &params).unwrap();
            assert_eq!((painted.width, painted.height), size, "{query}");
            assert_eq!(painted.media_type, "image/jpeg");
            let header = crate::probe(&painted.bytes, &crate::DecodeLimits::default()).unwrap();
            assert_eq!((header.width, header.height), size, "{query}");
        }
    }

    #[test]
    fn a_preview_fits_into_an_address() {
        let preview = blurhash_preview(HASH).unwrap();
        assert!(preview.len() < 300, "{}", preview.len());
        let header = crate::probe(&preview, &crate::DecodeLimits::default()).unwrap();
        assert_eq!((header.format, header.width, header.height), (Format::Png, 8, 6));
        assert!(blurhash_preview("nonsense").is_err());
    }
}
