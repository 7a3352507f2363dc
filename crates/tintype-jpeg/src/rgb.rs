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

/// Converts a row some pixels at a time: first all of one colour, which the compiler does with
/// vectors, then side by side.
fn colour(out: &mut [u8], luma: &[u8], blue: &[u8], red: &[u8]) {
    let samples = luma.chunks(PIXELS).zip(blue.chunks(PIXELS)).zip(red.chunks(PIXELS));
    for (out, ((luma, blue), red)) in out.chunks_mut(3 * PIXELS).zip(samples) {
        let colours = convert(padded(luma), padded(blue), padded(red));
        interleave(out, colours.each_ref().map(<[u8; PIXELS]>::as_slice));
    }
}

fn padded(samples: &[u8]) -> [u8; PIXELS] {
    samples
        .first_chunk()
        .copied()
        .unwrap_or_else(|| std::array::from_fn(|at| samples.get(at).copied().unwrap_or_default()))
}

/// The integer formulas of libjpeg. Whole parts of the factors are taken out, so that what is
/// multiplied has 16 bits: 1.402 is 1 + 26345/65536, and so on.
fn convert(luma: [u8; PIXELS], blue: [u8; PIXELS], red: [u8; PIXELS]) -> [[u8; PIXELS]; 3] {
    let mut out = [[0; PIXELS]; 3];
    let [r, g, b] = &mut out;
    for at in 0..PIXELS {
        let (y, cb, cr) =
            (i32::from(luma[at]), i16::from(blue[at]) - 128, i16::from(red[at]) - 128);
        let share = |cb_part: i16, cr_part: i16| {
            let cb_share = i32::from(cb) * i32::from(cb_part);
            (cb_share + i32::from(cr) * i32::from(cr_part) + HALF) >> 16
        };
        let (cb, cr) = (i32::from(cb), i32::from(cr));
        r[at] = (y + cr + share(0, 26_345)).clamp(0, 255) as u8;
        g[at] = (y - cr + share(-22_554, 18_734)).clamp(0, 255) as u8;
        b[at] = (y + 2 * cb + share(-14_942, 0)).clamp(0, 255) as u8;
    }
    out
}

const PIXELS: usize = 64;
const HALF: i32 = 1 << 15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_formulas_within_one() {
        for (y, cb, cr) in
            [(0, 0, 0), (255, 255, 255), (128, 128, 128), (76, 85, 255), (29, 255, 107)]
        {
            let [r, g, b] =
                convert([y; PIXELS], [cb; PIXELS], [cr; PIXELS]).map(|c| f64::from(c[9]));
            let (y, cb, cr) = (f64::from(y), f64::from(cb) - 128.0, f64::from(cr) - 128.0);
            let exact = [y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb];
            for (ours, exact) in [r, g, b].into_iter().zip(exact) {
                assert!((ours - exact.clamp(0.0, 255.0)).abs() <= 0.51, "{ours} {exact}");
            }
        }
    }
}
