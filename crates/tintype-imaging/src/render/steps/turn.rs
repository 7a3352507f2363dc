//! `flip` and `rot`: mirrored, then turned counter-clockwise.

use super::Job;
use crate::picture::{Orientation, Picture, Raster};

/// Quarters are exact; other angles keep the frame and zoom in until no corner is empty.
pub(super) fn turn(picture: Picture, job: &Job<'_>) -> Picture {
    let params = job.params;
    let picture = match (params.flip_horizontal, params.flip_vertical) {
        (false, false) => picture,
        (true, false) => picture.orient(Orientation::from_exif(2)),
        (false, true) => picture.orient(Orientation::from_exif(4)),
        (true, true) => picture.orient(Orientation::from_exif(3)),
    };
    match params.rotation {
        angle if !(LEAST_ANGLE..=360.0 - LEAST_ANGLE).contains(&angle) => picture,
        angle if (angle - 90.0).abs() < LEAST_ANGLE => picture.orient(Orientation::from_exif(8)),
        angle if (angle - 180.0).abs() < LEAST_ANGLE => picture.orient(Orientation::from_exif(3)),
        angle if (angle - 270.0).abs() < LEAST_ANGLE => picture.orient(Orientation::from_exif(6)),
        angle => Picture::Raster(straighten(&picture.into_raster(), f64::from(angle))),
    }
}

fn straighten(raster: &Raster, degrees: f64) -> Raster {
    let (sine, cosine) = degrees.to_radians().sin_cos();
    let (width, height) = (f64::from(raster.width), f64::from(raster.height));
    // The turned frame has to lie inside the picture.
    let needed_width = width * cosine.abs() + height * sine.abs();
    let needed_height = width * sine.abs() + height * cosine.abs();
    let scale = (width / needed_width).min(height / needed_height);
    let mut pixels = Vec::with_capacity(raster.pixels.len());
    for y in 0..raster.height {
        for x in 0..raster.width {
            let dx = (f64::from(x) + 0.5 - width / 2.0) * scale;
            let dy = (f64::from(y) + 0.5 - height / 2.0) * scale;
            let from_x = dx * cosine - dy * sine + width / 2.0 - 0.5;
            let from_y = dx * sine + dy * cosine + height / 2.0 - 0.5;
            push_between(raster, from_x, from_y, &mut pixels);
        }
    }
    Raster { pixels, ..*raster }
}

/// Mixes the four pixels around a place.
fn push_between(raster: &Raster, x: f64, y: f64, pixels: &mut Vec<u8>) {
    let x = x.clamp(0.0, f64::from(raster.width - 1));
    let y = y.clamp(0.0, f64::from(raster.height - 1));
    let (left, top) = (x as usize, y as usize);
    let right = (left + 1).min(raster.width as usize - 1);
    let bottom = (top + 1).min(raster.height as usize - 1);
    let (across, down) = ((x - left as f64) as f32, (y - top as f64) as f32);
    let (count, stride) = (raster.channels.count(), raster.stride());
    for channel in 0..count {
        let sample =
            |x: usize, y: usize| f32::from(raster.pixels[y * stride + x * count + channel]);
        let upper = sample(left, top) * (1.0 - across) + sample(right, top) * across;
        let lower = sample(left, bottom) * (1.0 - across) + sample(right, bottom) * across;
        pixels.push((upper * (1.0 - down) + lower * down).round() as u8);
    }
}

const LEAST_ANGLE: f32 = 0.01;
