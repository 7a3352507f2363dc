//! JPEG: segments that are known to be harmless stay, private ones are cut, unknown ones go.

use super::{Cut, photoshop, tiff, xmp};
use crate::container::jpeg::{
    APP0, APP1, APP2, APP13, APP14, APP15, EXIF_TAG, ICC_TAG, PHOTOSHOP_TAG, Segment, Segments,
    XMP_EXTENSION_TAG, XMP_TAG, pieces_of_picture,
};

/// Cuts a JPEG file; `None` when there was nothing to cut.
pub(super) fn cut(bytes: &[u8]) -> Option<Vec<u8>> {
    let segments: Vec<Segment<'_>> = Segments::new(bytes).collect();
    let plan = Plan::new(&segments);
    let mut out = bytes[..2].to_vec();
    let mut end = 2;
    for segment in &segments {
        end = segment.range.end;
        match plan.cut(segment) {
            Cut::Keep => out.extend(&bytes[segment.range.clone()]),
            Cut::Drop => {}
            Cut::Replace(payload) => write_segments(&mut out, segment.marker, &payload),
        }
    }
    for piece in pieces_of_picture(bytes, end) {
        out.extend(&bytes[piece]);
    }
    (out != bytes).then_some(out)
}

/// What belongs together across segments.
struct Plan {
    /// The resources of all Photoshop segments together.
    resources: Cut,
    /// The first segment of them, which takes what remains of all.
    first_resources: Option<usize>,
    keeps_extension: bool,
}

impl Plan {
    fn new(segments: &[Segment<'_>]) -> Self {
        let of = |marker: u8, tag: &'static [u8]| {
            let found = segments.iter().filter(move |segment| segment.marker == marker);
            found.filter_map(move |segment| Some((segment, segment.payload.strip_prefix(tag)?)))
        };
        let resources: Vec<u8> =
            of(APP13, PHOTOSHOP_TAG).flat_map(|(_, payload)| payload).copied().collect();
        let extension: Vec<u8> = of(APP1, XMP_EXTENSION_TAG)
            .flat_map(|(_, payload)| payload.get(EXTENSION_HEAD..).unwrap_or_default())
            .copied()
            .collect();
        Self {
            resources: photoshop::cut(&resources),
            first_resources: of(APP13, PHOTOSHOP_TAG)
                .next()
                .map(|(segment, _)| segment.range.start),
            keeps_extension: extension.is_empty() || xmp::cut(&extension) == Cut::Keep,
        }
    }

    fn cut(&self, segment: &Segment<'_>) -> Cut {
        let payload = segment.payload;
        match segment.marker {
            APP0 => cut_jfif(payload),
            APP1 => self.cut_app1(payload),
            APP13 if payload.starts_with(PHOTOSHOP_TAG) => self.cut_resources(segment),
            marker if is_harmless(marker, payload) => Cut::Keep,
            // Makers put previews, places and serial numbers into segments of their own.
            marker if (APP0..=APP15).contains(&marker) => Cut::Drop,
            _ => Cut::Keep,
        }
    }

    fn cut_app1(&self, payload: &[u8]) -> Cut {
        if let Some(block) = payload.strip_prefix(EXIF_TAG) {
            return tagged(EXIF_TAG, tiff::cut(block));
        }
        if let Some(packet) = payload.strip_prefix(XMP_TAG) {
            let cut = if self.keeps_extension {
                xmp::cut(packet)
            } else {
                xmp::cut_without_extension(packet)
            };
            return tagged(XMP_TAG, cut);
        }
        let is_extension = payload.starts_with(XMP_EXTENSION_TAG);
        if is_extension && self.keeps_extension { Cut::Keep } else { Cut::Drop }
    }

    fn cut_resources(&self, segment: &Segment<'_>) -> Cut {
        match &self.resources {
            Cut::Keep => Cut::Keep,
            Cut::Replace(resources) if self.first_resources == Some(segment.range.start) => {
                Cut::Replace([PHOTOSHOP_TAG, resources].concat())
            }
            _ => Cut::Drop,
        }
    }
}

/// Colour profiles, and the two segments that tell how the pixels were coded.
fn is_harmless(marker: u8, payload: &[u8]) -> bool {
    let tag = match marker {
        APP2 => ICC_TAG,
        APP12 => b"Ducky",
        APP14 => b"Adobe",
        _ => return false,
    };
    payload.starts_with(tag)
}

/// Puts the tag before what remains; what would not fit into one segment goes.
fn tagged(tag: &[u8], cut: Cut) -> Cut {
    match cut {
        Cut::Replace(block) if tag.len() + block.len() <= MOST_PAYLOAD => {
            Cut::Replace([tag, &block].concat())
        }
        Cut::Replace(_) => Cut::Drop,
        cut => cut,
    }
}

/// JFIF has room for a thumbnail; its extension is nothing else.
fn cut_jfif(payload: &[u8]) -> Cut {
    match payload {
        [b'J', b'F', b'I', b'F', 0, _, _, _, _, _, _, _, 0, _]
        | [b'J', b'F', b'I', b'F', 0, _, _, _, _, _, _, _, _, 0] => Cut::Keep,
        [b'J', b'F', b'I', b'F', 0, ..] if payload.len() >= JFIF_LENGTH => {
            let mut kept = payload[..JFIF_LENGTH].to_vec();
            kept[JFIF_LENGTH - 2..].fill(0);
            Cut::Replace(kept)
        }
        _ => Cut::Drop,
    }
}

/// Writes a payload; resources that are longer than a segment go on in the next.
fn write_segments(out: &mut Vec<u8>, marker: u8, payload: &[u8]) {
    let (tag, body) = match payload.strip_prefix(PHOTOSHOP_TAG) {
        Some(body) => (PHOTOSHOP_TAG, body),
        None => (&b""[..], payload),
    };
    for part in body.chunks(MOST_PAYLOAD - tag.len()) {
        let length = (2 + tag.len() + part.len()) as u16;
        out.extend([0xFF, marker]);
        out.extend(length.to_be_bytes());
        out.extend(tag);
        out.extend(part);
    }
}

const APP12: u8 = 0xEC;
const MOST_PAYLOAD: usize = 65_533;
const JFIF_LENGTH: usize = 14;
/// Identifier, full length and offset before each part of an extension.
const EXTENSION_HEAD: usize = 40;
