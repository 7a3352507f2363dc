//! What parameters amount to when they are taken together.

use super::parse::MOST_SIDE;
use super::values::Length;
use super::{Fit, ImageParams};

impl ImageParams {
    /// The width asked for, `dpr` included.
    pub(crate) fn scaled_width(&self) -> Option<Length> {
        self.width.map(|width| self.scaled(width))
    }

    /// The height asked for, `dpr` included.
    pub(crate) fn scaled_height(&self) -> Option<Length> {
        self.height.map(|height| self.scaled(height))
    }

    /// Whether any size is asked for; without one `fit` and `dpr` do nothing.
    pub(crate) fn has_size(&self) -> bool {
        self.width.is_some() || self.height.is_some()
    }

    /// Whether both sides of the result are given, if need be through an aspect ratio.
    pub(crate) fn has_both_sides(&self) -> bool {
        let has_aspect = self.aspect.is_some() && self.fit == Fit::Crop && self.has_size();
        self.width.is_some() && self.height.is_some() || has_aspect
    }

    /// Whether the result may show only a part of the picture, so that `crop` matters.
    pub(crate) fn may_cut(&self) -> bool {
        matches!(self.fit, Fit::Crop | Fit::Min) && self.has_both_sides()
    }

    /// Whether there may be bars beside the picture.
    pub(crate) fn has_bars(&self) -> bool {
        matches!(self.fit, Fit::Fill | Fit::FillMax) && self.has_both_sides()
    }

    /// The quality of a lossy answer.
    pub(crate) fn effective_quality(&self) -> u8 {
        let usual = if self.auto_compress { COMPRESSED_QUALITY } else { USUAL_QUALITY };
        self.quality.unwrap_or(usual)
    }

    fn scaled(&self, length: Length) -> Length {
        match length {
            Length::Pixels(pixels) => {
                let scaled = (pixels as f32 * self.dpr.unwrap_or(1.0) + 0.5).floor();
                Length::Pixels(scaled.clamp(1.0, f32::from(MOST_SIDE)) as u32)
            }
            Length::Share(share) => {
                // A share of the source is already in its pixels; dpr multiplies it all the same.
                Length::Share((share * self.dpr.unwrap_or(1.0)).min(MOST_SHARE))
            }
        }
    }
}

const USUAL_QUALITY: u8 = 75;
const COMPRESSED_QUALITY: u8 = 45;
const MOST_SHARE: f32 = 5.0;
