//! What a decode hands over: the component planes, and how they relate to the picture.

use crate::options::Scale;

/// A decoded picture, still in the planes of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// How much smaller than the file this is.
    pub scale: Scale,
    /// Pixels across: the width in the file times the scale, rounded up.
    pub width: u32,
    /// Pixels down: the height in the file times the scale, rounded up.
    pub height: u32,
    /// The samples.
    pub planes: Planes,
}

/// The components of a picture and what they mean together.
#[derive(Debug, Clone, PartialEq)]
pub struct Planes {
    /// What the components are.
    pub model: ColourModel,
    /// One plane for grey pictures, else three.
    pub components: Vec<Plane>,
}

/// What the components of a picture are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColourModel {
    /// Lightness alone.
    Grey,
    /// Full-range BT.601 luma and colour differences, as JFIF has it.
    YCbCr,
    /// Red, green, blue.
    Rgb,
}

/// One component. The picture covers only the exact size of it: resize that, or edges smear.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    /// Rows of `stride` samples. What lies right of and below the stored size is padding.
    pub data: Vec<u8>,
    /// Samples from one row to the next.
    pub stride: usize,
    /// Samples across that hold picture.
    pub width: usize,
    /// Samples down that hold picture.
    pub height: usize,
    /// The width without rounding up: 1365 columns at 2/8 are 341.25.
    pub exact_width: f64,
    /// The height without rounding up.
    pub exact_height: f64,
}

impl Plane {
    /// One row of picture, without padding.
    ///
    /// # Panics
    /// When `y` is not less than the height.
    pub fn row(&self, y: usize) -> &[u8] {
        &self.data[y * self.stride..][..self.width]
    }

    /// All rows in turn, without padding.
    pub fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.data.chunks_exact(self.stride).take(self.height).map(|row| &row[..self.width])
    }
}
