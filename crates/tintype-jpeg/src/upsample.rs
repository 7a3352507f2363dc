//! Brings a component row by row to the size of the picture, its samples kept where they lie.

use crate::planes::Plane;

/// Stretches one plane to the picture's size, by the triangle filter: linear between the centres
/// of samples. Twice the size, the usual case, is what libjpeg calls fancy upsampling.
pub struct Upsampler<'a> {
    plane: &'a Plane,
    /// Samples of the plane per pixel.
    step: (f64, f64),
    across: Across,
    /// Two rows mixed; as many as the plane has across.
    mixed: Vec<u16>,
    row: Vec<u8>,
}

/// How a row is stretched.
enum Across {
    /// Not at all.
    Same,
    /// To twice the width.
    Double,
    /// To any width: for each pixel, the sample to its left and the share of the next one.
    Any(Vec<(usize, u32)>),
}

impl<'a> Upsampler<'a> {
    /// Prepares for a picture of this exact and whole width and exact height.
    pub fn new(plane: &'a Plane, exact: (f64, f64), width: usize) -> Self {
        let step = (plane.exact_width / exact.0, plane.exact_height / exact.1);
        let across = if step.0 >= 1.0 {
            Across::Same
        } else if (step.0 - 0.5).abs() < f64::EPSILON {
            Across::Double
        } else {
            Across::Any((0..width).map(|x| place(x, step.0, plane.width)).collect())
        };
        // A doubled row may be one sample too long.
        let (mixed, row) = (vec![0; plane.width], vec![0; width + 1]);
        Self { plane, step, across, mixed, row }
    }

    /// The samples for pixel row `y`.
    pub fn row(&mut self, y: usize) -> &[u8] {
        if self.step.1 >= 1.0 && matches!(self.across, Across::Same) {
            return self.plane.row(y.min(self.plane.height - 1));
        }
        self.mix_rows(y);
        match &self.across {
            Across::Same => {
                for (out, mixed) in self.row.iter_mut().zip(&self.mixed) {
                    *out = ((mixed + ROUND) >> SHARE_BITS) as u8;
                }
            }
            Across::Double => double(&self.mixed, &mut self.row),
            Across::Any(places) => {
                for (out, &(left, share)) in self.row.iter_mut().zip(places) {
                    let right = (left + 1).min(self.mixed.len() - 1);
                    *out = blend(self.mixed[left].into(), self.mixed[right].into(), share);
                }
            }
        }
        &self.row
    }

    fn mix_rows(&mut self, y: usize) {
        let (above, share) = place(y, self.step.1.min(1.0), self.plane.height);
        let below = (above + 1).min(self.plane.height - 1);
        let rows = self.plane.row(above).iter().zip(self.plane.row(below));
        let share = share as u16;
        for (mixed, (&above, &below)) in self.mixed.iter_mut().zip(rows) {
            *mixed = u16::from(above) * (WHOLE - share) + u16::from(below) * share;
        }
    }
}

/// The sample left of (or above) pixel `at`, and the share of the next one.
fn place(at: usize, step: f64, samples: usize) -> (usize, u32) {
    let centre = ((at as f64 + 0.5) * step - 0.5).clamp(0.0, (samples - 1) as f64);
    (centre as usize, (centre.fract() * f64::from(WHOLE)).round() as u32)
}

fn blend(left: u32, right: u32, share: u32) -> u8 {
    let whole = u32::from(WHOLE);
    ((left * (whole - share) + right * share + whole * whole / 2) >> (2 * SHARE_BITS)) as u8
}

/// Three parts of the nearer sample, one of the farther.
fn double(mixed: &[u16], row: &mut [u8]) {
    let (pairs, rest) = row.as_chunks_mut::<2>();
    let inner = mixed.len().saturating_sub(2);
    if let (Some(pairs), Some(middle), Some(right)) =
        (pairs.get_mut(1..=inner), mixed.get(1..), mixed.get(2..))
    {
        double_inner(pairs, [mixed, middle, right]);
    }
    let tail = mixed.len() - 1;
    let ends =
        [toward(mixed[tail], mixed[tail.saturating_sub(1)]), toward(mixed[tail], mixed[tail])];
    match (pairs.get_mut(tail), rest.first_mut()) {
        (Some(pair), _) => *pair = ends,
        (None, Some(sample)) => *sample = ends[0],
        (None, None) => {}
    }
    if let Some(first) = pairs.first_mut() {
        *first = [toward(mixed[0], mixed[0]), toward(mixed[0], mixed[tail.min(1)])];
    }
}

fn double_inner(pairs: &mut [[u8; 2]], [left, middle, right]: [&[u16]; 3]) {
    for (pair, ((&left, &middle), &right)) in
        pairs.iter_mut().zip(left.iter().zip(middle).zip(right))
    {
        *pair = [toward(middle, left), toward(middle, right)];
    }
}

/// A quarter of the way from one sample to the next. The sum just fits: 255 times 256, and half.
#[inline(always)]
fn toward(near: u16, far: u16) -> u8 {
    ((near * 3 + far + 2 * WHOLE) >> (SHARE_BITS + 2)) as u8
}

/// Shares are eighths of eighths of a sample: exact for all ratios a JPEG can have but thirds.
const SHARE_BITS: u32 = 6;
const WHOLE: u16 = 1 << SHARE_BITS;
const ROUND: u16 = WHOLE / 2;

#[cfg(test)]
mod tests {
    use super::*;

    fn plane(width: usize, height: usize, sample: impl Fn(usize, usize) -> u8) -> Plane {
        let stride = width + 3;
        let mut data = vec![0; stride * height];
        for y in 0..height {
            for x in 0..width {
                data[y * stride + x] = sample(x, y);
            }
        }
        let (exact_width, exact_height) = (width as f64, height as f64);
        Plane { data, stride, width, height, exact_width, exact_height }
    }

    #[test]
    fn a_doubled_ramp_stays_centred() {
        let plane = plane(8, 4, |x, y| (16 * x + 32 * y) as u8);
        let mut up = Upsampler::new(&plane, (16.0, 8.0), 16);
        // Pixel (5, 3) lies a quarter sample right of sample 2 and a quarter below sample 1.
        assert_eq!(up.row(3)[5], 32 + 4 + 32 + 8);
        assert_eq!(up.row(0)[..3], [0, 4, 12]);
        assert_eq!(up.row(7)[14..16], [204, 208]);
    }

    #[test]
    fn a_quadrupled_ramp_stays_centred() {
        let plane = plane(8, 2, |x, _| (32 * x) as u8);
        let mut up = Upsampler::new(&plane, (32.0, 2.0), 32);
        assert_eq!(up.row(0)[..8], [0, 0, 4, 12, 20, 28, 36, 44]);
    }

    #[test]
    fn odd_widths_and_single_samples_are_filled() {
        let wide = plane(3, 1, |x, _| (100 * x) as u8);
        let exact = Plane { exact_width: 2.5, exact_height: 0.5, ..wide };
        let mut up = Upsampler::new(&exact, (5.0, 1.0), 5);
        assert_eq!(up.row(0)[..5], [0, 25, 75, 125, 175]);
        let single = Plane { exact_width: 0.5, exact_height: 0.5, ..plane(1, 1, |_, _| 77) };
        let mut up = Upsampler::new(&single, (1.0, 1.0), 1);
        assert_eq!(up.row(0)[..1], [77]);
    }
}
