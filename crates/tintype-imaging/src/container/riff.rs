//! The RIFF chunks of a WebP file.

use std::ops::Range;

/// One chunk of a WebP file.
#[derive(Debug, Clone)]
pub(crate) struct Chunk<'a> {
    pub(crate) kind: [u8; 4],
    pub(crate) data: &'a [u8],
    /// The whole chunk in the file, its padding byte included.
    pub(crate) range: Range<usize>,
}

/// Walks the whole chunks that the RIFF length covers.
pub(crate) struct Chunks<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Chunks<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let declared = bytes.get(4..).and_then(|rest| rest.first_chunk());
        let length = declared.map_or(0, |word| u32::from_le_bytes(*word) as usize);
        let end = length.saturating_add(8).min(bytes.len());
        Self { bytes: &bytes[..end], at: HEADER_LENGTH }
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        let rest = self.bytes.get(self.at..)?;
        let kind = *rest.first_chunk()?;
        let length = u32::from_le_bytes(*rest.get(4..)?.first_chunk()?) as usize;
        let data = rest.get(8..8usize.checked_add(length)?)?;
        let end = (self.at + 8 + length + (length & 1)).min(self.bytes.len());
        let range = self.at..end;
        self.at = end;
        Some(Chunk { kind, data, range })
    }
}

/// Writes a chunk and pads it to an even length.
pub(crate) fn write_chunk(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    out.extend_from_slice(&kind);
    out.extend_from_slice(&(data.len() as u32).to_le_bytes());
    out.extend_from_slice(data);
    if data.len() % 2 == 1 {
        out.push(0);
    }
}

pub(crate) const HEADER_LENGTH: usize = 12;
/// Bits of the first byte of `VP8X`.
pub(crate) const FLAG_XMP: u8 = 0x04;
pub(crate) const FLAG_EXIF: u8 = 0x08;
pub(crate) const FLAG_ALPHA: u8 = 0x10;
