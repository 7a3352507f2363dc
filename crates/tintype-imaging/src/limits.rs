//! What one picture may cost us. A small file can unfold into gigabytes.

use crate::PictureError;
use crate::probe::Header;

/// Limits that every picture is judged by before a pixel of it is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeLimits {
    /// Longest file in bytes.
    pub file_bytes: u64,
    /// Most pixels, width times height.
    pub pixels: u64,
    /// Longest side in pixels.
    pub side: u32,
    /// Most frames of an animation.
    pub frames: u32,
}

impl Default for DecodeLimits {
    fn default() -> Self {
        Self { file_bytes: 100_000_000, pixels: 100_000_000, side: 30_000, frames: 500 }
    }
}

impl DecodeLimits {
    /// Judges a file by its length, before anything of it is read.
    pub fn check_bytes(&self, bytes: u64) -> Result<(), PictureError> {
        match bytes {
            0 => Err(PictureError::Empty),
            _ if bytes > self.file_bytes => {
                Err(PictureError::TooManyBytes { bytes, max: self.file_bytes })
            }
            _ => Ok(()),
        }
    }

    /// Judges a picture by its header, before a pixel is decoded.
    pub fn check(&self, header: &Header) -> Result<(), PictureError> {
        if header.width == 0 || header.height == 0 {
            return Err(PictureError::corrupt("it has no pixels"));
        }
        let pixels = u64::from(header.width) * u64::from(header.height);
        let side = header.width.max(header.height);
        if side > self.side {
            return Err(PictureError::SideTooLong { side, max: self.side });
        }
        if pixels > self.pixels {
            return Err(PictureError::TooManyPixels { pixels, max: self.pixels });
        }
        if header.frames > self.frames {
            return Err(PictureError::TooManyFrames { frames: header.frames, max: self.frames });
        }
        Ok(())
    }
}
