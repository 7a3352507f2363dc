//! `fit=fill`, `fillmax`, `clamp`: what stands beside a picture that does not fill its frame.

use super::Job;
use super::blur::blurred;
use crate::params::{Argb, FillKind, Fit};
use crate::picture::{Picture, Raster, Window};

/// Lays the picture in the middle of its canvas.
pub(super) fn bars(picture: Picture, job: &Job<'_>) -> Picture {
    let (width, height) = job.plan.canvas;
    if (picture.width(), picture.height()) == (width, height) {
        return picture;
    }
    let raster = picture.into_raster();
    Picture::Raster(match (job.params.fit, job.params.fill.kind) {
        (Fit::Clamp, _) => clamped(&raster, width, height),
        (_, FillKind::Blur) => on_itself(&raster, width, height),
        (_, FillKind::Solid) => {
            let color = job.params.fill.color.or(job.params.background).unwrap_or(Argb::WHITE);
            centred(raster, width, height, color)
        }
    })
}

/// Lays a picture in the middle of one colour.
pub(super) fn centred(raster: Raster, width: u32, height: u32, color: Argb) -> Raster {
    let raster = if color.alpha < 255 { raster.with_alpha() } else { raster };
    let [r, g, b] = color.rgb;
    let mut canvas = Raster::filled(width, height, raster.channels, [r, g, b, color.alpha]);
    let (left, top) = middle(&raster, width, height);
    canvas.paste(&raster, left, top);
    canvas
}

fn middle(raster: &Raster, width: u32, height: u32) -> (i64, i64) {
    let left = (i64::from(width) - i64::from(raster.width)) / 2;
    let top = (i64::from(height) - i64::from(raster.height)) / 2;
    (left, top)
}

/// The bars show the picture itself, enlarged and blurred.
fn on_itself(raster: &Raster, width: u32, height: u32) -> Raster {
    let flat = raster.clone().flatten([255; 3]);
    let cover = covering(f64::from(raster.width) / f64::from(raster.height), width, height);
    let behind = flat.resize(cover, width, height);
    let mut canvas = blurred(&behind, f64::from(width.max(height)) / 20.0);
    let (left, top) = middle(&flat, width, height);
    canvas.paste(&flat, left, top);
    canvas
}

/// The middle part of a picture that has a frame's shape.
pub(super) fn covering(aspect: f64, width: u32, height: u32) -> Window {
    let frame = f64::from(width) / f64::from(height);
    let (part_width, part_height) =
        if frame > aspect { (1.0, aspect / frame) } else { (frame / aspect, 1.0) };
    Window {
        x: (1.0 - part_width) / 2.0,
        y: (1.0 - part_height) / 2.0,
        width: part_width,
        height: part_height,
    }
}

/// The bars repeat the outermost pixels.
fn clamped(raster: &Raster, width: u32, height: u32) -> Raster {
    let (left, top) = middle(raster, width, height);
    let count = raster.channels.count();
    let mut pixels = Vec::with_capacity(width as usize * height as usize * count);
    let inside = |at: i64, length: u32| at.clamp(0, i64::from(length) - 1) as usize;
    for y in 0..i64::from(height) {
        let row =
            &raster.pixels[inside(y - top, raster.height) * raster.stride()..][..raster.stride()];
        for x in 0..i64::from(width) {
            let start = inside(x - left, raster.width) * count;
            pixels.extend_from_slice(&row[start..start + count]);
        }
    }
    Raster { width, height, channels: raster.channels, pixels }
}
