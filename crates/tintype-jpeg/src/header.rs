//! What a file says about itself before its first scan.

use crate::segments::{Segment, Segments, marker};
use crate::{ColourModel, Error};

/// What a JPEG says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Pixels across, 1 to 65535.
    pub width: u32,
    /// Pixels down, 1 to 65535; 0 when the file tells it only at its end.
    pub height: u32,
    /// Components, 1 to 4.
    pub components: u8,
    /// Bits a sample has; 8 in nearly every file.
    pub precision: u8,
    /// Whether the coefficients come in several scans, coarse ones first.
    pub progressive: bool,
    /// Horizontal and vertical sampling factor of each component, each 1 to 4.
    pub sampling: Vec<(u8, u8)>,
    /// The component identifiers.
    pub ids: Vec<u8>,
    /// Which quantisation table each component uses.
    pub(crate) quantisers: Vec<u8>,
    /// Whether a JFIF segment says that the colours are YCbCr.
    pub jfif: bool,
    /// The colour transform an Adobe segment names: 0 none, 1 YCbCr, 2 YCCK.
    pub adobe_transform: Option<u8>,
    /// MCUs between restart markers, where the first scan begins; 0 for none.
    pub restart_interval: u16,
}

/// Reads the header alone.
pub fn header(bytes: &[u8]) -> Result<Header, Error> {
    let mut segments = Segments::new(bytes)?;
    let mut reader = HeaderReader::default();
    while let Some(segment) = segments.next()? {
        match segment.marker {
            marker::SOS => return reader.finish(),
            marker::EOI => return Err(Error::Truncated),
            _ => reader.read(&segment)?,
        }
    }
    Err(Error::Truncated)
}

impl Header {
    /// Refuses what only another decoder can read.
    pub fn check_supported(&self) -> Result<(), Error> {
        match (self.components, self.precision, self.height) {
            (_, 9.., _) => Err(Error::Unsupported("more than 8 bits a sample")),
            (_, _, 0) => Err(Error::Unsupported("the height is told at the end")),
            (1 | 3, 8, _) => Ok(()),
            (2, ..) => Err(Error::Unsupported("two components")),
            _ => Err(Error::Unsupported("CMYK")),
        }
    }

    /// What the components mean, by the rules libjpeg follows.
    pub fn colour_model(&self) -> ColourModel {
        if self.components == 1 {
            return ColourModel::Grey;
        }
        match (self.jfif, self.adobe_transform, self.ids.as_slice()) {
            (true, ..) => ColourModel::YCbCr,
            (_, Some(0), _) | (_, None, b"RGB") => ColourModel::Rgb,
            _ => ColourModel::YCbCr,
        }
    }
}

/// Gathers the header from the segments before the first scan.
#[derive(Default)]
pub struct HeaderReader {
    frame: Option<Header>,
    jfif: bool,
    adobe_transform: Option<u8>,
    restart_interval: u16,
}

impl HeaderReader {
    /// Takes in one segment, if it concerns the header.
    pub fn read(&mut self, segment: &Segment<'_>) -> Result<(), Error> {
        match (segment.marker, segment.body) {
            (0xC0..=0xC2, body) => self.frame(body, segment.marker == 0xC2)?,
            (marker::DHT | 0xC8 | marker::DAC, _) => {}
            (0xC3 | 0xCB, _) => return Err(Error::Unsupported("lossless")),
            (0xC5..=0xC7 | 0xCD..=0xCF | 0xDE, _) => {
                return Err(Error::Unsupported("hierarchical"));
            }
            (0xC9..=0xCA, _) => return Err(Error::Unsupported("arithmetic coding")),
            (marker::DRI, body) => self.restart_interval = restart_interval(body)?,
            (marker::APP0, body) => self.jfif |= body.starts_with(b"JFIF\0"),
            (marker::APP14, [b'A', b'd', b'o', b'b', b'e', _, _, _, _, _, _, transform, ..]) => {
                self.adobe_transform = Some(*transform);
            }
            _ => {}
        }
        Ok(())
    }

    fn frame(&mut self, body: &[u8], progressive: bool) -> Result<(), Error> {
        if self.frame.is_some() {
            return Err(Error::Corrupt("a second frame"));
        }
        self.frame = Some(parse_frame(body, progressive)?);
        Ok(())
    }

    /// The header, once the first scan begins.
    pub fn finish(self) -> Result<Header, Error> {
        let mut header = self.frame.ok_or(Error::Corrupt("a scan before any frame"))?;
        header.jfif = self.jfif;
        header.adobe_transform = self.adobe_transform;
        header.restart_interval = self.restart_interval;
        Ok(header)
    }
}

/// Reads a DRI segment.
pub fn restart_interval(body: &[u8]) -> Result<u16, Error> {
    match *body {
        [high, low] => Ok(u16::from_be_bytes([high, low])),
        _ => Err(Error::Corrupt("a restart interval of the wrong length")),
    }
}

fn parse_frame(body: &[u8], progressive: bool) -> Result<Header, Error> {
    let [precision, h1, h0, w1, w0, components, specs @ ..] = body else {
        return Err(Error::Corrupt("a frame header of the wrong length"));
    };
    if specs.len() != 3 * usize::from(*components) {
        return Err(Error::Corrupt("a frame header of the wrong length"));
    }
    let specs: Vec<ComponentSpec> =
        specs.as_chunks().0.iter().copied().map(ComponentSpec::new).collect();
    let width = u32::from(u16::from_be_bytes([*w1, *w0]));
    if width == 0 || !(1..=4).contains(components) || !specs.iter().all(ComponentSpec::is_valid) {
        return Err(Error::Corrupt("an impossible frame header"));
    }
    if (1..specs.len()).any(|at| specs[..at].iter().any(|other| other.id == specs[at].id)) {
        return Err(Error::Corrupt("two components of one name"));
    }
    Ok(Header {
        width,
        height: u32::from(u16::from_be_bytes([*h1, *h0])),
        components: *components,
        precision: *precision,
        progressive,
        sampling: specs.iter().map(|spec| (spec.h, spec.v)).collect(),
        ids: specs.iter().map(|spec| spec.id).collect(),
        quantisers: specs.iter().map(|spec| spec.quantiser).collect(),
        jfif: false,
        adobe_transform: None,
        restart_interval: 0,
    })
}

struct ComponentSpec {
    id: u8,
    h: u8,
    v: u8,
    quantiser: u8,
}

impl ComponentSpec {
    fn new([id, factors, quantiser]: [u8; 3]) -> Self {
        Self { id, h: factors >> 4, v: factors & 15, quantiser }
    }

    fn is_valid(&self) -> bool {
        (1..=4).contains(&self.h) && (1..=4).contains(&self.v) && self.quantiser < 4
    }
}
