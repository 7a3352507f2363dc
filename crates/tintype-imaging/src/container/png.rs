//! PNG chunks.

use std::borrow::Cow;
use std::ops::Range;

/// One chunk of a PNG file.
#[derive(Debug, Clone)]
pub(crate) struct Chunk<'a> {
    pub(crate) kind: [u8; 4],
    pub(crate) data: &'a [u8],
    /// The whole chunk in the file: length, kind, data and check sum.
    pub(crate) range: Range<usize>,
}

/// Walks the whole chunks of a PNG file up to and including IEND.
pub(crate) struct Chunks<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Chunks<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: SIGNATURE_LENGTH }
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        let rest = self.bytes.get(self.at..)?;
        let length = u32::from_be_bytes(*rest.first_chunk()?) as usize;
        let kind = *rest.get(4..)?.first_chunk()?;
        let data = rest.get(8..8usize.checked_add(length)?)?;
        let end = self.at.checked_add(length)?.checked_add(12)?;
        if end > self.bytes.len() {
            return None;
        }
        let range = self.at..end;
        self.at = if &kind == b"IEND" { self.bytes.len() } else { end };
        Some(Chunk { kind, data, range })
    }
}

/// Writes a chunk with its length and check sum.
pub(crate) fn write_chunk(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    out.extend_from_slice(&(data.len() as u32).to_be_bytes());
    out.extend_from_slice(&kind);
    out.extend_from_slice(data);
    let mut check = crc32fast::Hasher::new();
    check.update(&kind);
    check.update(data);
    out.extend_from_slice(&check.finalize().to_be_bytes());
}

/// An `iTXt` chunk taken apart.
pub(crate) struct InternationalText<'a> {
    pub(crate) keyword: &'a [u8],
    pub(crate) text: Cow<'a, [u8]>,
}

/// Reads an `iTXt` chunk; `None` when it is malformed or unfolds into more than `most` bytes.
pub(crate) fn international_text(data: &[u8], most: usize) -> Option<InternationalText<'_>> {
    let (keyword, rest) = split_at_zero(data)?;
    let [compressed, _method, rest @ ..] = rest else { return None };
    let (_language, rest) = split_at_zero(rest)?;
    let (_translated, body) = split_at_zero(rest)?;
    let text = match compressed {
        0 => Cow::Borrowed(body),
        _ => Cow::Owned(inflate(body, most)?),
    };
    (text.len() <= most).then_some(InternationalText { keyword, text })
}

/// Splits a C string off the front.
pub(crate) fn split_at_zero(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let zero = memchr::memchr(0, data)?;
    Some((&data[..zero], &data[zero + 1..]))
}

/// Unfolds a zlib stream of at most `most` bytes.
pub(crate) fn inflate(data: &[u8], most: usize) -> Option<Vec<u8>> {
    miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(data, most).ok()
}

const SIGNATURE_LENGTH: usize = 8;
