//! The boxes of ISO base media files: AVIF, and the container of JPEG XL.

use std::ops::Range;

/// One box.
#[derive(Debug, Clone)]
pub(crate) struct Box<'a> {
    pub(crate) kind: [u8; 4],
    pub(crate) data: &'a [u8],
    /// Where `data` lies in the slice that was walked.
    pub(crate) range: Range<usize>,
    /// Where `kind` stands in it.
    pub(crate) kind_at: usize,
}

/// Walks the boxes of a file or of another box's contents.
pub(crate) struct Boxes<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Boxes<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The contents of the first box of that kind.
    pub(crate) fn find_kind(bytes: &'a [u8], kind: [u8; 4]) -> Option<&'a [u8]> {
        Self::new(bytes).find(|found| found.kind == kind).map(|found| found.data)
    }
}

impl<'a> Iterator for Boxes<'a> {
    type Item = Box<'a>;

    fn next(&mut self) -> Option<Box<'a>> {
        let rest = self.bytes.get(self.at..)?;
        let short = u32::from_be_bytes(*rest.first_chunk()?) as usize;
        let kind = *rest.get(4..)?.first_chunk()?;
        let (head, length) = match short {
            0 => (8, rest.len()),
            1 => (16, usize::try_from(u64::from_be_bytes(*rest.get(8..)?.first_chunk()?)).ok()?),
            length => (8, length),
        };
        let data = rest.get(head..length)?;
        let range = self.at + head..self.at + length;
        let kind_at = self.at + 4;
        self.at += length;
        Some(Box { kind, data, range, kind_at })
    }
}

/// The contents of a full box, behind version and flags: (version, flags, body).
pub(crate) fn full_box(data: &[u8]) -> Option<(u8, u32, &[u8])> {
    let [version, a, b, c, body @ ..] = data else { return None };
    Some((*version, u32::from_be_bytes([0, *a, *b, *c]), body))
}

/// Big-endian numbers off the front of a slice.
pub(crate) struct Numbers<'a>(pub(crate) &'a [u8]);

impl<'a> Numbers<'a> {
    /// The next `count` bytes.
    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(count)?;
        self.0 = tail;
        Some(head)
    }

    /// A number of 0 to 8 bytes; none is zero.
    pub(crate) fn number(&mut self, size: usize) -> Option<u64> {
        Some(self.take(size)?.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)))
    }

    /// A number of 16 bits.
    pub(crate) fn short(&mut self) -> Option<u32> {
        self.number(2).map(|number| number as u32)
    }

    /// A number of 32 bits.
    pub(crate) fn long(&mut self) -> Option<u32> {
        self.number(4).map(|number| number as u32)
    }
}
