//! The entropy-coded bits of a scan, 64 at a time, stuffing removed.

use crate::Error;
use crate::segments::{is_restart, next_marker};

/// The entropy-coded bytes of a scan. A marker or the end of the data feeds zeros.
pub struct Source<'a> {
    data: &'a [u8],
    position: usize,
    /// How many of the bits given were made up.
    padding: u32,
}

/// The next bits, read from the most significant end. It holds nothing but two numbers, so that
/// they stay in registers while blocks are decoded; what is called out of line takes its parts.
pub struct Bits<'s, 'a> {
    source: &'s mut Source<'a>,
    /// From the top; zeros below the last `count`.
    buffer: u64,
    count: u32,
}

/// Bits in the buffer after `refill`, at least.
pub const GUARANTEED: u32 = 33;

/// What a `Bits` holds between two rows.
#[derive(Clone, Copy, Default)]
pub struct Held {
    buffer: u64,
    count: u32,
}

impl<'a> Source<'a> {
    /// Begins to read at `position`.
    pub fn new(data: &'a [u8], position: usize) -> Self {
        Self { data, position, padding: 0 }
    }

    /// Where to look for the marker that ends this scan.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Adds whole bytes to a buffer.
    #[inline(never)]
    fn fill(&mut self, mut buffer: u64, mut count: u32) -> Held {
        while count <= 56 {
            let Some((byte, length)) = self.next_byte() else {
                self.padding = self.padding.saturating_add(64 - count);
                return Held { buffer, count: 64 };
            };
            self.position += length;
            buffer |= u64::from(byte) << (56 - count);
            count += 8;
        }
        Held { buffer, count }
    }

    /// The byte at the position and how many bytes stand for it; none at a marker.
    fn next_byte(&self) -> Option<(u8, usize)> {
        let rest = self.data.get(self.position..)?;
        let fills = rest.iter().take_while(|&&byte| byte == 0xFF).count();
        match (fills, rest.get(fills)) {
            (0, Some(&byte)) => Some((byte, 1)),
            (_, Some(0)) => Some((0xFF, fills + 1)),
            _ => None,
        }
    }

    /// Tells a file that ends from one that is broken, once the bits have run out.
    fn overrun_error(&self) -> Error {
        match next_marker(self.data, self.position) {
            Some(at) if is_restart(self.data[at + 1]) => Error::Corrupt("a short restart interval"),
            _ => Error::Truncated,
        }
    }

    /// Refuses data in which made-up bits were used, when `count` bits are left.
    fn check_overrun(&self, count: u32) -> Result<(), Error> {
        if self.padding > count { Err(self.overrun_error()) } else { Ok(()) }
    }

    /// Goes on after the restart marker of this number (0 to 7).
    #[inline(never)]
    fn restart(&mut self, count: u32, number: u8) -> Result<(), Error> {
        self.check_overrun(count)?;
        let at = next_marker(self.data, self.position).ok_or(Error::Truncated)?;
        match self.data[at + 1] {
            code if code == 0xD0 | number => *self = Self::new(self.data, at + 2),
            code if is_restart(code) => return Err(Error::Corrupt("restart markers out of order")),
            _ => return Err(Error::Truncated),
        }
        Ok(())
    }

    /// Why there was no code: zeros made up after the end can look like a bad one.
    #[cold]
    fn bad_code(&self, count: u32) -> Error {
        self.check_overrun(count).err().unwrap_or(Error::Corrupt("a bad Huffman code"))
    }
}

impl<'s, 'a> Bits<'s, 'a> {
    /// Reads from a source what it held before, and on.
    #[inline(always)]
    pub fn new(source: &'s mut Source<'a>, held: Held) -> Self {
        Self { source, buffer: held.buffer, count: held.count }
    }

    /// What is to be held until the next row.
    #[inline(always)]
    pub fn held(&self) -> Held {
        Held { buffer: self.buffer, count: self.count }
    }

