//! The file as a sequence of marker segments; finds the next marker in entropy-coded data.

use crate::Error;

/// The marker codes this decoder knows by name.
pub mod marker {
    /// Start of image.
    pub const SOI: u8 = 0xD8;
    /// End of image.
    pub const EOI: u8 = 0xD9;
    /// Start of scan.
    pub const SOS: u8 = 0xDA;
    /// Quantisation tables.
    pub const DQT: u8 = 0xDB;
    /// Number of lines.
    pub const DNL: u8 = 0xDC;
    /// Restart interval.
    pub const DRI: u8 = 0xDD;
    /// Huffman tables.
    pub const DHT: u8 = 0xC4;
    /// Arithmetic coding conditions.
    pub const DAC: u8 = 0xCC;
    /// JFIF.
    pub const APP0: u8 = 0xE0;
    /// Adobe.
    pub const APP14: u8 = 0xEE;
}

/// One marker with its body (without the length bytes).
pub struct Segment<'a> {
    pub marker: u8,
    pub body: &'a [u8],
}

/// Walks the segments of a file. After a scan header, `skip_entropy` or `resume_at` leads on.
#[derive(Clone)]
pub struct Segments<'a> {
    data: &'a [u8],
    position: usize,
}

impl<'a> Segments<'a> {
    /// Begins after the start-of-image marker.
    pub fn new(data: &'a [u8]) -> Result<Self, Error> {
        if data.starts_with(&[0xFF, marker::SOI]) {
            Ok(Self { data, position: 2 })
        } else {
            Err(Error::NotJpeg)
        }
    }

    /// The next segment; `None` when the data ends where a marker should be.
    pub fn next(&mut self) -> Result<Option<Segment<'a>>, Error> {
        loop {
            let Some(at) = next_marker(self.data, self.position) else {
                return Ok(None);
            };
            let marker = self.data[at + 1];
            self.position = at + 2;
            if is_restart(marker) || marker == 0x01 || marker == marker::SOI {
                continue;
            }
            if marker == marker::EOI {
                return Ok(Some(Segment { marker, body: &[] }));
            }
            return self.body().map(|body| Some(Segment { marker, body }));
        }
    }

    fn body(&mut self) -> Result<&'a [u8], Error> {
        let rest = &self.data[self.position..];
        let length = rest.first_chunk().ok_or(Error::Truncated)?;
        let length = usize::from(u16::from_be_bytes(*length));
        if length < 2 {
            return Err(Error::Corrupt("a segment of impossible length"));
        }
        let body = rest.get(2..length).ok_or(Error::Truncated)?;
        self.position += length;
        Ok(body)
    }

    /// Where the bytes after the last segment lie.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Goes on from `position`, as an entropy decoder left it.
    pub fn resume_at(&mut self, position: usize) {
        self.position = position;
    }

    /// The whole file.
    pub fn data(&self) -> &'a [u8] {
        self.data
    }
}

/// Whether `marker` is one of the eight restart markers.
pub fn is_restart(marker: u8) -> bool {
    marker & 0xF8 == 0xD0
}

/// Where the next marker's last 0xFF lies. Stuffed zeros and fill bytes are no markers.
pub fn next_marker(data: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += find_ff(data.get(at..)?)?;
        match data.get(at + 1)? {
            0 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}

/// The first 0xFF, looked for in strides the compiler can vectorise.
fn find_ff(data: &[u8]) -> Option<usize> {
    let mut skipped = 0;
    for chunk in data.chunks_exact(STRIDE) {
        if chunk.iter().copied().max() == Some(0xFF) {
            break;
        }
        skipped += STRIDE;
    }
    data[skipped..].iter().position(|&byte| byte == 0xFF).map(|at| skipped + at)
}

const STRIDE: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stuffed_zeros_and_fill_bytes_are_no_markers() {
        let data = [1, 0xFF, 0, 2, 0xFF, 0xFF, 0xFF, 0xD9];
        assert_eq!(next_marker(&data, 0), Some(6));
        assert_eq!(next_marker(&data[..7], 0), None);
        assert_eq!(next_marker(&data, 100), None);
    }

    #[test]
    fn a_marker_is_found_wherever_it_lies_in_a_stride() {
        for at in 0..100 {
            let mut data = vec![0x55; 102];
            data[at..at + 2].copy_from_slice(&[0xFF, 0xDA]);
            assert_eq!(next_marker(&data, 0), Some(at));
        }
    }
}
