//! PNG: metadata chunks are cut one by one.

use super::{Cut, tiff, xmp};
use crate::container::png::{Chunk, Chunks, international_text, split_at_zero, write_chunk};
use crate::metadata::parts::{MOST_BLOCK, PNG_XMP_KEYWORD};

/// Cuts a PNG file; `None` when there was nothing to cut.
pub(super) fn cut(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes[..SIGNATURE_LENGTH].to_vec();
    let mut end = SIGNATURE_LENGTH;
    let mut is_finished = false;
    for chunk in Chunks::new(bytes) {
        end = chunk.range.end;
        is_finished |= &chunk.kind == b"IEND";
        match cut_chunk(&chunk) {
            Cut::Keep => out.extend(&bytes[chunk.range.clone()]),
            Cut::Replace(data) => write_chunk(&mut out, chunk.kind, &data),
            Cut::Drop => {}
        }
    }
    // A last chunk that is cut off may hold rows of the picture; behind the end there is no picture.
    if !is_finished {
        out.extend(&bytes[end..]);
    }
    (out != bytes).then_some(out)
}

fn cut_chunk(chunk: &Chunk<'_>) -> Cut {
    match &chunk.kind {
        b"eXIf" => tiff::cut(chunk.data),
        b"iTXt" => cut_text(chunk.data),
        b"tEXt" | b"zTXt" => match split_at_zero(chunk.data) {
            Some((keyword, _)) if is_private_keyword(keyword) => Cut::Drop,
            _ => Cut::Keep,
        },
        // Content credentials repeat what the camera wrote.
        b"caBX" => Cut::Drop,
        _ => Cut::Keep,
    }
}

fn cut_text(data: &[u8]) -> Cut {
    let Some((keyword, _)) = split_at_zero(data) else { return Cut::Keep };
    if is_private_keyword(keyword) {
        return Cut::Drop;
    }
    if keyword != PNG_XMP_KEYWORD {
        return Cut::Keep;
    }
    let Some(packet) = international_text(data, MOST_BLOCK) else { return Cut::Drop };
    match xmp::cut(&packet.text) {
        // Neither compressed nor translated: five bytes of zero behind the keyword.
        Cut::Replace(packet) => Cut::Replace([keyword, &[0; 5], &packet].concat()),
        cut => cut,
    }
}

/// ImageMagick writes whole EXIF and IPTC blocks as text, and single fields as `exif:GPSLatitude`.
fn is_private_keyword(keyword: &[u8]) -> bool {
    let keyword = String::from_utf8_lossy(keyword);
    match keyword.strip_prefix("Raw profile type ") {
        Some(kind) => kind != "icc" && kind != "icm",
        None => xmp::is_private(&keyword),
    }
}

const SIGNATURE_LENGTH: usize = 8;
