//! A hash that is nearly the same for pictures that look nearly the same.

use std::f32::consts::PI;

use crate::picture::{Raster, Window};

/// 64 bits: which of the lowest cosine coefficients lie above their median.
pub(crate) fn perceptual_hash(raster: &Raster) -> u64 {
    let small = raster.resize(Window::WHOLE, SIDE as u32, SIDE as u32);
    let grey: Vec<f32> = small
        .colors()
        .map(|[r, g, b]| 0.299 * f32::from(r) + 0.587 * f32::from(g) + 0.114 * f32::from(b))
        .collect();
    let coefficients = lowest_coefficients(&grey);
    let mut sorted = coefficients;
    sorted.sort_by(f32::total_cmp);
    let median = f32::midpoint(sorted[KEPT * KEPT / 2 - 1], sorted[KEPT * KEPT / 2]);
    coefficients.iter().fold(0, |hash, value| hash << 1 | u64::from(*value > median))
}

/// The 8×8 lowest frequencies behind the mean of rows and columns.
fn lowest_coefficients(grey: &[f32]) -> [f32; KEPT * KEPT] {
    let basis = |k: usize, x: usize| (PI * (x as f32 + 0.5) * k as f32 / SIDE as f32).cos();
    let mut rows = [[0.0; KEPT]; SIDE];
    for (row, samples) in rows.iter_mut().zip(grey.chunks_exact(SIDE)) {
        for (k, sum) in row.iter_mut().enumerate() {
            *sum = samples.iter().enumerate().map(|(x, sample)| sample * basis(k + 1, x)).sum();
        }
    }
    let mut coefficients = [0.0; KEPT * KEPT];
    for (index, value) in coefficients.iter_mut().enumerate() {
        let (k, column) = (index / KEPT, index % KEPT);
        *value = rows.iter().enumerate().map(|(y, row)| row[column] * basis(k + 1, y)).sum();
    }
    coefficients
}

const SIDE: usize = 32;
const KEPT: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Channels;

    fn waves(width: u32, height: u32, phase: f32) -> Raster {
        let mut pixels = Vec::new();
        for y in 0..height {
            for x in 0..width {
                let (u, v) = (x as f32 / width as f32, y as f32 / height as f32);
                let level = 128.0
                    + 60.0 * (9.0 * u + phase).sin()
                    + 60.0 * (7.0 * v * u + 2.0 * phase).cos();
                pixels.extend([level as u8, (level * 0.8) as u8, (level * 0.5) as u8]);
            }
        }
        Raster::new(width, height, Channels::Rgb, pixels).unwrap()
    }

    #[test]
    fn size_and_brightness_hardly_change_the_hash() {
        let hash = perceptual_hash(&waves(200, 150, 0.3));
        let smaller = perceptual_hash(&waves(90, 60, 0.3));
        let mut darker = waves(200, 150, 0.3);
        darker.pixels.iter_mut().for_each(|sample| *sample = (f32::from(*sample) * 0.8) as u8);
        assert!((hash ^ smaller).count_ones() <= 6);
        assert!((hash ^ perceptual_hash(&darker)).count_ones() <= 6);
    }

    #[test]
    fn another_picture_has_another_hash() {
        let distance =
            perceptual_hash(&waves(200, 150, 0.3)) ^ perceptual_hash(&waves(200, 150, 2.0));
        assert!(distance.count_ones() >= 16, "{}", distance.count_ones());
    }
}
