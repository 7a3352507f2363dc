//! Scan headers: which components a scan has, and which part of their coefficients.

use crate::Error;
use crate::frame::Frame;

/// A checked scan header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    pub components: Vec<ScanComponent>,
    /// The first and last coefficient, in zigzag order.
    pub first: usize,
    pub last: usize,
    /// Whether bits are added to coefficients of an earlier scan.
    pub refines: bool,
    /// How many low bits are still missing after this scan.
    pub shift: u32,
}

/// A component's part in a scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanComponent {
    /// Its place in the frame.
    pub index: usize,
    pub dc_table: usize,
    pub ac_table: usize,
}

impl Scan {
    /// Reads and checks a scan header.
    pub fn parse(body: &[u8], frame: &Frame, progressive: bool) -> Result<Self, Error> {
        let (&count, rest) = body.split_first().ok_or(WRONG_LENGTH)?;
        let (specs, rest) = rest.split_at_checked(2 * usize::from(count)).ok_or(WRONG_LENGTH)?;
        let &[first, last, bits] = rest else { return Err(WRONG_LENGTH) };
        let mut components = Vec::new();
        for &[id, tables] in specs.as_chunks().0 {
            components.push(component(id, tables, frame, &components)?);
        }
        let scan = Self {
            components,
            first: first.into(),
            last: last.into(),
            refines: bits >> 4 != 0,
            shift: u32::from(bits & 15),
        };
        scan.check_blocks(frame)?;
        if !progressive {
            return Ok(Self { first: 0, last: 63, refines: false, shift: 0, ..scan });
        }
        scan.check_band(bits >> 4)?;
        Ok(scan)
    }

    fn check_blocks(&self, frame: &Frame) -> Result<(), Error> {
        let components = self.components.iter().map(|part| &frame.components[part.index]);
        match self.components.len() {
            0 => Err(Error::Corrupt("a scan of no components")),
            1 => Ok(()),
            _ if components.map(|c| c.h * c.v).sum::<usize>() <= 10 => Ok(()),
            _ => Err(Error::Corrupt("an MCU of more than ten blocks")),
        }
    }

    fn check_band(&self, earlier_shift: u8) -> Result<(), Error> {
        let band = match (self.first, self.last, self.components.len()) {
            (0, last, _) => last == 0,
            (first, last, count) => first <= last && last <= 63 && count == 1,
        };
        let steps = earlier_shift == 0 || u32::from(earlier_shift) == self.shift + 1;
        if band && steps && self.shift <= 13 {
            Ok(())
        } else {
            Err(Error::Corrupt("an impossible progressive scan"))
        }
    }

    /// MCUs across and down. A component alone has no padding blocks.
    pub fn mcus(&self, frame: &Frame) -> (usize, usize) {
        match self.components.as_slice() {
            [single] => {
                let component = &frame.components[single.index];
                (component.blocks_across, component.blocks_down)
            }
            _ => (frame.mcus_across, frame.mcus_down),
        }
    }

    /// Blocks across and down that a component has in an MCU of this scan.
    pub fn blocks(&self, part: &ScanComponent, frame: &Frame) -> (usize, usize) {
        let component = &frame.components[part.index];
        if self.components.len() == 1 { (1, 1) } else { (component.h, component.v) }
    }
}

fn component(
    id: u8,
    tables: u8,
    frame: &Frame,
    earlier: &[ScanComponent],
) -> Result<ScanComponent, Error> {
    let index = frame.components.iter().position(|component| component.id == id);
    let index = index.ok_or(Error::Corrupt("a scan of an unknown component"))?;
    if earlier.iter().any(|other| other.index == index) {
        return Err(Error::Corrupt("a component twice in a scan"));
    }
    Ok(ScanComponent {
        index,
        dc_table: usize::from(tables >> 4),
        ac_table: usize::from(tables & 15),
    })
}

const WRONG_LENGTH: Error = Error::Corrupt("a scan header of the wrong length");

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::Header;

    pub fn frame() -> Frame {
        Frame::new(&Header {
            width: 100,
            height: 50,
            components: 3,
            precision: 8,
            progressive: true,
            sampling: vec![(2, 2), (1, 1), (1, 1)],
            ids: vec![1, 2, 3],
            quantisers: vec![0, 1, 1],
            jfif: true,
            adobe_transform: None,
            restart_interval: 0,
        })
    }

    #[track_caller]
    fn check(body: &[u8], valid: bool) {
        assert_eq!(Scan::parse(body, &frame(), true).is_ok(), valid, "{body:?}");
    }

    #[test]
    fn scans_of_possible_bands_are_accepted() {
        check(&[3, 1, 0, 2, 0x11, 3, 0x11, 0, 0, 1], true);
        check(&[3, 1, 0, 2, 0x11, 3, 0x11, 0, 0, 0x10], true);
        check(&[1, 2, 0, 1, 63, 0x21], true);
    }

    #[test]
    fn impossible_scans_are_refused() {
        check(&[], false);
        check(&[0, 0, 0, 0], false);
        check(&[1, 9, 0, 0, 0, 0], false);
        check(&[2, 1, 0, 1, 0, 0, 0, 0], false);
        check(&[2, 1, 0, 2, 0, 1, 63, 0], false);
        check(&[1, 1, 0, 0, 5, 0], false);
        check(&[1, 1, 0, 6, 5, 0], false);
        check(&[1, 1, 0, 1, 64, 0], false);
        check(&[1, 1, 0, 1, 63, 0x20], false);
        check(&[1, 1, 0, 1, 63, 0x0E], false);
        check(&[1, 1, 0, 1, 63, 0, 0], false);
    }

    #[test]
    fn a_component_alone_has_no_padding() {
        let frame = frame();
        let alone = Scan::parse(&[1, 1, 0, 0, 0, 0], &frame, true).unwrap();
        assert_eq!(alone.mcus(&frame), (13, 7));
        let chroma = Scan::parse(&[1, 3, 0, 0, 0, 0], &frame, true).unwrap();
        assert_eq!(chroma.mcus(&frame), (7, 4));
        let all = Scan::parse(&[3, 1, 0, 2, 0, 3, 0, 0, 0, 0], &frame, true).unwrap();
        assert_eq!(all.mcus(&frame), (7, 4));
    }
}
