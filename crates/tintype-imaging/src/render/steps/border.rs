//! `border`: a frame drawn on the outermost pixels.

use super::Job;
use crate::picture::{Channels, Picture, Raster};

/// Draws the frame over the picture, so that the size stays.
pub(super) fn border(picture: Picture, job: &Job<'_>) -> Picture {
    let Some(border) = job.params.border.filter(|border| !border.sides.is_none()) else {
        return picture;
    };
    let mut raster = picture.into_raster();
    let (width, height) = (raster.width, raster.height);
    let sides = border.sides;
    for y in 0..height {
        for x in 0..width {
            let on_frame = x < sides.left
                || y < sides.top
                || x >= width.saturating_sub(sides.right)
                || y >= height.saturating_sub(sides.bottom);
            if on_frame {
                mix(&mut raster, x, y, border.color.rgb, border.color.alpha);
            }
        }
    }
    Picture::Raster(raster)
}

fn mix(raster: &mut Raster, x: u32, y: u32, color: [u8; 3], alpha: u8) {
    let count = raster.channels.count();
    let start = y as usize * raster.stride() + x as usize * count;
    let pixel = &mut raster.pixels[start..start + count];
    let alpha = u32::from(alpha);
    for (sample, color) in pixel.iter_mut().zip(color) {
        let mixed = u32::from(color) * alpha + u32::from(*sample) * (255 - alpha);
        *sample = ((mixed + 127) / 255) as u8;
    }
    if raster.channels == Channels::Rgba {
        pixel[3] = pixel[3].max(alpha as u8);
    }
}
