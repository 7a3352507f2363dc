//! The whole decode: header, limits, scans, planes.

use crate::baseline::{self, Input};
use crate::frame::Frame;
use crate::header::{Header, HeaderReader};
use crate::idct::{Eighth, Full, Half, Quarter};
use crate::planes::{Decoded, Plane, Planes};
use crate::scan::Scan;
use crate::segments::{Segment, Segments, marker};
use crate::tables::Tables;
use crate::{Error, Options, Scale};

/// Decodes a picture at the smallest scale that is at least as large as asked.
pub fn decode(bytes: &[u8], options: &Options) -> Result<Decoded, Error> {
    let mut segments = Segments::new(bytes)?;
    let mut tables = Tables::default();
    let (header, first_scan) = read_header(&mut segments, &mut tables)?;
    header.check_supported()?;
    check_limits(&header, options)?;
    let frame = Frame::new(&header);
    check_length(&header, &frame, bytes.len())?;
    let scale = options.scale(&header);
    let work = Work { header: &header, frame: &frame, scale };
    let components = if header.progressive {
        return Err(Error::Unsupported("progressive"));
    } else {
        work.sequential(segments, tables, first_scan)?
    };
    Ok(Decoded {
        scale,
        width: scale.of(header.width),
        height: scale.of(header.height),
        planes: Planes { model: header.colour_model(), components },
    })
}

/// The most bytes a decode of such a file allocates, its result included.
pub fn memory_needed(header: &Header, options: &Options) -> usize {
    Frame::new(header).plane_bytes(options.scale(header)) + FIXED_BYTES
}

/// Look-up tables, groups of blocks and other things that do not grow with the picture.
const FIXED_BYTES: usize = 256 << 10;

fn read_header<'a>(
    segments: &mut Segments<'a>,
    tables: &mut Tables,
) -> Result<(Header, Segment<'a>), Error> {
    let mut reader = HeaderReader::default();
    while let Some(segment) = segments.next()? {
        match segment.marker {
            marker::SOS => return Ok((reader.finish()?, segment)),
            marker::EOI => return Err(Error::Truncated),
            _ => {
                reader.read(&segment)?;
                tables.read(&segment)?;
            }
        }
    }
    Err(Error::Truncated)
}

fn check_limits(header: &Header, options: &Options) -> Result<(), Error> {
    let pixels = u64::from(header.width) * u64::from(header.height);
    let fits = pixels <= options.max_pixels && memory_needed(header, options) <= options.max_memory;
    if fits { Ok(()) } else { Err(Error::TooLarge) }
}

/// Every block takes some bits: a file that is too short for its size costs nothing.
fn check_length(header: &Header, frame: &Frame, bytes: usize) -> Result<(), Error> {
    let bits_per_block = if header.progressive { 1 } else { 2 };
    if frame.blocks() * bits_per_block / 8 > bytes { Err(Error::Truncated) } else { Ok(()) }
}

/// What stays the same throughout a decode.
struct Work<'a> {
    header: &'a Header,
    frame: &'a Frame,
    scale: Scale,
}

impl Work<'_> {
    /// Decodes scans until every component had its one.
    fn sequential<'a>(
        &self,
        mut segments: Segments<'a>,
        mut tables: Tables,
        mut segment: Segment<'a>,
    ) -> Result<Vec<Plane>, Error> {
        let mut planes = self.frame.planes(self.scale);
        let mut missing: Vec<usize> = (0..planes.len()).collect();
        loop {
            if segment.marker == marker::SOS {
                let scan = Scan::parse(segment.body, self.frame, false)?;
                let before = missing.len();
                missing.retain(|&index| scan.components.iter().all(|part| part.index != index));
                if before - missing.len() != scan.components.len() {
                    return Err(Error::Corrupt("a component in two scans"));
                }
                let (frame, tables) = (self.frame, &tables);
                let (data, position) = (segments.data(), segments.position());
                let input = Input { frame, scan: &scan, tables, data, position };
                segments.resume_at(self.scan(&input, &mut planes)?);
                if missing.is_empty() {
                    return Ok(planes);
                }
            }
            segment = self.next_segment(&mut segments, &mut tables)?;
        }
    }

    fn scan(&self, input: &Input<'_>, planes: &mut [Plane]) -> Result<usize, Error> {
        match self.scale {
            Scale::Eighth => baseline::decode_scan::<Eighth>(input, planes),
            Scale::Quarter => baseline::decode_scan::<Quarter>(input, planes),
            Scale::Half => baseline::decode_scan::<Half>(input, planes),
            Scale::Full => baseline::decode_scan::<Full>(input, planes),
        }
    }

    /// Between scans: tables are taken in, a second frame is refused.
    fn next_segment<'a>(
        &self,
        segments: &mut Segments<'a>,
        tables: &mut Tables,
    ) -> Result<Segment<'a>, Error> {
        let segment = segments.next()?.ok_or(Error::Truncated)?;
        match segment.marker {
            marker::EOI => Err(Error::Truncated),
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                Err(Error::Corrupt("a second frame"))
            }
            _ => tables.read(&segment).map(|()| segment),
        }
    }
}
