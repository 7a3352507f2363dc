//! GIF blocks.

use std::ops::Range;

/// One block of a GIF file behind its header.
#[derive(Debug)]
pub(crate) enum Block<'a> {
    /// A frame.
    Image,
    /// A graphic control extension; its flags.
    Control(u8),
    /// Any other extension: its label, the first sub-block, where it lies.
    Extension { label: u8, first: &'a [u8], range: Range<usize> },
    /// The end of the picture, and where it lies.
    Trailer { end: usize },
}

/// Walks the blocks; stops at the end of data.
pub(crate) struct Blocks<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Blocks<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let table = bytes.get(10).map_or(0, |flags| color_table_length(*flags));
        Self { bytes, at: 13 + table }
    }

    /// Where the next block begins.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    fn extension(&mut self, start: usize) -> Option<Block<'a>> {
        let label = *self.bytes.get(start + 1)?;
        let length = usize::from(*self.bytes.get(start + 2)?);
        let first = self.bytes.get(start + 3..start + 3 + length)?;
        self.at = self.behind_sub_blocks(start + 2)?;
        Some(match (label, first) {
            (0xF9, [flags, ..]) => Block::Control(*flags),
            _ => Block::Extension { label, first, range: start..self.at },
        })
    }

    fn image(&mut self, start: usize) -> Option<Block<'a>> {
        let table = color_table_length(*self.bytes.get(start + 9)?);
        // Ten bytes of descriptor, the local colours, one byte of code size.
        self.at = self.behind_sub_blocks(start + 10 + table + 1)?;
        Some(Block::Image)
    }

    fn behind_sub_blocks(&self, start: usize) -> Option<usize> {
        let mut at = start;
        loop {
            match *self.bytes.get(at)? {
                0 => return Some(at + 1),
                length => at += 1 + usize::from(length),
            }
        }
    }
}

impl<'a> Iterator for Blocks<'a> {
    type Item = Block<'a>;

    fn next(&mut self) -> Option<Block<'a>> {
        let start = self.at;
        match *self.bytes.get(start)? {
            0x21 => self.extension(start),
            0x2C => self.image(start),
            0x3B => {
                self.at = self.bytes.len();
                Some(Block::Trailer { end: start + 1 })
            }
            _ => None,
        }
    }
}

fn color_table_length(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}
