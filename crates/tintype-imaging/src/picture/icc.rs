//! Colour profiles: everything that leaves us is sRGB.

use std::sync::Arc;

use moxcms::{ColorProfile, DataColorSpace, Layout, Transform8BitExecutor, TransformOptions};

use super::raster::{Channels, Raster};
use crate::guard;

/// A way from a picture's colours to sRGB.
pub(crate) struct Profile {
    rgb: Arc<Transform8BitExecutor>,
    rgba: Arc<Transform8BitExecutor>,
}

impl Profile {
    /// Reads an embedded profile; `None` when it is broken, not RGB, or as good as sRGB.
    pub(crate) fn read(icc: &[u8]) -> Option<Self> {
        if icc.len() > MOST_PROFILE {
            return None;
        }
        // A broken profile must not refuse a picture.
        guard::shielded(|| Ok(Self::build(icc))).ok().flatten()
    }

    fn build(icc: &[u8]) -> Option<Self> {
        let profile = ColorProfile::new_from_slice(icc).ok()?;
        if profile.color_space != DataColorSpace::Rgb {
            return None;
        }
        let srgb = ColorProfile::new_srgb();
        let options = TransformOptions::default();
        let rgb = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options).ok()?;
        if is_identity(rgb.as_ref())? {
            return None;
        }
        let rgba =
            profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, options).ok()?;
        Some(Self { rgb, rgba })
    }

    pub(crate) fn convert(&self, raster: Raster) -> Raster {
        let executor = match raster.channels {
            Channels::Rgb => &self.rgb,
            Channels::Rgba => &self.rgba,
        };
        let mut pixels = vec![0; raster.pixels.len()];
        match executor.transform(&raster.pixels, &mut pixels) {
            Ok(()) => Raster { pixels, ..raster },
            // Colours a little off are better than no picture.
            Err(_) => raster,
        }
    }
}

/// Whether a transform changes no colour by more than a rounding error.
fn is_identity(executor: &Transform8BitExecutor) -> Option<bool> {
    const LEVELS: [u8; 6] = [0, 40, 90, 140, 200, 255];
    let samples: Vec<u8> = LEVELS
        .iter()
        .flat_map(|r| {
            LEVELS.iter().flat_map(move |g| LEVELS.iter().flat_map(move |b| [*r, *g, *b]))
        })
        .collect();
    let mut converted = vec![0; samples.len()];
    executor.transform(&samples, &mut converted).ok()?;
    Some(samples.iter().zip(&converted).all(|(was, is)| was.abs_diff(*is) <= 2))
}

const MOST_PROFILE: usize = 4 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_that_says_srgb_is_no_work() {
        let icc = ColorProfile::new_srgb().encode().unwrap();
        assert!(Profile::read(&icc).is_none());
    }

    #[test]
    fn wide_colors_become_stronger_in_srgb() {
        for wide in [ColorProfile::new_display_p3(), ColorProfile::new_adobe_rgb()] {
            let profile = Profile::read(&wide.encode().unwrap()).unwrap();
            let green = Raster::filled(2, 1, Channels::Rgb, [60, 200, 60, 255]);
            let converted = profile.convert(green).pixels;
            assert!(converted[0] < 50 && converted[1] >= 200, "{converted:?}");
            let clear = Raster::filled(1, 1, Channels::Rgba, [60, 200, 60, 77]);
            assert_eq!(profile.convert(clear).pixels[3], 77);
        }
    }

    #[test]
    fn a_broken_profile_is_passed_over() {
        let mut icc = ColorProfile::new_display_p3().encode().unwrap();
        icc.truncate(200);
        assert!(Profile::read(&icc).is_none());
        assert!(Profile::read(b"").is_none());
        assert!(Profile::read(&[0xFF; 4000]).is_none());
    }
}
