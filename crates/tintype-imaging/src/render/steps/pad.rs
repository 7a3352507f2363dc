//! `pad`: empty room around the picture, inside the size asked for.

use super::Job;
use super::bars::covering;
use crate::params::{Argb, Sides};
use crate::picture::{Picture, Raster};

/// Shrinks the picture into what the padding leaves; its outermost rows are cut rather than its shape changed.
pub(super) fn pad(picture: Picture, job: &Job<'_>) -> Picture {
    let sides = job.params.pad;
    if sides.is_none() {
        return picture;
    }
    let (width, height) = (picture.width(), picture.height());
    let color = job.params.background.unwrap_or(Argb::WHITE);
    let Sides { top, right, bottom, left } = sides;
    // At least one pixel of picture remains.
    let (left, top) = (left.min(width - 1), top.min(height - 1));
    let inner_width = (width - left).saturating_sub(right).max(1);
    let inner_height = (height - top).saturating_sub(bottom).max(1);
    let aspect = f64::from(width) / f64::from(height);
    let window = covering(aspect, inner_width, inner_height);
    let mut inner = picture.resize(window, inner_width, inner_height).into_raster();
    if color.alpha < 255 {
        inner = inner.with_alpha();
    }
    let [r, g, b] = color.rgb;
    let mut canvas = Raster::filled(width, height, inner.channels, [r, g, b, color.alpha]);
    canvas.paste(&inner, i64::from(left), i64::from(top));
    Picture::Raster(canvas)
}