    /// Sees to it that `GUARANTEED` bits are there.
    #[inline(always)]
    pub fn refill(&mut self) {
        if self.count >= GUARANTEED {
            return;
        }
        let source = &mut *self.source;
        if let Some(bytes) = source.data.get(source.position..source.position + 4)
            && let Some(bytes) = bytes.first_chunk()
            && lacks_ff(u32::from_be_bytes(*bytes))
        {
            self.buffer |= u64::from(u32::from_be_bytes(*bytes)) << (32 - self.count);
            self.count += 32;
            source.position += 4;
        } else {
            let Held { buffer, count } = source.fill(self.buffer, self.count);
            self.buffer = buffer;
            self.count = count;
        }
    }

    /// The next bits from the top of a word.
    #[inline(always)]
    pub fn window(&self) -> u64 {
        self.buffer
    }

    /// The next `count` bits (1 to 32), which stay.
    #[inline(always)]
    pub fn peek(&self, count: u32) -> usize {
        (self.buffer >> (64 - count)) as usize
    }

    /// Drops `count` bits, which must be there.
    #[inline(always)]
    pub fn consume(&mut self, count: u32) {
        self.buffer <<= count;
        self.count -= count;
    }

    /// Takes `count` bits (1 to 32), which must be there.
    #[inline(always)]
    pub fn take(&mut self, count: u32) -> usize {
        let bits = self.peek(count);
        self.consume(count);
        bits
    }

    /// Refuses data in which made-up bits were used: it ended or a marker came too early.
    #[inline(always)]
    pub fn check_overrun(&self) -> Result<(), Error> {
        self.source.check_overrun(self.count)
    }

    /// Goes on after the restart marker of this number (0 to 7).
    #[inline(always)]
    pub fn restart(&mut self, number: u8) -> Result<(), Error> {
        self.source.restart(self.count, number)?;
        (self.buffer, self.count) = (0, 0);
        Ok(())
    }

    /// Why there was no code.
    #[inline(always)]
    pub fn bad_code(&self) -> Error {
        self.source.bad_code(self.count)
    }
}

#[inline(always)]
fn lacks_ff(word: u32) -> bool {
    // The usual search for a zero byte, in the complement.
    word & (!word).wrapping_sub(0x0101_0101) & 0x8080_8080 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ff_is_seen_in_every_byte_of_a_word() {
        assert!(lacks_ff(0));
        assert!(lacks_ff(0xFEFE_FEFE));
        assert!(lacks_ff(0x7F80_0100));
        for shift in [0, 8, 16, 24] {
            assert!(!lacks_ff(0xFF << shift));
            assert!(!lacks_ff(0xFE80_7F00 | 0xFF << shift));
        }
    }

    #[test]
    fn stuffing_is_removed_and_a_marker_feeds_zeros() {
        let data = [0xAB, 0xFF, 0, 0xFF, 0, 0x12, 0xFF, 0xD9];
        let mut source = Source::new(&data, 0);
        let mut bits = Bits::new(&mut source, Held::default());
        bits.refill();
        assert_eq!(bits.take(32), 0xABFF_FF12);
        assert_eq!(bits.check_overrun(), Ok(()));
        bits.refill();
        assert_eq!(bits.take(1), 0);
        assert_eq!(bits.check_overrun(), Err(Error::Truncated));
        assert_eq!(bits.bad_code(), Error::Truncated);
    }

    #[test]
    fn a_restart_goes_on_behind_its_marker_only() {
        let data = [0x80, 0xFF, 0xD3, 0x40, 0, 0, 0];
        let mut source = Source::new(&data, 0);
        let mut bits = Bits::new(&mut source, Held::default());
        bits.refill();
        bits.consume(1);
        assert_eq!(bits.restart(2), Err(Error::Corrupt("restart markers out of order")));
        assert_eq!(bits.restart(3), Ok(()));
        bits.refill();
        assert_eq!(bits.take(4), 4);
    }
}
