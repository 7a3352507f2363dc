//! JPEG marker segments up to the first scan.

use std::ops::Range;

/// One marker segment of a JPEG header.
#[derive(Debug, Clone)]
pub(crate) struct Segment<'a> {
    /// The byte after 0xFF.
    pub(crate) marker: u8,
    /// What stands behind the length field.
    pub(crate) payload: &'a [u8],
    /// The whole segment in the file, marker and length included.
    pub(crate) range: Range<usize>,
}

/// Walks the segments of a JPEG file from its start up to and including SOS.
pub(crate) struct Segments<'a> {
    bytes: &'a [u8],
    at: usize,
    finished: bool,
}

impl<'a> Segments<'a> {
    /// `bytes` begin with SOI.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 2, finished: false }
    }

    fn read(&mut self) -> Option<Segment<'a>> {
        let bytes = self.bytes;
        // Stray bytes between segments are skipped, as every reader does.
        let start = self.at + memchr::memchr(0xFF, bytes.get(self.at..)?)?;
        let fill = bytes[start..].iter().take_while(|byte| **byte == 0xFF).count();
        let code = start + fill;
        let marker = *bytes.get(code)?;
        if is_bare(marker) {
            self.at = code + 1;
            return if marker == EOI { None } else { self.read_next_bare() };
        }
        let length = usize::from(u16::from_be_bytes(*bytes.get(code + 1..)?.first_chunk()?));
        let end = code + 1 + length;
        let payload = bytes.get(code + 3..end)?;
        self.at = end;
        self.finished = marker == SOS;
        Some(Segment { marker, payload, range: code - 1..end })
    }

    // A loop by hand: a file of bare markers must not deepen the stack.
    fn read_next_bare(&mut self) -> Option<Segment<'a>> {
        loop {
            let start = self.at + memchr::memchr(0xFF, self.bytes.get(self.at..)?)?;
            match *self.bytes.get(start + 1)? {
                EOI => return None,
                marker if is_bare(marker) => self.at = start + 2,
                0xFF => self.at = start + 1,
                _ => {
                    self.at = start;
                    return self.read();
                }
            }
        }
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        if self.finished {
            return None;
        }
        let segment = self.read();
        self.finished |= segment.is_none();
        segment
    }
}

/// Where the picture's last byte lies: behind EOI, or at the end of the file when it has none.
pub(crate) fn end_of_picture(bytes: &[u8], scan_start: usize) -> usize {
    pieces_of_picture(bytes, scan_start).last().map_or(bytes.len(), |piece| piece.end)
}

/// The picture from its first scan to EOI, without application segments and comments that stand in between.
pub(crate) fn pieces_of_picture(bytes: &[u8], scan_start: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (scan_start, scan_start);
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr(0xFF, rest)) {
        let code = at + found + 1;
        let Some(&marker) = bytes.get(code) else { break };
        at = match marker {
            EOI => {
                pieces.push(start..code + 1);
                return pieces;
            }
            // 0xFF before a marker is filling.
            0xFF => code,
            0 => code + 1,
            marker if is_bare(marker) => code + 1,
            // A table or the next scan stands between scans: its length is jumped over.
            _ => match bytes.get(code + 1..).and_then(|rest| rest.first_chunk()) {
                Some(length) => code + 1 + usize::from(u16::from_be_bytes(*length)),
                None => break,
            },
        };
        if matches!(marker, APP0..=APP15 | COM) {
            pieces.push(start..code - 1);
            start = at.min(bytes.len());
        }
    }
    pieces.push(start..bytes.len());
    pieces
}

/// What the frame header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) progressive: bool,
    /// Bits of a sample.
    pub(crate) precision: u8,
    /// The SOF marker, which names the coding process.
    pub(crate) marker: u8,
}

/// The frame header among the segments, when there is one.
pub(crate) fn frame(bytes: &[u8]) -> Option<Frame> {
    Segments::new(bytes).find_map(|segment| {
        let [precision, h1, h0, w1, w0, ..] = *segment.payload else { return None };
        is_start_of_frame(segment.marker).then(|| Frame {
            width: u32::from(u16::from_be_bytes([w1, w0])),
            height: u32::from(u16::from_be_bytes([h1, h0])),
            progressive: matches!(segment.marker, 0xC2 | 0xC6 | 0xCA | 0xCE),
            precision,
            marker: segment.marker,
        })
    })
}

/// The embedded ICC profile, put together from its numbered parts.
pub(crate) fn icc_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut parts: Vec<(u8, &[u8])> = Segments::new(bytes)
        .filter(|segment| segment.marker == APP2)
        .filter_map(|segment| match segment.payload.strip_prefix(ICC_TAG)? {
            [number, _total, data @ ..] => Some((*number, data)),
            _ => None,
        })
        .collect();
    parts.sort_by_key(|(number, _)| *number);
    (!parts.is_empty()).then(|| parts.into_iter().flat_map(|(_, data)| data).copied().collect())
}

fn is_bare(marker: u8) -> bool {
    matches!(marker, 0x01 | 0xD0..=0xD9)
}

fn is_start_of_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF)
}

pub(crate) const SOS: u8 = 0xDA;
pub(crate) const EOI: u8 = 0xD9;
pub(crate) const APP0: u8 = 0xE0;
pub(crate) const APP1: u8 = 0xE1;
pub(crate) const APP2: u8 = 0xE2;
pub(crate) const APP13: u8 = 0xED;
pub(crate) const APP14: u8 = 0xEE;
pub(crate) const APP15: u8 = 0xEF;
const COM: u8 = 0xFE;
pub(crate) const EXIF_TAG: &[u8] = b"Exif\0\0";
pub(crate) const XMP_TAG: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
pub(crate) const XMP_EXTENSION_TAG: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
pub(crate) const PHOTOSHOP_TAG: &[u8] = b"Photoshop 3.0\0";
pub(crate) const ICC_TAG: &[u8] = b"ICC_PROFILE\0";
