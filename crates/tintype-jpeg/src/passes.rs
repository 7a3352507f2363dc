//! The scans of a file in turn, until the planes are complete.

use crate::baseline::{self, Input};
use crate::coefficients::Coefficients;
use crate::frame::Frame;
use crate::idct::Kernel;
use crate::planes::Plane;
use crate::progressive::{self, Progress};
use crate::scan::Scan;
use crate::segments::{Segment, Segments, marker};
use crate::tables::Tables;
use crate::{Error, Scale};

/// A file whose first scan begins.
pub struct Passes<'a> {
    pub frame: &'a Frame,
    pub scale: Scale,
    pub segments: Segments<'a>,
    pub tables: Tables,
    /// The segment read last.
    pub segment: Segment<'a>,
}

impl Passes<'_> {
    /// Decodes scans until every component had its one.
    pub fn sequential<K: Kernel>(mut self) -> Result<Vec<Plane>, Error> {
        let mut planes = self.frame.planes(self.scale);
        let mut missing: Vec<usize> = (0..planes.len()).collect();
        loop {
            let scan = Scan::parse(self.segment.body, self.frame, false)?;
            let before = missing.len();
            missing.retain(|&index| scan.components.iter().all(|part| part.index != index));
            if before - missing.len() != scan.components.len() {
                return Err(Error::Corrupt("a component in two scans"));
            }
            let end = baseline::decode_scan::<K>(&self.input(&scan), &mut planes)?;
            self.segments.resume_at(end);
            if missing.is_empty() {
                return Ok(planes);
            }
            if !self.reach_scan()? {
                return Err(Error::Truncated);
            }
        }
    }

    /// Decodes the scans a kernel needs, then transforms what they told.
    pub fn progressive<K: Kernel>(mut self) -> Result<Vec<Plane>, Error> {
        let (scans, end) = self.list_scans()?;
        let needed = match end {
            End::Marked => progressive::needed(&scans, self.frame, K::LAST),
            // Only decoding it tells whether a scan is whole.
            End::Missing => vec![true; scans.len()],
        };
        let has_ac = scans.iter().zip(&needed).any(|(scan, &needed)| needed && scan.first > 0);
        let components = || self.frame.components.iter();
        let mut kept: Vec<_> =
            components().map(|c| Coefficients::new(c, self.scale, has_ac)).collect();
        let mut quantisers = vec![None; kept.len()];
        for (scan, needed) in scans.iter().zip(needed) {
            for part in &scan.components {
                // The table counts that is there when the component first appears.
                let index = self.frame.components[part.index].quantiser;
                if quantisers[part.index].is_none() {
                    quantisers[part.index] = Some(self.tables.quantiser(index)?);
                }
            }
            if needed {
                let end = progressive::decode_scan::<K>(&self.input(scan), &mut kept)?;
                self.segments.resume_at(end);
            }
            self.reach_scan()?;
        }
        let mut planes = self.frame.planes(self.scale);
        for (at, component) in self.frame.components.iter().enumerate() {
            let quantiser = quantisers[at].as_ref().ok_or(Error::Truncated)?;
            kept[at].transform::<K>(component, quantiser, &mut planes[at]);
        }
        Ok(planes)
    }

    /// All scan headers ahead. Without an end marker they must tell every bit there is.
    fn list_scans(&self) -> Result<(Vec<Scan>, End), Error> {
        let mut segments = self.segments.clone();
        let mut progress = Progress::new(self.frame);
        let mut scans = Vec::new();
        let mut segment = Some(Segment { ..self.segment });
        while let Some(Segment { marker, body }) = segment {
            match marker {
                marker::SOS if scans.len() == MOST_SCANS => return Err(TOO_MANY_SCANS),
                marker::SOS => {
                    let scan = Scan::parse(body, self.frame, true)?;
                    progress.note(&scan)?;
                    scans.push(scan);
                }
                marker::EOI if progress.has_all_dc() => return Ok((scans, End::Marked)),
                marker::EOI => return Err(Error::Truncated),
                _ => {}
            }
            segment = segments.next()?;
        }
        if progress.is_complete() { Ok((scans, End::Missing)) } else { Err(Error::Truncated) }
    }

    fn input<'s>(&'s self, scan: &'s Scan) -> Input<'s> {
        let (data, position) = (self.segments.data(), self.segments.position());
        Input { frame: self.frame, scan, tables: &self.tables, data, position }
    }

    /// Takes in tables up to the next scan; `false` when there is none.
    fn reach_scan(&mut self) -> Result<bool, Error> {
        while let Some(segment) = self.segments.next()? {
            match segment.marker {
                marker::EOI => return Ok(false),
                marker::SOS => {
                    self.segment = segment;
                    return Ok(true);
                }
                0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                    return Err(Error::Corrupt("a second frame"));
                }
                _ => self.tables.read(&segment)?,
            }
        }
        Ok(false)
    }
}

/// Whether the file has an end marker.
enum End {
    Marked,
    Missing,
}

/// More would only cost time: encoders use about ten.
const MOST_SCANS: usize = 64;
const TOO_MANY_SCANS: Error = Error::Corrupt("too many scans");
