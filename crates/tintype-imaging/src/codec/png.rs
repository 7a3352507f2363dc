//! PNG, brought to 8 bits a sample.

use std::io::Cursor;

use png::{ColorType, Decoder, DecodingError, Limits, Transformations};

use super::{Decoded, read_error, size_mismatch};
use crate::picture::{Channels, Picture, Raster};
use crate::{Header, PictureError};

/// Decodes the still picture (of an animation: the first).
pub(super) fn decode(bytes: &[u8], header: &Header) -> Result<Decoded, PictureError> {
    let limits = Limits { bytes: usize::try_from(header.decode_cost_bytes).unwrap_or(usize::MAX) };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    let mut reader = decoder.read_info().map_err(refusal)?;
    let size = reader.output_buffer_size().ok_or_else(size_mismatch)?;
    let mut pixels = vec![0; size];
    let info = reader.next_frame(&mut pixels).map_err(refusal)?;
    pixels.truncate(info.buffer_size());
    let icc = reader.info().icc_profile.as_ref().map(|icc| icc.to_vec());
    let (channels, pixels) = spread(info.color_type, pixels)?;
    let raster =
        Raster::new(info.width, info.height, channels, pixels).ok_or_else(size_mismatch)?;
    let size = (header.width, header.height);
    Ok(Decoded { picture: Picture::Raster(raster), size, icc, is_upright: false })
}

fn spread(color: ColorType, pixels: Vec<u8>) -> Result<(Channels, Vec<u8>), PictureError> {
    Ok(match color {
        ColorType::Rgb => (Channels::Rgb, pixels),
        ColorType::Rgba => (Channels::Rgba, pixels),
        ColorType::Grayscale => {
            (Channels::Rgb, pixels.into_iter().flat_map(|grey| [grey; 3]).collect())
        }
        ColorType::GrayscaleAlpha => {
            let spread = |pair: &[u8]| [pair[0], pair[0], pair[0], pair[1]];
            (Channels::Rgba, pixels.chunks_exact(2).flat_map(spread).collect())
        }
        ColorType::Indexed => return Err(PictureError::corrupt("its colours have no palette")),
    })
}

fn refusal(error: DecodingError) -> PictureError {
    match error {
        DecodingError::IoError(error) => read_error(&error),
        other => PictureError::corrupt(other),
    }
}
