//! The entropy-coded bits of a scan, 64 at a time, stuffing removed.

use crate::Error;
use crate::segments::{is_restart, next_marker};

/// Reads bits from the most significant end. A marker or the end of the data feeds zeros; whether
/// any of them were used is told by `has_overrun`.
///
/// It is small and copied about on purpose: its fields stay in registers as long as nothing takes
/// its address, so what is called out of line takes and returns it by value.
#[derive(Clone, Copy)]
pub struct Bits<'a> {
    data: &'a [u8],
    position: usize,
    /// The next bits, from the top; zeros below the last `count`.
    buffer: u64,
    count: u32,
    /// How many of the bits in the buffer, and of those used, were made up.
    padding: u32,
}

/// Bits in the buffer after `refill`, at least.
pub const GUARANTEED: u32 = 33;

impl<'a> Bits<'a> {
    /// Begins to read at `position`.
    pub fn new(data: &'a [u8], position: usize) -> Self {
        Self { data, position, buffer: 0, count: 0, padding: 0 }
    }

    /// Sees to it that `GUARANTEED` bits are there.
    #[inline(always)]
    pub fn refill(&mut self) {
        if self.count >= GUARANTEED {
            return;
        }
        if let Some(bytes) = self.data.get(self.position..self.position + 4)
            && let Some(bytes) = bytes.first_chunk()
            && lacks_ff(u32::from_be_bytes(*bytes))
        {
            self.buffer |= u64::from(u32::from_be_bytes(*bytes)) << (32 - self.count);
            self.count += 32;
            self.position += 4;
        } else {
            *self = self.refilled_bytewise();
        }
    }

    #[inline(never)]
    fn refilled_bytewise(mut self) -> Self {
        while self.count <= 56 {
            let Some((byte, length)) = self.next_byte() else {
                self.padding = self.padding.saturating_add(64 - self.count);
                self.count = 64;
                return self;
            };
            self.position += length;
            self.buffer |= u64::from(byte) << (56 - self.count);
            self.count += 8;
        }
        self
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

    /// Whether made-up bits were used: the data ended or a marker came too early.
    pub fn has_overrun(&self) -> bool {
        self.padding > self.count
    }

    /// Tells a file that ends from one that is broken, once the bits have run out.
    pub fn overrun_error(&self) -> Error {
        match next_marker(self.data, self.position) {
            Some(at) if is_restart(self.data[at + 1]) => Error::Corrupt("a short restart interval"),
            _ => Error::Truncated,
        }
    }

    /// Goes on after the restart marker of this number (0 to 7).
    pub fn restart(&mut self, number: u8) -> Result<(), Error> {
        self.check_overrun()?;
        let at = next_marker(self.data, self.position).ok_or(Error::Truncated)?;
        match self.data[at + 1] {
            code if code == 0xD0 | number => *self = Self::new(self.data, at + 2),
            code if is_restart(code) => return Err(Error::Corrupt("restart markers out of order")),
            _ => return Err(Error::Truncated),
        }
        Ok(())
    }

    /// Refuses data in which made-up bits were used.
    pub fn check_overrun(&self) -> Result<(), Error> {
        if self.has_overrun() { Err(self.overrun_error()) } else { Ok(()) }
    }

    /// Where to look for the marker that ends this scan.
    pub fn position(&self) -> usize {
        self.position
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
        let mut bits = Bits::new(&data, 0);
        bits.refill();
        assert_eq!(bits.take(32), 0xABFF_FF12);
        assert!(!bits.has_overrun());
        bits.refill();
        assert_eq!(bits.take(1), 0);
        assert!(bits.has_overrun());
        assert_eq!(bits.overrun_error(), Error::Truncated);
    }

    #[test]
    fn a_restart_goes_on_behind_its_marker_only() {
        let data = [0x80, 0xFF, 0xD3, 0x40, 0, 0, 0];
        let mut bits = Bits::new(&data, 0);
        bits.refill();
        bits.consume(1);
        assert_eq!(bits.restart(2), Err(Error::Corrupt("restart markers out of order")));
        assert_eq!(bits.restart(3), Ok(()));
        bits.refill();
        assert_eq!(bits.take(4), 4);
    }
}
