//! `bg`: the colour behind transparent pixels.

use super::Job;
use crate::picture::Picture;

/// Lays a transparent picture on the colour asked for.
pub(super) fn backdrop(picture: Picture, job: &Job<'_>) -> Picture {
    match job.params.background {
        Some(color) if color.alpha == 255 && picture.is_transparent() => {
            Picture::Raster(picture.into_raster().flatten(color.rgb))
        }
        _ => picture,
    }
}
