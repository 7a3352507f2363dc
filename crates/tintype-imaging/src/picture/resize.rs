//! Resizing, from an exact window of the source.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{InnerPixel, U8, U8x3, U8x4};
use fast_image_resize::{FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer};

use super::raster::{Channels, Raster};
use super::ycc::Layer;

/// The part of a picture that is resized, in shares of its sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Window {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Window {
    pub(crate) const WHOLE: Self = Self { x: 0.0, y: 0.0, width: 1.0, height: 1.0 };

    /// The same part of a picture that is yet to be turned upright.
    pub(crate) fn before(self, orientation: super::Orientation) -> Self {
        orientation.window_before(self)
    }
}

impl Raster {
    pub(crate) fn resize(&self, window: Window, width: u32, height: u32) -> Self {
        let source = Source {
            samples: &self.pixels,
            width: self.width,
            height: self.height,
            exact: (f64::from(self.width), f64::from(self.height)),
        };
        // Named types, so that the resizer is built for these three and not for all twelve it knows.
        let pixels = match self.channels {
            Channels::Rgb => source.resize::<U8x3>(window, width, height),
            Channels::Rgba => source.resize::<U8x4>(window, width, height),
        };
        Self { width, height, channels: self.channels, pixels }
    }
}

/// Resizes one plane.
pub(super) fn resize_plane(layer: &Layer, window: Window, width: u32, height: u32) -> Vec<u8> {
    let source = Source {
        samples: &layer.samples,
        width: layer.width,
        height: layer.height,
        exact: (layer.exact_width, layer.exact_height),
    };
    source.resize::<U8>(window, width, height)
}

struct Source<'a> {
    samples: &'a [u8],
    width: u32,
    height: u32,
    exact: (f64, f64),
}

impl Source<'_> {
    fn resize<P: PixelTrait + InnerPixel>(
        &self,
        window: Window,
        width: u32,
        height: u32,
    ) -> Vec<u8> {
        let (left, crop_width) = span(window.x, window.width, self.exact.0, self.width);
        let (top, crop_height) = span(window.y, window.height, self.exact.1, self.height);
        let is_copy = (left, top) == (0.0, 0.0)
            && (crop_width, crop_height) == (f64::from(width), f64::from(height))
            && (self.width, self.height) == (width, height);
        if is_copy {
            return self.samples.to_vec();
        }
        let source = TypedImageRef::<P>::from_buffer(self.width, self.height, self.samples)
            .expect("a picture has exactly the samples that its sides say");
        let mut samples = vec![0; width as usize * height as usize * P::size()];
        let mut target = TypedImage::<P>::from_buffer(width, height, &mut samples)
            .expect("the samples were made for these sides");
        let options = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
            .crop(left, top, crop_width, crop_height);
        Resizer::new()
            .resize_typed(&source, &mut target, &options)
            .expect("the window lies inside the picture");
        samples
    }
}

/// A share of a side in samples, kept inside the side whatever rounding does.
fn span(start: f64, length: f64, exact: f64, samples: u32) -> (f64, f64) {
    let samples = f64::from(samples);
    let length = (length * exact).clamp(LEAST_WINDOW, samples);
    let start = (start * exact).clamp(0.0, samples - length);
    (start, length)
}

/// The resizer wants a window of some extent.
const LEAST_WINDOW: f64 = 0.01;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_resized_and_nothing_beside_it() {
        // Left half black, right half white; the filter looks three pixels around.
        let pixels = (0..40).flat_map(|_| [[0; 60], [255; 60]].concat()).collect();
        let raster = Raster::new(40, 40, Channels::Rgb, pixels).unwrap();
        let right = Window { x: 0.625, y: 0.0, width: 0.375, height: 1.0 };
        assert!(raster.resize(right, 15, 7).pixels.iter().all(|sample| *sample == 255));
    }

    #[test]
    fn a_window_beyond_the_edge_is_kept_inside() {
        let raster = Raster::filled(5, 5, Channels::Rgb, [9, 9, 9, 255]);
        let beyond = Window { x: 0.9, y: -0.5, width: 0.5, height: 3.0 };
        assert_eq!(raster.resize(beyond, 2, 2).pixels, [9; 12]);
        let nothing = Window { x: 1.0, y: 1.0, width: 0.0, height: 0.0 };
        assert_eq!(raster.resize(nothing, 2, 2).pixels, [9; 12]);
    }
}
