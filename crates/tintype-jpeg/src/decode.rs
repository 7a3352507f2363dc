//! The whole decode: header, limits, scans, planes.

use crate::coefficients::Coefficients;
use crate::frame::Frame;
use crate::header::{Header, HeaderReader};
use crate::idct::{Eighth, Full, Half, Kernel, Quarter};
use crate::passes::Passes;
use crate::planes::{Decoded, Plane, Planes};
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
    let passes = Passes { frame: &frame, scale, segments, tables, segment: first_scan };
    let components = match scale {
        Scale::Eighth => decode_scans::<Eighth>(passes, header.progressive)?,
        Scale::Quarter => decode_scans::<Quarter>(passes, header.progressive)?,
        Scale::Half => decode_scans::<Half>(passes, header.progressive)?,
        Scale::Full => decode_scans::<Full>(passes, header.progressive)?,
    };
    Ok(Decoded {
        scale,
        width: scale.of(header.width),
        height: scale.of(header.height),
        planes: Planes { model: header.colour_model(), components },
    })
}

/// The most bytes a decode of such a file allocates, its result included. `Decoded::to_rgb` comes on
/// top: three bytes a pixel.
pub fn memory_needed(header: &Header, options: &Options) -> usize {
    let (frame, scale) = (Frame::new(header), options.scale(header));
    let coefficients = if header.progressive { Coefficients::bytes(&frame, scale) } else { 0 };
    frame.plane_bytes(scale) + coefficients + FIXED_BYTES
}

/// Look-up tables, groups of blocks and other things that do not grow with the picture.
const FIXED_BYTES: usize = 256 << 10;

fn decode_scans<K: Kernel>(passes: Passes<'_>, progressive: bool) -> Result<Vec<Plane>, Error> {
    if progressive { passes.progressive::<K>() } else { passes.sequential::<K>() }
}

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
