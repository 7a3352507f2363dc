//! Sequential scans: every block is complete, so it is transformed as soon as it is read.

use crate::Error;
use crate::bits::{Bits, Held, Source};
use crate::block::{BlockTables, decode_block};
use crate::frame::Frame;
use crate::huffman::HuffmanCode;
use crate::idct::{EMPTY, Group, Kernel, LANES};
use crate::lookup::{Meaning, SkipTable, ValueTable};
use crate::planes::Plane;
use crate::scan::{Scan, ScanComponent};
use crate::tables::Tables;

/// What a scan is decoded from and into.
pub struct Input<'a> {
    pub frame: &'a Frame,
    pub scan: &'a Scan,
    pub tables: &'a Tables,
    pub data: &'a [u8],
    /// Where the entropy-coded data begins.
    pub position: usize,
}

/// Decodes one scan into its planes; tells where it ended.
pub fn decode_scan<K: Kernel>(input: &Input<'_>, planes: &mut [Plane]) -> Result<usize, Error> {
    let lookups = Lookups::new::<K>(input)?;
    let mut planes: Vec<_> = planes.iter_mut().map(Some).collect();
    let mut streams = Vec::new();
    for part in &input.scan.components {
        let plane = planes[part.index].take().ok_or(Error::Corrupt("a component twice"))?;
        streams.push(Stream::new(input, part, &lookups, plane)?);
    }
    let (across, down) = input.scan.mcus(input.frame);
    let mut source = Source::new(input.data, input.position);
    let mut restarts = Restarts::new(input.tables.restart_interval);
    let mut held = Held::default();
    for y in 0..down {
        for stream in &mut streams {
            stream.begin_row::<K>(y);
        }
        let bits = Bits::new(&mut source, held);
        held = decode_row::<K>(bits, &mut restarts, &mut streams, across)?;
        for stream in &mut streams {
            stream.end_row::<K>();
        }
    }
    Ok(source.position())
}

/// Decodes one row of MCUs.
#[inline(never)]
fn decode_row<K: Kernel>(
    mut bits: Bits<'_, '_>,
    restarts: &mut Restarts,
    streams: &mut [Stream<'_>],
    mcus: usize,
) -> Result<Held, Error> {
    for _ in 0..mcus {
        if restarts.is_due() {
            restarts.pass(&mut bits)?;
            for stream in &mut *streams {
                stream.prediction = 0;
            }
        }
        for stream in &mut *streams {
            let Stream { tables, prediction, lines, across, .. } = stream;
            for line in lines {
                for _ in 0..*across {
                    let place = (&mut line.group, line.lane);
                    if decode_block::<K>(&mut bits, tables, prediction, place).is_err() {
                        return Err(bits.bad_code());
                    }
                    line.lane += 1;
                    if line.lane == LANES {
                        line.flush::<K>(stream.plane.stride, &mut stream.plane.data);
                    }
                }
            }
        }
    }
    bits.check_overrun()?;
    Ok(bits.held())
}

/// Counts MCUs between restart markers.
#[derive(Clone, Copy)]
pub struct Restarts {
    interval: u16,
    left: u16,
    number: u8,
}

impl Restarts {
    /// An interval of 0 is none.
    pub fn new(interval: u16) -> Self {
        Self { interval, left: interval, number: 0 }
    }

    /// Counts one MCU; tells whether a restart marker comes before it.
    #[inline(always)]
    pub fn is_due(&mut self) -> bool {
        if self.interval == 0 {
            return false;
        }
        let due = self.left == 0;
        self.left = if due { self.interval - 1 } else { self.left - 1 };
        due
    }

    /// Goes on behind the marker that is due.
    #[inline(always)]
    pub fn pass(&mut self, bits: &mut Bits<'_, '_>) -> Result<(), Error> {
        bits.restart(self.number)?;
        self.number = (self.number + 1) % 8;
        Ok(())
    }
}

/// The look-up tables a scan needs, each built once.
struct Lookups {
    dc: [Option<ValueTable>; 4],
    ac: [Option<(ValueTable, SkipTable)>; 4],
}

impl Lookups {
    fn new<K: Kernel>(input: &Input<'_>) -> Result<Self, Error> {
        let mut lookups = Self { dc: [const { None }; 4], ac: [const { None }; 4] };
        for part in &input.scan.components {
            let (dc, ac) = (input.tables.dc(part.dc_table)?, input.tables.ac(part.ac_table)?);
            lookups.dc[part.dc_table].get_or_insert_with(|| ValueTable::new(dc, Meaning::Dc));
            lookups.ac[part.ac_table]
                .get_or_insert_with(|| (ValueTable::new(ac, Meaning::Ac), skips::<K>(ac)));
        }
        Ok(lookups)
    }
}

/// Who wants all coefficients skips none.
fn skips<K: Kernel>(code: &HuffmanCode) -> SkipTable {
    if K::LAST < 63 { SkipTable::new(code) } else { SkipTable::empty() }
}

/// One component of the scan on its way into its plane.
struct Stream<'a> {
    tables: BlockTables<'a>,
    prediction: i32,
    /// One for each row of blocks in an MCU.
    lines: Vec<Line>,
    /// Blocks across in an MCU.
    across: usize,
    plane: &'a mut Plane,
}

/// Blocks of one row, collected until there are enough to transform.
struct Line {
    group: Group,
    lane: usize,
    /// Where in the plane the group goes.
    at: usize,
}

impl<'a> Stream<'a> {
    fn new(
        input: &Input<'_>,
        part: &ScanComponent,
        lookups: &'a Lookups,
        plane: &'a mut Plane,
    ) -> Result<Self, Error> {
        let missing = Error::Corrupt("a Huffman table is missing");
        let (values, skips) = lookups.ac[part.ac_table].as_ref().ok_or(missing)?;
        let (across, down) = input.scan.blocks(part, input.frame);
        let quantiser = input.frame.components[part.index].quantiser;
        let tables = BlockTables {
            dc: lookups.dc[part.dc_table].as_ref().ok_or(missing)?,
            values,
            skips,
            quantiser: input.tables.quantiser(quantiser)?,
        };
        let line = || Line { group: EMPTY, lane: 0, at: 0 };
        let lines = (0..down).map(|_| line()).collect();
        Ok(Self { tables, prediction: 0, lines, across, plane })
    }

    fn begin_row<K: Kernel>(&mut self, mcu_row: usize) {
        let first = mcu_row * self.lines.len();
        for (row, line) in (first..).zip(&mut self.lines) {
            line.at = row * K::POINTS * self.plane.stride;
        }
    }

    fn end_row<K: Kernel>(&mut self) {
        for line in self.lines.iter_mut().filter(|line| line.lane > 0) {
            line.flush::<K>(self.plane.stride, &mut self.plane.data);
        }
    }
}

impl Line {
    fn flush<K: Kernel>(&mut self, stride: usize, samples: &mut [u8]) {
        K::transform(&self.group, &mut samples[self.at..], stride);
        self.group[..K::POINTS * K::POINTS * LANES].fill(0);
        self.at += LANES * K::POINTS;
        self.lane = 0;
    }
}
