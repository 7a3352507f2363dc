//! One block of a progressive scan: a band of its AC coefficients, first sight or refinement.

use crate::bits::Bits;
use crate::lookup::{BadCode, Step, ValueTable};

/// What all blocks of a scan have in common.
pub struct Band<'a> {
    pub table: &'a ValueTable,
    /// Coefficients in zigzag order, both included.
    pub first: usize,
    pub last: usize,
    /// Low bits that come in later scans.
    pub shift: u32,
    /// Where each coefficient is kept; those beyond a block's values are not.
    pub slots: &'static [u8; 64],
    /// The last coefficient in zigzag order that is kept.
    pub last_kept: usize,
}

/// What is known of the block so far.
pub struct Known<'a> {
    pub values: &'a mut [i16],
    /// Bit `k` is coefficient `k` in zigzag order.
    pub nonzero: &'a mut u64,
}

impl Band<'_> {
    /// Reads the band for the first time. `ended` counts the blocks that have no more of it.
    #[inline(always)]
    pub fn first_sight(
        &self,
        bits: &mut Bits<'_, '_>,
        ended: &mut u32,
        block: &mut Known<'_>,
    ) -> Result<(), BadCode> {
        if *ended > 0 {
            *ended -= 1;
            return Ok(());
        }
        let mut next = self.first;
        while next <= self.last {
            bits.refill();
            let Step { run, value } = self.table.step(bits)?;
            if run >= Step::END {
                *ended = end_run(bits, run) - 1;
                return Ok(());
            }
            next += run;
            if next > self.last {
                return Err(BadCode);
            }
            if value != 0 {
                self.set(block, next, value);
            }
            next += 1;
        }
        Ok(())
    }

    /// Adds one bit to the coefficients known, and finds new ones of that size.
    #[inline(always)]
    pub fn refine(
        &self,
        bits: &mut Bits<'_, '_>,
        ended: &mut u32,
        block: &mut Known<'_>,
    ) -> Result<(), BadCode> {
        let mut next = self.first;
        while *ended == 0 && next <= self.last {
            bits.refill();
            let Step { run, value } = self.table.step(bits)?;
            if run >= Step::END {
                *ended = end_run(bits, run);
                break;
            }
            let place = self.place_after(run, next, *block.nonzero).ok_or(BadCode)?;
            self.correct(bits, block, next, place);
            if value != 0 {
                self.set(block, place, value.signum());
            }
            next = place + 1;
        }
        if *ended > 0 {
            self.correct(bits, block, next, self.last + 1);
            *ended -= 1;
        }
        Ok(())
    }

    fn set(&self, block: &mut Known<'_>, number: usize, value: i32) {
        *block.nonzero |= 1 << number;
        if let Some(kept) = block.values.get_mut(usize::from(self.slots[number])) {
            *kept = (value << self.shift) as i16;
        }
    }

    /// The coefficient that has `zeros` others between it and `from`, not counting nonzero ones.
    fn place_after(&self, zeros: usize, from: usize, nonzero: u64) -> Option<usize> {
        let mut open = !nonzero & (u64::MAX << from);
        for _ in 0..zeros {
            open &= open.wrapping_sub(1);
        }
        let place = open.trailing_zeros() as usize;
        (place <= self.last).then_some(place)
    }

    /// Reads a bit for each nonzero coefficient in `from..to`.
    #[inline(always)]
    fn correct(&self, bits: &mut Bits<'_, '_>, block: &mut Known<'_>, from: usize, to: usize) {
        let mut pending = *block.nonzero & below(to) & !below(from);
        let mut kept = pending & below(self.last_kept + 1);
        while kept != 0 {
            bits.refill();
            if bits.take(1) == 1 {
                self.add_bit(block.values, kept.trailing_zeros() as usize);
            }
            kept &= kept - 1;
        }
        pending &= !below(self.last_kept + 1);
        let mut unneeded = pending.count_ones();
        while unneeded > 0 {
            bits.refill();
            let some = unneeded.min(32);
            bits.consume(some);
            unneeded -= some;
        }
    }

    fn add_bit(&self, values: &mut [i16], number: usize) {
        let bit = 1 << self.shift;
        if let Some(value) = values.get_mut(usize::from(self.slots[number % 64]))
            && *value & bit == 0
        {
            *value = value.wrapping_add(if *value < 0 { -bit } else { bit });
        }
    }
}

/// How many blocks end here, this one included.
fn end_run(bits: &mut Bits<'_, '_>, run: usize) -> u32 {
    let size = (run - Step::END) as u32;
    bits.refill();
    let tail = if size == 0 { 0 } else { bits.take(size) as u32 };
    (1 << size) + tail
}

/// The lowest bits, `to` of them.
fn below(to: usize) -> u64 {
    if to >= 64 { u64::MAX } else { (1 << to) - 1 }
}
