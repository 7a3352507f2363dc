//! Look-up tables that decode whole symbols, and several skipped ones, in one step.

use crate::bits::Bits;
use crate::huffman::{HuffmanCode, LongCodes, extend};

/// Indexed by the next bits: a code with the value bits that follow it.
#[derive(Debug, Clone)]
pub struct ValueTable {
    entries: Box<[u32; VALUES]>,
    long: LongCodes,
    meaning: Meaning,
}

/// What the symbols of a table mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Sizes of differences.
    Dc,
    /// Runs and sizes; no size and no full run ends the block.
    Ac,
    /// As `Ac`, but no size and no full run ends the band for a counted run of blocks.
    ProgressiveAc,
}

/// A decoded symbol: so many zeros, then the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub run: usize,
    pub value: i32,
}

/// The bits fit no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadCode;

impl Step {
    /// The run that ends a block: longer than any block, however far one has come. In progressive
    /// scans the number of bits that count the blocks ended is added to it.
    pub const END: usize = 127;
}

impl ValueTable {
    /// Fills the table for a code.
    pub fn new(code: &HuffmanCode, meaning: Meaning) -> Self {
        let mut entries = Box::new([0; VALUES]);
        for word in code.words().take_while(|word| word.length <= VALUE_BITS) {
            let spare = VALUE_BITS - word.length;
            let first = (word.code << spare) as usize;
            for tail in 0..1 << spare {
                entries[first + tail] = entry(word.length, word.symbol, tail, meaning);
            }
        }
        Self { entries, long: LongCodes::new(code), meaning }
    }

    /// Decodes one symbol with its value. `GUARANTEED` bits must be there: it takes at most 31.
    #[inline(always)]
    pub fn step(&self, bits: &mut Bits<'_, '_>) -> Result<Step, BadCode> {
        let mut entry = self.entries[bits.peek(VALUE_BITS) & (VALUES - 1)];
        if entry as u8 == 0 {
            entry = self.long_entry(bits.window(), entry);
            if entry == 0 {
                return Err(BadCode);
            }
        }
        bits.consume(entry & 0xFF);
        Ok(Step { run: (entry >> 8 & 0xFF) as usize, value: entry as i32 >> 16 })
    }

    /// As `step`, for where single steps are rare.
    #[inline(always)]
    pub fn rare_step(&self, bits: &mut Bits<'_, '_>) -> Result<Step, BadCode> {
        let entry = self.long_entry(bits.window(), 0);
        if entry == 0 {
            return Err(BadCode);
        }
        bits.consume(entry & 0xFF);
        Ok(Step { run: (entry >> 8 & 0xFF) as usize, value: entry as i32 >> 16 })
    }

    /// An entry for what does not fit the table; 0 when the bits fit no code.
    #[inline(never)]
    fn long_entry(&self, window: u64, short: u32) -> u32 {
        let (symbol, length) = if short != 0 {
            ((short >> 16) as u8, short >> 8 & 0xFF)
        } else {
            match self.long.find((window >> 48) as usize) {
                Some(found) => found,
                None => return 0,
            }
        };
        let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
        if size > 0 {
            let bits = (window << length >> (64 - size)) as usize;
            return (length + size) | run << 8 | (extend(bits, size) as u32) << 16;
        }
        length | self.meaning.run_without_value(run) << 8
    }
}

impl Meaning {
    fn run_without_value(self, run: u32) -> u32 {
        match (self, run) {
            (Self::Dc, _) | (_, 15) => run,
            (Self::Ac, _) => Step::END as u32,
            (Self::ProgressiveAc, _) => Step::END as u32 + run,
        }
    }
}

/// From the least significant byte: all bits taken, run, value (two bytes). Where the value does
/// not fit the index: nothing, the length of the code, the symbol.
fn entry(length: u32, symbol: u8, tail: usize, meaning: Meaning) -> u32 {
    let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
    if size == 0 {
        return length | meaning.run_without_value(run) << 8;
    }
    if length + size > VALUE_BITS {
        return length << 8 | u32::from(symbol) << 16;
    }
    let bits = tail >> (VALUE_BITS - length - size) & ((1 << size) - 1);
    (length + size) | run << 8 | (extend(bits, size) as u32) << 16
}

const VALUE_BITS: u32 = 12;
const VALUES: usize = 1 << VALUE_BITS;

/// Indexed by the next bits: as many whole symbols as begin in them, for values nobody needs.
#[derive(Debug, Clone)]
pub struct SkipTable {
    entries: Box<[u16; SKIPS]>,
}

/// What one look-up skips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skip(u16);

impl Skip {
    /// Bits taken; 0 where the first code is longer than the index.
    #[inline(always)]
    pub fn length(self) -> u32 {
        u32::from(self.0 & 31)
    }

    /// Coefficients passed, and `END` more when the block ends then.
    #[inline(always)]
    pub fn advance(self) -> usize {
        usize::from(self.0 >> 5)
    }

    /// More than any block has.
    pub const END: usize = 128;
}

impl SkipTable {
    /// Chains the single symbols of a code.
    pub fn new(code: &HuffmanCode) -> Self {
        let single = single_skips(code);
        let mut entries = Box::new([0; SKIPS]);
        for (bits, entry) in entries.iter_mut().enumerate() {
            *entry = chained(&single, bits);
        }
        Self { entries }
    }

    /// Skips nothing.
    pub fn empty() -> Self {
        Self { entries: Box::new([0; SKIPS]) }
    }

    /// What the next bits skip.
    #[inline(always)]
    pub fn skip(&self, bits: &Bits<'_, '_>) -> Skip {
        Skip(self.entries[bits.peek(SKIP_BITS) & (SKIPS - 1)])
    }
}

/// One symbol: the length of its code, of code and value, coefficients passed (0: ends the block).
#[derive(Clone, Copy, Default)]
struct Single {
    code: u8,
    total: u8,
    advance: u8,
}

fn single_skips(code: &HuffmanCode) -> Vec<Single> {
    let mut singles = vec![Single::default(); SKIPS];
    for word in code.words().take_while(|word| word.length <= SKIP_BITS) {
        let (run, size) = (word.symbol >> 4, word.symbol & 15);
        let ends = size == 0 && run != 15;
        let single = Single {
            code: word.length as u8,
            total: word.length as u8 + size,
            advance: if ends { 0 } else { run + 1 },
        };
        let spare = SKIP_BITS - word.length;
        singles[(word.code << spare) as usize..][..1 << spare].fill(single);
    }
    singles
}

/// Appends symbols while their codes lie inside the index and the sum cannot pass a whole block.
/// The last one's value bits may lie outside: 13 and 15 bits are fewer than are guaranteed.
fn chained(single: &[Single], bits: usize) -> u16 {
    let (mut total, mut advance) = (0_u32, 0_u32);
    while total < SKIP_BITS {
        let next = single[(bits << total) & (SKIPS - 1)];
        if next.code == 0 || total + u32::from(next.code) > SKIP_BITS {
            break;
        }
        if next.advance == 0 {
            let ended = advance + Skip::END as u32;
            return (total + u32::from(next.total)) as u16 | (ended as u16) << 5;
        }
        if advance + u32::from(next.advance) > 63 {
            break;
        }
        total += u32::from(next.total);
        advance += u32::from(next.advance);
    }
    total as u16 | (advance as u16) << 5
}

const SKIP_BITS: u32 = 13;
const SKIPS: usize = 1 << SKIP_BITS;
