//! What the caller wants, what it allows, and the scale that follows.

use crate::Header;

/// What the caller wants and allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The picture may not come out narrower than this (unless it is so itself).
    pub min_width: u32,
    /// The picture may not come out lower than this (unless it is so itself).
    pub min_height: u32,
    /// The most pixels the file may declare.
    pub max_pixels: u64,
    /// The most bytes a decode may allocate, its result included.
    pub max_memory: usize,
}

impl Default for Options {
    /// The whole picture, up to 100 megapixels and 1 GiB.
    fn default() -> Self {
        Self {
            min_width: u32::MAX,
            min_height: u32::MAX,
            max_pixels: 100_000_000,
            max_memory: 1 << 30,
        }
    }
}

impl Options {
    /// The smallest scale whose output is at least as large as asked, in both directions.
    pub fn scale(&self, header: &Header) -> Scale {
        let enough = |scale: &Scale| {
            scale.of(header.width) >= self.min_width && scale.of(header.height) >= self.min_height
        };
        Scale::ALL.into_iter().find(enough).unwrap_or(Scale::Full)
    }
}

/// How much smaller than the file the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// One sample for each 8×8 block.
    Eighth,
    /// 2×2 samples for each block.
    Quarter,
    /// 4×4 samples for each block.
    Half,
    /// Every sample.
    Full,
}

impl Scale {
    /// All scales, smallest output first.
    pub const ALL: [Self; 4] = [Self::Eighth, Self::Quarter, Self::Half, Self::Full];

    /// Samples along one side of an 8×8 block: the scale in eighths.
    pub const fn points(self) -> u32 {
        match self {
            Self::Eighth => 1,
            Self::Quarter => 2,
            Self::Half => 4,
            Self::Full => 8,
        }
    }

    /// A length at this scale, rounded up.
    pub const fn of(self, length: u32) -> u32 {
        (length as u64 * self.points() as u64).div_ceil(8) as u32
    }
}
