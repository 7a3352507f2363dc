//! Progressive scans: which of them a scale needs, and what they add to the coefficients.

use crate::Error;
use crate::bands::{Band, Known};
use crate::baseline::{Input, Restarts};
use crate::bits::{Bits, Held, Source};
use crate::coefficients::Coefficients;
use crate::frame::Frame;
use crate::idct::Kernel;
use crate::lookup::{Meaning, ValueTable};
use crate::scan::{Scan, ScanComponent};

/// Decodes one scan into the coefficients; tells where it ended.
pub fn decode_scan<K: Kernel>(
    input: &Input<'_>,
    coefficients: &mut [Coefficients],
) -> Result<usize, Error> {
    let mut source = Source::new(input.data, input.position);
    let bits = Bits::new(&mut source, Held::default());
    match (input.scan.first, input.scan.refines) {
        (0, false) => first_dc(input, bits, coefficients)?,
        (0, true) => refine_dc(input, bits, coefficients)?,
        (_, refines) => {
            let [part] = input.scan.components.as_slice() else {
                return Err(Error::Corrupt("an impossible progressive scan"));
            };
            let code = input.tables.ac(part.ac_table)?;
            let table = ValueTable::new(code, Meaning::ProgressiveAc);
            let Scan { first, last, shift, .. } = *input.scan;
            let (slots, last_kept) = (const { &K::SLOTS }, K::LAST);
            let band = Band { table: &table, first, last, shift, slots, last_kept };
            let kept = &mut coefficients[part.index];
            if refines {
                decode_band::<true>(input, bits, &band, kept)?;
            } else {
                decode_band::<false>(input, bits, &band, kept)?;
            }
        }
    }
    Ok(source.position())
}

fn first_dc(
    input: &Input<'_>,
    bits: Bits<'_, '_>,
    coefficients: &mut [Coefficients],
) -> Result<(), Error> {
    let mut streams = Vec::new();
    for part in &input.scan.components {
        let table = ValueTable::new(input.tables.dc(part.dc_table)?, Meaning::Dc);
        streams.push((table, 0_i32));
    }
    let shift = input.scan.shift;
    each_block(input, bits, coefficients, |bits, stream, value| {
        let Some(stream) = stream else {
            for (_, prediction) in &mut streams {
                *prediction = 0;
            }
            return Ok(());
        };
        let (table, prediction) = &mut streams[stream];
        bits.refill();
        let Ok(step) = table.step(bits) else { return Err(bits.bad_code()) };
        *prediction = prediction.wrapping_add(step.value);
        *value = (*prediction << shift) as i16;
        Ok(())
    })
}

fn refine_dc(
    input: &Input<'_>,
    bits: Bits<'_, '_>,
    coefficients: &mut [Coefficients],
) -> Result<(), Error> {
    let shift = input.scan.shift;
    each_block(input, bits, coefficients, |bits, stream, value| {
        if stream.is_some() {
            bits.refill();
            *value |= (bits.take(1) << shift) as i16;
        }
        Ok(())
    })
}

/// Goes through the DC coefficients of a scan. A visit without a stream is a restart.
#[inline(always)]
fn each_block(
    input: &Input<'_>,
    mut bits: Bits<'_, '_>,
    coefficients: &mut [Coefficients],
    mut visit: impl FnMut(&mut Bits<'_, '_>, Option<usize>, &mut i16) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut restarts = Restarts::new(input.tables.restart_interval);
    let (across, down) = input.scan.mcus(input.frame);
    for y in 0..down {
        for x in 0..across {
            if restarts.is_due() {
                restarts.pass(&mut bits)?;
                visit(&mut bits, None, &mut 0)?;
            }
            for (stream, part) in input.scan.components.iter().enumerate() {
                let kept = &mut coefficients[part.index];
                let (h, v) = input.scan.blocks(part, input.frame);
                for row in y * v..(y + 1) * v {
                    for block in row * kept.across + x * h..row * kept.across + (x + 1) * h {
                        visit(&mut bits, Some(stream), &mut kept.values[block * kept.slots])?;
                    }
                }
            }
        }
        bits.check_overrun()?;
    }
    Ok(())
}

fn decode_band<const REFINES: bool>(
    input: &Input<'_>,
    mut bits: Bits<'_, '_>,
    band: &Band<'_>,
    kept: &mut Coefficients,
) -> Result<(), Error> {
    let mut restarts = Restarts::new(input.tables.restart_interval);
    let (across, down) = input.scan.mcus(input.frame);
    let mut ended = 0;
    for row in 0..down {
        let start = row * kept.across;
        let blocks = kept.values[start * kept.slots..].chunks_exact_mut(kept.slots);
        let masks = &mut kept.nonzero[start..start + across];
        for (values, nonzero) in blocks.zip(masks) {
            if restarts.is_due() {
                restarts.pass(&mut bits)?;
                ended = 0;
            }
            let mut block = Known { values, nonzero };
            let read = if REFINES {
                band.refine(&mut bits, &mut ended, &mut block)
            } else {
                band.first_sight(&mut bits, &mut ended, &mut block)
            };
            if read.is_err() {
                return Err(bits.bad_code());
            }
        }
        bits.check_overrun()?;
    }
    Ok(())
}

