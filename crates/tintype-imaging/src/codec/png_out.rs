//! Writing PNG.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use crate::PictureError;
use crate::picture::{Channels, Raster};

/// Encodes without loss, at a speed fit for answering requests.
pub(crate) fn encode(raster: &Raster) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, raster.width, raster.height);
    encoder.set_color(match raster.channels {
        Channels::Rgb => ColorType::Rgb,
        Channels::Rgba => ColorType::Rgba,
    });
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::Adaptive);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(&raster.pixels)?;
        writer.finish()
    });
    written.map_err(PictureError::corrupt)?;
    Ok(bytes)
}
