//! JPEG XL: the first frame, within bounded memory.

use super::{Decoded, size_mismatch};
use crate::picture::{Channels, Picture, Raster};
use crate::probe::jxl::{BYTES_PER_PIXEL, open};
use crate::{Header, PictureError};

/// Decodes the first frame; the decoder turns it upright.
pub(super) fn decode(bytes: &[u8], header: &Header) -> Result<Decoded, PictureError> {
    let pixels = header.width as usize * header.height as usize;
    let memory = pixels * BYTES_PER_PIXEL as usize + FIXED_MEMORY;
    let image = open(bytes, memory)?.ok_or(PictureError::Truncated)?;
    if image.num_loaded_keyframes() == 0 {
        return Err(PictureError::Truncated);
    }
    let format = image.pixel_format();
    if format.has_black() {
        return Err(PictureError::unsupported("a JPEG XL picture in four printing colours"));
    }
    let icc = image.rendered_icc();
    let render = image.render_frame(0).map_err(PictureError::corrupt)?;
    let mut stream = render.stream();
    let (width, height) = (stream.width(), stream.height());
    let mut samples = vec![0; pixels * format.channels()];
    if stream.write_to_buffer::<u8>(&mut samples) != samples.len() {
        return Err(size_mismatch());
    }
    let (channels, samples) = spread(format.channels(), samples);
    let raster = Raster::new(width, height, channels, samples).ok_or_else(size_mismatch)?;
    let picture = Picture::Raster(raster);
    Ok(Decoded { picture, size: (width, height), icc: Some(icc), is_upright: true })
}

fn spread(channels: usize, samples: Vec<u8>) -> (Channels, Vec<u8>) {
    match channels {
        1 => (Channels::Rgb, samples.into_iter().flat_map(|grey| [grey; 3]).collect()),
        2 => {
            let spread = |pair: &[u8]| [pair[0], pair[0], pair[0], pair[1]];
            (Channels::Rgba, samples.chunks_exact(2).flat_map(spread).collect())
        }
        4 => (Channels::Rgba, samples),
        _ => (Channels::Rgb, samples),
    }
}

const FIXED_MEMORY: usize = 64 << 20;