/// How many low bits of each coefficient are still to come, for each component.
pub struct Progress {
    missing: Vec<[Option<u32>; 64]>,
}

impl Progress {
    /// Nothing is known yet.
    pub fn new(frame: &Frame) -> Self {
        Self { missing: vec![[None; 64]; frame.components.len()] }
    }

    /// Notes a scan; refuses one that does not follow from those before it.
    pub fn note(&mut self, scan: &Scan) -> Result<(), Error> {
        let before = scan.refines.then_some(scan.shift + 1);
        for ScanComponent { index, .. } in &scan.components {
            for missing in &mut self.missing[*index][scan.first..=scan.last] {
                if *missing != before {
                    return Err(Error::Corrupt("scans out of order"));
                }
                *missing = Some(scan.shift);
            }
        }
        Ok(())
    }

    /// Whether every component has its DC coefficients, however coarse.
    pub fn has_all_dc(&self) -> bool {
        self.missing.iter().all(|missing| missing[0].is_some())
    }

    /// Whether no bit of any coefficient is missing.
    pub fn is_complete(&self) -> bool {
        self.missing.iter().flatten().all(|&missing| missing == Some(0))
    }
}

/// Which scans have to be decoded for the coefficients up to `last_kept`. A refining scan depends
/// on every earlier scan of its band, wanted or not.
pub fn needed(scans: &[Scan], frame: &Frame, last_kept: usize) -> Vec<bool> {
    let mut wanted = vec![band(0, last_kept); frame.components.len()];
    let mut needed: Vec<bool> = scans
        .iter()
        .rev()
        .map(|scan| {
            let band = band(scan.first, scan.last);
            let parts = || scan.components.iter().map(|part| part.index);
            let needed = parts().any(|index| wanted[index] & band != 0);
            if needed && scan.refines {
                parts().for_each(|index| wanted[index] |= band);
            }
            needed
        })
        .collect();
    needed.reverse();
    needed
}

/// One bit for each coefficient of a band.
fn band(first: usize, last: usize) -> u64 {
    (u64::MAX >> (63 - last)) & (u64::MAX << first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::tests::frame;

    /// Component, first and last coefficient, missing bits before and after.
    fn scan((id, first, last, bits): (u8, u8, u8, u8)) -> Scan {
        let body: &[u8] = match id {
            0 => &[3, 1, 0, 2, 0, 3, 0, first, last, bits],
            id => &[1, id, 0, first, last, bits],
        };
        Scan::parse(body, &frame(), true).unwrap()
    }

    /// The script most encoders use.
    fn usual_script() -> Vec<Scan> {
        let script = [
            (0, 0, 0, 0x01),
            (1, 1, 5, 0x02),
            (3, 1, 63, 0x01),
            (2, 1, 63, 0x01),
            (1, 6, 63, 0x02),
            (1, 1, 63, 0x21),
            (0, 0, 0, 0x10),
            (3, 1, 63, 0x10),
            (2, 1, 63, 0x10),
            (1, 1, 63, 0x10),
        ];
        script.map(scan).to_vec()
    }

    #[test]
    fn only_dc_scans_are_needed_at_an_eighth() {
        let needed = needed(&usual_script(), &frame(), 0);
        let dc: Vec<bool> = usual_script().iter().map(|scan| scan.first == 0).collect();
        assert_eq!(needed, dc);
    }

    #[test]
    fn a_band_above_is_needed_only_when_it_is_refined_together_with_a_wanted_one() {
        assert!(needed(&usual_script(), &frame(), 4).iter().all(|&needed| needed));
        let split =
            [(0, 0, 0, 0), (1, 1, 5, 0x01), (1, 6, 63, 0x01), (1, 1, 5, 0x10), (1, 6, 63, 0x10)];
        let needed = needed(&split.map(scan), &frame(), 4);
        assert_eq!(needed, [true, true, false, true, false]);
    }

    #[test]
    fn progress_follows_the_script_and_nothing_else() {
        let mut progress = Progress::new(&frame());
        for scan in usual_script() {
            assert!(!progress.is_complete());
            progress.note(&scan).unwrap();
        }
        assert!(progress.has_all_dc() && progress.is_complete());
        assert!(progress.note(&scan((0, 0, 0, 0))).is_err());
        let mut progress = Progress::new(&frame());
        assert!(progress.note(&scan((1, 1, 63, 0x10))).is_err());
    }
}
