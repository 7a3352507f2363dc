//! Interleaved pixels from planes, for those who cannot work on planes.

use crate::planes::{ColourModel, Decoded};
use crate::upsample::Upsampler;

impl Decoded {
    /// Interleaved RGB of the whole picture, chroma interpolated linearly between its centres.
    pub fn to_rgb(&self) -> Vec<u8> {
        let width = self.width as usize;
        let mut rgb = vec![0; 3 * width * self.height as usize];
        let rows = rgb.chunks_exact_mut(3 * width).enumerate();
        let exact = self.exact_size();
        let mut planes: Vec<_> = self
            .planes
            .components
            .iter()
            .map(|plane| Upsampler::new(plane, exact, width))
            .collect();
        match (self.planes.model, planes.as_mut_slice()) {
            (ColourModel::Rgb, [red, green, blue]) => {
                rows.for_each(|(y, out)| interleave(out, [red.row(y), green.row(y), blue.row(y)]));
            }
            (_, [luma, blue, red]) => {
                rows.for_each(|(y, out)| colour(out, luma.row(y), blue.row(y), red.row(y)));
            }
            (_, [luma, ..]) => rows.for_each(|(y, out)| interleave(out, [luma.row(y); 3])),
            (_, []) => {}
        }
        rgb
    }

    /// The size of the picture without rounding up.
    pub fn exact_size(&self) -> (f64, f64) {
        let planes = &self.planes.components;
        let largest =
            |length: fn(&crate::Plane) -> f64| planes.iter().map(length).fold(0.0, f64::max);
        (largest(|plane| plane.exact_width), largest(|plane| plane.exact_height))
    }
}

fn interleave(out: &mut [u8], [first, second, third]: [&[u8]; 3]) {
    for (((pixel, a), b), c) in out.as_chunks_mut().0.iter_mut().zip(first).zip(second).zip(third) {
        *pixel = [*a, *b, *c];
    }
}

/// The integer formulas of libjpeg.
fn colour(out: &mut [u8], luma: &[u8], blue: &[u8], red: &[u8]) {
    let samples = luma.iter().zip(blue).zip(red);
    for (pixel, ((&luma, &blue), &red)) in out.as_chunks_mut().0.iter_mut().zip(samples) {
        let (y, cb, cr) = (i32::from(luma), i32::from(blue) - 128, i32::from(red) - 128);
        let r = y + ((91_881 * cr + HALF) >> 16);
        let g = y + ((-22_554 * cb - 46_802 * cr + HALF) >> 16);
        let b = y + ((116_130 * cb + HALF) >> 16);
        *pixel = [r, g, b].map(|value| value.clamp(0, 255) as u8);
    }
}

const HALF: i32 = 1 << 15;
