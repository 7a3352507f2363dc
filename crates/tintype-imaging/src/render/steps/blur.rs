//! `blur`: a Gaussian, approximated by three passes of a box.

use super::Job;
use crate::picture::{Picture, Raster, Window};

/// Blurs the picture; the strength is in pixels of the result.
pub(super) fn blur(picture: Picture, job: &Job<'_>) -> Picture {
    if job.params.blur < 1.0 {
        return picture;
    }
    let sigma = f64::from(job.params.blur) * SIGMA_PER_UNIT;
    Picture::Raster(blurred(&picture.into_raster(), sigma))
}

/// A blurred picture. Wide blurs are made on a smaller picture: nobody can see the difference.
pub(super) fn blurred(raster: &Raster, sigma: f64) -> Raster {
    let sigma = sigma.min(f64::from(raster.width.max(raster.height)) / 2.0);
    let reduction = (sigma / SMALL_SIGMA).floor().max(1.0) as u32;
    if reduction == 1 {
        return three_boxes(raster.clone(), sigma);
    }
    let side = |length: u32| length.div_ceil(reduction);
    let small = raster.resize(Window::WHOLE, side(raster.width), side(raster.height));
    let small = three_boxes(small, sigma / f64::from(reduction));
    small.resize(Window::WHOLE, raster.width, raster.height)
}

fn three_boxes(raster: Raster, sigma: f64) -> Raster {
    // Three boxes of radius r have the variance 3·((2r+1)²−1)/12.
    let radius = (((4.0 * sigma * sigma + 1.0).sqrt() - 1.0) / 2.0).round() as usize;
    if radius == 0 {
        return raster;
    }
    (0..3).fold(raster, |raster, _| {
        let count = raster.channels.count();
        let (width, height) = (raster.width as usize, raster.height as usize);
        let mut pixels = raster.pixels;
        for y in 0..height {
            box_line(&mut pixels, y * width * count, count, width, count, radius);
        }
        for x in 0..width {
            box_line(&mut pixels, x * count, width * count, height, count, radius);
        }
        Raster { pixels, ..raster }
    })
}

/// Averages along one line of pixels; beyond its ends the last pixel goes on.
#[expect(clippy::too_many_arguments, reason = "a line is told by start, step, length and channels")]
fn box_line(
    pixels: &mut [u8],
    start: usize,
    step: usize,
    length: usize,
    count: usize,
    radius: usize,
) {
    let divisor = 2 * radius as u32 + 1;
    let mut line = Vec::with_capacity(length);
    for channel in 0..count {
        line.clear();
        line.extend((0..length).map(|index| pixels[start + index * step + channel]));
        let at = |index: usize| u32::from(line[index.min(length - 1)]);
        let mut sum = at(0) * (radius as u32 + 1) + (1..=radius).map(at).sum::<u32>();
        for index in 0..length {
            pixels[start + index * step + channel] = ((sum + divisor / 2) / divisor) as u8;
            sum += at(index + radius + 1);
            sum -= at(index.saturating_sub(radius));
        }
    }
}

const SIGMA_PER_UNIT: f64 = 0.125;
const SMALL_SIGMA: f64 = 4.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Channels;

    #[test]
    fn an_even_picture_stays_as_it_is() {
        let raster = Raster::filled(30, 20, Channels::Rgb, [200, 100, 50, 255]);
        for sigma in [0.5, 3.0, 40.0, 500.0] {
            assert_eq!(blurred(&raster, sigma).pixels, raster.pixels, "{sigma}");
        }
    }

    #[test]
    fn an_edge_becomes_a_slope() {
        let row: Vec<u8> = [[0; 60], [255; 60]].concat();
        let raster = Raster::new(40, 4, Channels::Rgb, row.repeat(4)).unwrap();
        for sigma in [2.0, 9.0] {
            let blurred = blurred(&raster, sigma);
            let first: Vec<u8> = blurred.colors().take(40).map(|color| color[0]).collect();
            assert!(first.windows(2).all(|pair| pair[0] <= pair[1].saturating_add(3)), "{first:?}");
            assert!((90..=165).contains(&first[20]), "{first:?}");
        }
    }
}
