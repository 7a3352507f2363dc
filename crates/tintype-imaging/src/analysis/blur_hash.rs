//! BlurHash: a blurred picture in 28 characters.

use fast_blurhash::convert::{linear_to_srgb, srgb_to_linear};

use crate::PictureError;
use crate::guard;
use crate::picture::{Channels, Raster};

/// The hash of 4×3 components.
pub(crate) fn blur_hash(raster: &Raster) -> String {
    let linear = raster.colors().map(|color| color.map(srgb_to_linear));
    let (width, height) = (raster.width as usize, raster.height as usize);
    fast_blurhash::compute_dct_iter(linear.map(Color), width, height, COMPONENTS.0, COMPONENTS.1)
        .into_blurhash()
}

/// Paints a hash.
pub(crate) fn pixels_of(hash: &str, width: u32, height: u32) -> Result<Raster, PictureError> {
    let broken = || PictureError::corrupt("its BlurHash is malformed");
    let painted = guard::shielded(|| {
        let decoded = fast_blurhash::decode(hash, 1.0).map_err(|_| broken())?;
        Ok(decoded.to_image(width as usize, height as usize, |light| light.map(linear_to_srgb)))
    })?;
    Raster::new(width, height, Channels::Rgb, painted.into_flattened()).ok_or_else(broken)
}

struct Color([f32; 3]);

impl fast_blurhash::convert::AsLinear for Color {
    fn as_linear(&self) -> [f32; 3] {
        self.0
    }
}

const COMPONENTS: (usize, usize) = (4, 3);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_paints_what_it_was_made_from() {
        // Red on the left, blue on the right.
        let row: Vec<u8> = [[200, 20, 20].repeat(20), [20, 20, 200].repeat(20)].concat();
        let raster = Raster::new(40, 30, Channels::Rgb, row.repeat(30)).unwrap();
        let hash = blur_hash(&raster);
        assert_eq!((hash.len(), &hash[..1]), (28, "L"));
        let painted = pixels_of(&hash, 8, 6).unwrap();
        let colors: Vec<[u8; 3]> = painted.colors().collect();
        assert!(colors[24][0] > 150 && colors[24][2] < 90, "{:?}", colors[24]);
        assert!(colors[31][2] > 150 && colors[31][0] < 90, "{:?}", colors[31]);
    }

    #[test]
    fn a_malformed_hash_is_refused() {
        for hash in [
            "",
            "L",
            "LEHV6nWB2yk8pyo0adR*.7kCMdn",
            "\u{e4}\u{f6}\u{fc}",
            "~~~~~~~~",
            "LEHV6nWB2yk8pyo0adR*.7kCMdnj0",
        ] {
            assert!(pixels_of(hash, 4, 4).is_err(), "{hash}");
        }
    }
}
