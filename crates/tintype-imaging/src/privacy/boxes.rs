//! AVIF and JPEG XL: tables point at places in the file, so metadata is overwritten where it lies.

use super::{Cut, tiff, xmp};
use crate::PictureError;
use crate::container::bmff::{Box as Found, Boxes};
use crate::container::heif::Items;
use crate::metadata::parts::{XMP_MIME, behind_offset};

/// Overwrites the private parts of an AVIF file; `None` when there were none.
pub(super) fn cut_avif(bytes: &[u8]) -> Result<Option<Vec<u8>>, PictureError> {
    let items = Items::read(bytes)
        .ok_or_else(|| PictureError::unsupported("an AVIF whose tables cannot be read"))?;
    let mut out = bytes.to_vec();
    let exif = items.of_kind(*b"Exif").map(|(item, _)| (item, Kind::Exif));
    let xmp = items
        .of_kind(*b"mime")
        .map(|(item, mime)| (item, if mime == XMP_MIME { Kind::Xmp } else { Kind::Unknown }));
    let unknown = items.of_kind(*b"uri ").map(|(item, _)| (item, Kind::Unknown));
    for (item, kind) in exif.chain(xmp).chain(unknown) {
        let contents = items.contents(bytes, item);
        let Some(replacement) = kind.replacement(&contents) else { continue };
        let mut rest = &replacement[..];
        for piece in items.pieces(item) {
            let (head, tail) = rest.split_at(piece.len().min(rest.len()));
            out[piece.clone()][..head.len()].copy_from_slice(head);
            rest = tail;
        }
    }
    for found in Boxes::new(bytes).filter(|found| is_foreign(found.kind)) {
        erase(&mut out, &found);
    }
    Ok((out != bytes).then_some(out))
}

/// Overwrites the private boxes of a JPEG XL container; a bare codestream has none.
pub(super) fn cut_jxl(bytes: &[u8]) -> Option<Vec<u8>> {
    if !bytes.starts_with(b"\0\0\0\x0CJXL ") {
        return None;
    }
    let mut out = bytes.to_vec();
    for found in Boxes::new(bytes) {
        let kind = match &found.kind {
            b"Exif" => Kind::Exif,
            b"xml " => Kind::Xmp,
            // Compressed metadata cannot be cut in place.
            b"brob" => {
                erase(&mut out, &found);
                continue;
            }
            kind if is_foreign(*kind) => {
                erase(&mut out, &found);
                continue;
            }
            _ => continue,
        };
        if let Some(replacement) = kind.replacement(found.data) {
            out[found.range].copy_from_slice(&replacement);
        }
    }
    (out != bytes).then_some(out)
}

/// What kind of metadata a piece is.
#[derive(Clone, Copy)]
enum Kind {
    Exif,
    Xmp,
    Unknown,
}

impl Kind {
    /// What is written over the contents, of the same length; `None` when they may stay.
    fn replacement(self, contents: &[u8]) -> Option<Vec<u8>> {
        let (kept, filling) = match self {
            Self::Exif => match behind_offset(contents).map_or(Cut::Drop, tiff::cut) {
                Cut::Keep => return None,
                Cut::Replace(block) => ([&[0; 4][..], &block].concat(), 0),
                Cut::Drop => ([&[0; 4][..], EMPTY_TIFF].concat(), 0),
            },
            Self::Xmp => match xmp::cut(contents) {
                Cut::Keep => return None,
                Cut::Replace(packet) => (packet, b' '),
                Cut::Drop => (Vec::new(), b' '),
            },
            Self::Unknown => (Vec::new(), 0),
        };
        let mut kept = if kept.len() <= contents.len() { kept } else { Vec::new() };
        kept.resize(contents.len(), filling);
        Some(kept)
    }
}

/// Content credentials and vendors' boxes repeat what the camera wrote.
fn is_foreign(kind: [u8; 4]) -> bool {
    matches!(&kind, b"jumb" | b"uuid" | b"c2pa")
}

/// Turns a box into filling.
fn erase(out: &mut [u8], found: &Found<'_>) {
    out[found.range.clone()].fill(0);
    out[found.kind_at..found.kind_at + 4].copy_from_slice(b"free");
}

/// A directory without fields.
const EMPTY_TIFF: &[u8] = b"II\x2A\0\x08\0\0\0\0\0\0\0\0\0";
