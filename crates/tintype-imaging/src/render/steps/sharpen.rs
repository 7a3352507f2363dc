//! `sharp`: an unsharp mask.

use super::Job;
use super::blur::blurred;
use crate::picture::Picture;

/// Lifts every pixel away from the mean around it.
pub(super) fn sharpen(picture: Picture, job: &Job<'_>) -> Picture {
    let amount = job.params.sharpen / 100.0 * STRONGEST;
    if amount <= 0.0 {
        return picture;
    }
    let mut raster = picture.into_raster();
    let soft = blurred(&raster, RADIUS);
    let count = raster.channels.count();
    for (index, (sample, mean)) in raster.pixels.iter_mut().zip(&soft.pixels).enumerate() {
        // Transparency has no sharpness.
        if index % count < 3 {
            let lifted = f32::from(*sample) + amount * (f32::from(*sample) - f32::from(*mean));
            *sample = lifted.round().clamp(0.0, 255.0) as u8;
        }
    }
    Picture::Raster(raster)
}

const STRONGEST: f32 = 2.0;
const RADIUS: f64 = 1.5;
