//! What a picture looks like in a few numbers: BlurHash, palette, perceptual hash.

mod blur_hash;
mod palette;
mod perceptual_hash;

pub(crate) use blur_hash::{blur_hash, pixels_of};
pub(crate) use palette::palette;
pub(crate) use perceptual_hash::perceptual_hash;

use crate::color::Swatch;
use crate::picture::{Picture, Raster, Window};

/// Everything that is told from a small version of a picture.
#[derive(Debug, Clone)]
pub(crate) struct Analysis {
    pub(crate) blur_hash: String,
    pub(crate) palette: Vec<Swatch>,
    pub(crate) perceptual_hash: u64,
}

/// Looks at a picture; transparency counts as white paper.
pub(crate) fn analyse(picture: &Picture) -> Analysis {
    let small = shrink(picture);
    Analysis {
        blur_hash: blur_hash(&small),
        palette: palette(&small, MOST_COLORS),
        perceptual_hash: perceptual_hash(&small),
    }
}

/// A version of at most 96 pixels a side, without transparency.
pub(crate) fn shrink(picture: &Picture) -> Raster {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (SMALL_SIDE / width.max(height)).min(1.0);
    let side = |length: f64| (length * scale).round().max(1.0) as u32;
    picture.resize(Window::WHOLE, side(width), side(height)).into_raster().flatten([255; 3])
}

const SMALL_SIDE: f64 = 96.0;
const MOST_COLORS: usize = 8;
