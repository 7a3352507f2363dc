//! One block of a sequential scan: the coefficients a kernel wants, the others passed over.

use crate::bits::Bits;
use crate::idct::{GROUP_SLOTS, Group, Kernel, LANES};
use crate::lookup::{BadCode, Skip, SkipTable, Step, ValueTable};

/// The tables a component's blocks are decoded with.
pub struct BlockTables<'a> {
    pub dc: &'a ValueTable,
    pub values: &'a ValueTable,
    pub skips: &'a SkipTable,
    /// In zigzag order.
    pub quantiser: [i32; 64],
}

/// Decodes a block into one lane of a group, which must be zero there.
#[inline(always)]
pub fn decode_block<K: Kernel>(
    bits: &mut Bits<'_, '_>,
    tables: &BlockTables<'_>,
    prediction: &mut i32,
    (group, lane): (&mut Group, usize),
) -> Result<(), BadCode> {
    bits.refill();
    *prediction = prediction.wrapping_add(tables.dc.step(bits)?.value);
    group[lane % LANES] = dequantise(i32::from(*prediction as i16), tables.quantiser[0]);
    let mut next = 1;
    while next <= K::LAST {
        bits.refill();
        let Step { run, value } = tables.values.step(bits)?;
        next += run;
        if next > 63 {
            return if next > Step::END { Ok(()) } else { Err(BadCode) };
        }
        let slot = usize::from(K::SLOTS[next]) % GROUP_SLOTS;
        group[slot * LANES + lane % LANES] = dequantise(value, tables.quantiser[next]);
        next += 1;
    }
    skip_rest(bits, tables, next)
}

/// Passes over the coefficients from `next` on.
#[inline(always)]
fn skip_rest(
    bits: &mut Bits<'_, '_>,
    tables: &BlockTables<'_>,
    mut next: usize,
) -> Result<(), BadCode> {
    while next < 64 {
        bits.refill();
        let skip = tables.skips.skip(bits);
        let reached = next + skip.advance();
        let ends_inside = (Skip::END..Skip::END + 64).contains(&reached);
        if skip.length() != 0 && (reached <= 64 || ends_inside) {
            bits.consume(skip.length());
            next = reached;
            continue;
        }
        // A long code, or symbols that belong to the next block: one at a time.
        next += tables.values.rare_step(bits)?.run;
        if next > 63 {
            return if next > Step::END { Ok(()) } else { Err(BadCode) };
        }
        next += 1;
    }
    Ok(())
}

/// A coefficient, kept to the 16 bits it has in any honest file.
#[inline(always)]
pub fn dequantise(value: i32, quantiser: i32) -> i16 {
    (value * quantiser).clamp(i16::MIN.into(), i16::MAX.into()) as i16
}
