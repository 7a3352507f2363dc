//! WebP: metadata chunks are cut, the flags that announce them follow.

use super::{Cut, tiff, xmp};
use crate::container::jpeg::EXIF_TAG;
use crate::container::riff::{Chunk, Chunks, FLAG_EXIF, FLAG_XMP, HEADER_LENGTH, write_chunk};

/// Cuts a WebP file; `None` when there was nothing to cut.
pub(super) fn cut(bytes: &[u8]) -> Option<Vec<u8>> {
    let chunks: Vec<Chunk<'_>> = Chunks::new(bytes).collect();
    let cuts: Vec<Cut> = chunks.iter().map(cut_chunk).collect();
    let end = chunks.last().map_or(bytes.len(), |chunk| chunk.range.end);
    if cuts.iter().all(|cut| *cut == Cut::Keep) && end == bytes.len() {
        return None;
    }
    let remains = |kind: &[u8; 4]| {
        chunks.iter().zip(&cuts).any(|(chunk, cut)| chunk.kind == *kind && *cut != Cut::Drop)
    };
    let gone =
        if remains(b"EXIF") { 0 } else { FLAG_EXIF } | if remains(b"XMP ") { 0 } else { FLAG_XMP };
    let mut out = bytes[..HEADER_LENGTH].to_vec();
    for (chunk, cut) in chunks.iter().zip(&cuts) {
        match cut {
            Cut::Keep if &chunk.kind == b"VP8X" => {
                write_chunk(&mut out, chunk.kind, &without(chunk.data, gone));
            }
            Cut::Keep => out.extend(&bytes[chunk.range.clone()]),
            Cut::Replace(data) => write_chunk(&mut out, chunk.kind, data),
            Cut::Drop => {}
        }
    }
    let length = (out.len() - 8) as u32;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    (out != bytes).then_some(out)
}

fn cut_chunk(chunk: &Chunk<'_>) -> Cut {
    match &chunk.kind {
        b"EXIF" => tiff::cut(chunk.data.strip_prefix(EXIF_TAG).unwrap_or(chunk.data)),
        b"XMP " => xmp::cut(chunk.data),
        b"VP8X" | b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP" => Cut::Keep,
        // Nothing else belongs to the picture.
        _ => Cut::Drop,
    }
}

fn without(data: &[u8], gone: u8) -> Vec<u8> {
    let mut data = data.to_vec();
    if let Some(flags) = data.first_mut() {
        *flags &= !gone;
    }
    data
}
