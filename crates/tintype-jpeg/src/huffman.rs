//! Huffman codes as a file defines them, checked, and decoded one at a time.

use crate::Error;

/// A canonical Huffman code of up to 256 symbols and 16 bits.
#[derive(Debug, Clone)]
pub struct HuffmanCode {
    /// How many codes there are of each length, from 1 bit on.
    counts: [u8; 16],
    symbols: Vec<u8>,
}

/// One code word: the bits from the least significant end, how many, and what they stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeWord {
    pub code: u32,
    pub length: u32,
    pub symbol: u8,
}

impl HuffmanCode {
    /// Reads one table of a DHT segment; gives it with the rest of the segment.
    pub fn parse(body: &[u8]) -> Result<(Self, &[u8]), Error> {
        let (&counts, rest) = body.split_first_chunk::<16>().ok_or(Error::Corrupt(SHORT))?;
        let total = counts.iter().map(|&count| usize::from(count)).sum();
        if total > 256 {
            return Err(Error::Corrupt("a Huffman table of more than 256 symbols"));
        }
        let (symbols, rest) = rest.split_at_checked(total).ok_or(Error::Corrupt(SHORT))?;
        if !fits(&counts) {
            return Err(Error::Corrupt("an over-subscribed Huffman table"));
        }
        Ok((Self { counts, symbols: symbols.to_vec() }, rest))
    }

    /// All code words, shortest first.
    pub fn words(&self) -> impl Iterator<Item = CodeWord> {
        let mut code = 0;
        let mut symbols = self.symbols.iter();
        (1..).zip(self.counts).flat_map(move |(length, count)| {
            let first = code;
            code = (code + u32::from(count)) << 1;
            let symbols = symbols.by_ref().take(count.into()).copied().collect::<Vec<_>>();
            (first..).zip(symbols).map(move |(code, symbol)| CodeWord { code, length, symbol })
        })
    }
}

/// Whether no length has more codes than the shorter ones leave room for.
fn fits(counts: &[u8; 16]) -> bool {
    let mut room = 1_u32;
    counts.iter().all(|&count| {
        room *= 2;
        let fits = u32::from(count) <= room;
        room = room.saturating_sub(count.into());
        fits
    })
}

const SHORT: &str = "a Huffman table that ends too early";

/// What is needed to decode the rare codes longer than the look-up tables are deep.
#[derive(Debug, Clone)]
pub struct LongCodes {
    /// Of each length: the code after the last one, left-aligned to 16 bits.
    limits: [u32; 17],
    /// Of each length: what to add to a code to get its place among the symbols.
    offsets: [i32; 17],
    symbols: Vec<u8>,
}

impl LongCodes {
    /// Sums up a code.
    pub fn new(code: &HuffmanCode) -> Self {
        let (mut limits, mut offsets) = ([0; 17], [0; 17]);
        let (mut next, mut place) = (0_u32, 0_i32);
        for (length, &count) in (1..17).zip(&code.counts) {
            offsets[length] = place - next as i32;
            next += u32::from(count);
            place += i32::from(count);
            limits[length] = next << (16 - length);
            next <<= 1;
        }
        Self { limits, offsets, symbols: code.symbols.clone() }
    }

    /// The symbol the next 16 bits begin with, and the length of its code.
    pub fn find(&self, window: usize) -> Option<(u8, u32)> {
        let window = window as u32;
        let length = (1..17).find(|&length| window < self.limits[length])?;
        let place = (window >> (16 - length)) as i32 + self.offsets[length];
        let symbol = *self.symbols.get(usize::try_from(place).ok()?)?;
        Some((symbol, length as u32))
    }
}

/// The value that `size` bits (1 to 15) after a code stand for.
#[inline(always)]
pub fn extend(bits: usize, size: u32) -> i32 {
    let value = bits as i32;
    if value < 1 << (size - 1) { value - (1 << size) + 1 } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(counts: &[u8], symbols: &[u8]) -> Result<HuffmanCode, Error> {
        let mut body = [0; 16].to_vec();
        body[..counts.len()].copy_from_slice(counts);
        body.extend(symbols);
        HuffmanCode::parse(&body).map(|(code, _)| code)
    }

    #[test]
    fn words_are_canonical_and_found_again() {
        let code = code(&[0, 2, 2, 1], b"abcde").unwrap();
        let words: Vec<_> = code.words().map(|w| (w.code, w.length, w.symbol)).collect();
        let expected = [(0, 2, b'a'), (1, 2, b'b'), (4, 3, b'c'), (5, 3, b'd'), (12, 4, b'e')];
        assert_eq!(words, expected);
        let long = LongCodes::new(&code);
        for (word, length, symbol) in expected {
            assert_eq!(long.find((word as usize) << (16 - length)), Some((symbol, length)));
        }
        assert_eq!(long.find(0xFFFF), None);
    }

    #[test]
    fn too_many_codes_or_too_few_bytes_are_refused() {
        assert!(code(&[2], b"ab").is_ok());
        assert_eq!(
            code(&[3], b"abc").unwrap_err(),
            Error::Corrupt("an over-subscribed Huffman table")
        );
        assert!(code(&[2, 1], b"abc").is_err());
        assert!(code(&[1, 2], b"ab").is_err());
        assert!(code(&[0, 0, 0, 0, 0, 0, 0, 200, 200], &[0; 400]).is_err());
    }

    #[test]
    fn values_extend_downwards_from_their_leading_bit() {
        assert_eq!([extend(0, 1), extend(1, 1)], [-1, 1]);
        assert_eq!([extend(0, 3), extend(3, 3), extend(4, 3), extend(7, 3)], [-7, -4, 4, 7]);
        assert_eq!(extend(0, 15), -32767);
    }
}
