//! The tables a file has defined so far, as scans find them.

use crate::Error;
use crate::header::restart_interval;
use crate::huffman::HuffmanCode;
use crate::segments::{Segment, marker};

/// Quantisation and Huffman tables, four of each kind, and the restart interval.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// In zigzag order.
    quantisers: [Option<[u16; 64]>; 4],
    dc: [Option<HuffmanCode>; 4],
    ac: [Option<HuffmanCode>; 4],
    /// MCUs between restart markers; 0 for none.
    pub restart_interval: u16,
}

impl Tables {
    /// Takes in one segment, if it defines tables.
    pub fn read(&mut self, segment: &Segment<'_>) -> Result<(), Error> {
        match segment.marker {
            marker::DQT => self.read_quantisers(segment.body),
            marker::DHT => self.read_codes(segment.body),
            marker::DRI => restart_interval(segment.body).map(|n| self.restart_interval = n),
            marker::DNL => Err(Error::Unsupported("the height is told at the end")),
            _ => Ok(()),
        }
    }

    fn read_quantisers(&mut self, mut body: &[u8]) -> Result<(), Error> {
        while let [kind, rest @ ..] = body {
            let bytes = if kind >> 4 == 0 { 64 } else { 128 };
            let (values, rest) = rest.split_at_checked(bytes).ok_or(BAD_QUANTISER)?;
            let table = self.quantisers.get_mut(usize::from(kind & 15)).ok_or(BAD_QUANTISER)?;
            *table = Some(match kind >> 4 {
                0 => std::array::from_fn(|at| u16::from(values[at])),
                1 => std::array::from_fn(|at| {
                    u16::from_be_bytes([values[2 * at], values[2 * at + 1]])
                }),
                _ => return Err(BAD_QUANTISER),
            });
            body = rest;
        }
        Ok(())
    }

    fn read_codes(&mut self, mut body: &[u8]) -> Result<(), Error> {
        while let [kind, rest @ ..] = body {
            let (code, rest) = HuffmanCode::parse(rest)?;
            let tables = match kind >> 4 {
                0 if code.words().any(|word| word.symbol > 15) => return Err(BAD_CODE),
                0 => &mut self.dc,
                1 => &mut self.ac,
                _ => return Err(BAD_CODE),
            };
            *tables.get_mut(usize::from(kind & 15)).ok_or(BAD_CODE)? = Some(code);
            body = rest;
        }
        Ok(())
    }

    /// A quantisation table, in zigzag order.
    pub fn quantiser(&self, index: usize) -> Result<[i32; 64], Error> {
        let table = self.quantisers.get(index).and_then(Option::as_ref);
        Ok(table.ok_or(Error::Corrupt("a quantisation table is missing"))?.map(i32::from))
    }

    /// A Huffman code for DC differences.
    pub fn dc(&self, index: usize) -> Result<&HuffmanCode, Error> {
        self.dc.get(index).and_then(Option::as_ref).ok_or(MISSING_CODE)
    }

    /// A Huffman code for AC coefficients.
    pub fn ac(&self, index: usize) -> Result<&HuffmanCode, Error> {
        self.ac.get(index).and_then(Option::as_ref).ok_or(MISSING_CODE)
    }
}

const BAD_QUANTISER: Error = Error::Corrupt("a malformed quantisation table");
const BAD_CODE: Error = Error::Corrupt("a malformed Huffman table");
const MISSING_CODE: Error = Error::Corrupt("a Huffman table is missing");
