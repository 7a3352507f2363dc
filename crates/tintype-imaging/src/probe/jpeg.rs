//! The frame header of a JPEG file.

use super::{Header, MASTER_COST, cost};
use crate::codec::{Least, jpeg};
use crate::container::jpeg::frame;
use crate::ingest::fit_master;
use crate::{Format, PictureError};

/// Reads the frame header; its absence means that the file ends too early.
pub(super) fn header(bytes: &[u8]) -> Result<Header, PictureError> {
    let frame = frame(bytes).ok_or(PictureError::Truncated)?;
    if !matches!(frame.marker, 0xC0..=0xC2) {
        return Err(PictureError::unsupported("a lossless, hierarchical or arithmetic-coded JPEG"));
    }
    if frame.precision != 8 {
        return Err(PictureError::unsupported("a JPEG of more than 8 bits a sample"));
    }
    let (width, height) = (frame.width, frame.height);
    let (least_width, least_height) = fit_master(width, height);
    let least = Least { width: least_width, height: least_height };
    let decode_cost_bytes = match jpeg::memory(bytes, least) {
        Some(memory) => memory + MASTER_COST,
        // The other decoder makes the whole picture twice; a progressive file is coefficients besides.
        None => cost(width, height, if frame.progressive { 16 } else { 8 }),
    };
    let (format, frames, has_alpha) = (Format::Jpeg, 1, false);
    Ok(Header { format, width, height, frames, has_alpha, decode_cost_bytes })
}
