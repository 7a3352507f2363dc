//! The kinds of JPEG that our own decoder does not read: four colours, odd sampling.

use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::size_mismatch;
use crate::container::jpeg::{EOI, Segments, end_of_picture};
use crate::picture::{Channels, Raster};
use crate::{Header, PictureError};

/// Decodes twice with different bytes behind the data: a whole picture never looks at them.
///
/// This decoder fills what is missing with grey and says nothing, so that a cut-off picture has to be told
/// by what it looks like. These files are rare enough to be worth two decodes.
pub(super) fn decode(bytes: &[u8], header: &Header) -> Result<Raster, PictureError> {
    let scan = Segments::new(bytes).last().map_or(bytes.len(), |segment| segment.range.end);
    let end = end_of_picture(bytes, scan);
    let body = bytes[..end].strip_suffix(&[0xFF, EOI]).unwrap_or(&bytes[..end]);
    let first = decode_filled(body, FILLINGS[0], header)?;
    let second = decode_filled(body, FILLINGS[1], header)?;
    if first != second {
        return Err(PictureError::Truncated);
    }
    Raster::new(header.width, header.height, Channels::Rgb, first).ok_or_else(size_mismatch)
}

fn decode_filled(body: &[u8], filling: u8, header: &Header) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::with_capacity(body.len() + FILLING_LENGTH + 2);
    bytes.extend_from_slice(body);
    bytes.resize(body.len() + FILLING_LENGTH, filling);
    bytes.extend_from_slice(&[0xFF, EOI]);
    let options = DecoderOptions::default()
        .jpeg_set_out_colorspace(ColorSpace::RGB)
        .jpeg_set_max_scans(MOST_SCANS)
        .set_max_width(header.width as usize)
        .set_max_height(header.height as usize);
    JpegDecoder::new_with_options(ZCursor::new(bytes), options)
        .decode()
        .map_err(|error| refusal(&error))
}

fn refusal(error: &DecodeErrors) -> PictureError {
    match error {
        DecodeErrors::ExhaustedData | DecodeErrors::IoErrors(_) => PictureError::Truncated,
        DecodeErrors::Unsupported(kind) => PictureError::unsupported(format!("{kind:?} JPEG")),
        other => PictureError::corrupt(other),
    }
}

const FILLINGS: [u8; 2] = [0x00, 0xAA];
/// Enough for some rows of any picture; more missing than that is noticed as missing.
const FILLING_LENGTH: usize = 64 << 10;
const MOST_SCANS: usize = 64;
