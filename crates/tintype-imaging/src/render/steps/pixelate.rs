//! `px`: squares of one colour.

use super::Job;
use crate::picture::{Picture, Raster, Window};

/// Gives every square of the picture the mean of its pixels.
pub(super) fn pixelate(picture: Picture, job: &Job<'_>) -> Picture {
    let square = job.params.pixelate;
    if square < 2 {
        return picture;
    }
    let raster = picture.into_raster();
    let (columns, rows) = (raster.width.div_ceil(square), raster.height.div_ceil(square));
    let small = raster.resize(Window::WHOLE, columns, rows);
    let count = raster.channels.count();
    let mut pixels = Vec::with_capacity(raster.pixels.len());
    for y in 0..raster.height {
        let row = &small.pixels[(y / square) as usize * small.stride()..];
        for x in 0..raster.width {
            let start = (x / square) as usize * count;
            pixels.extend_from_slice(&row[start..start + count]);
        }
    }
    Picture::Raster(Raster { pixels, ..raster })
}
