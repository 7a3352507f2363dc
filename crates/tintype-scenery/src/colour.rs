//! Linear light: the colour type everything is painted in.

use std::ops::{Add, AddAssign, Mul, MulAssign, Sub};

/// A colour in linear light, sRGB primaries; 1.0 is a white sheet, the sun is far above.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Rgb {
    pub r: f32,
    pub g: f32,
    pub b: f32,
}

impl Rgb {
    pub const BLACK: Self = Self::new(0.0, 0.0, 0.0);

    pub const fn new(r: f32, g: f32, b: f32) -> Self {
        Self { r, g, b }
    }

    pub const fn grey(level: f32) -> Self {
        Self::new(level, level, level)
    }

    /// From the notation of style sheets (`0x33_66_99`), undoing its gamma.
    pub fn hex(code: u32) -> Self {
        let channel = |shift: u32| {
            let level = ((code >> shift) & 255) as f32 / 255.0;
            level.powf(2.2)
        };
        Self::new(channel(16), channel(8), channel(0))
    }

    pub fn mix(self, other: Self, amount: f32) -> Self {
        self + (other - self) * amount
    }

    pub fn luma(self) -> f32 {
        0.2126 * self.r + 0.7152 * self.g + 0.0722 * self.b
    }

    /// More (above 1) or less (below 1) colourful at the same brightness.
    pub fn saturate(self, amount: f32) -> Self {
        let grey = Self::grey(self.luma());
        (grey + (self - grey) * amount).max(0.0)
    }

    pub fn max(self, floor: f32) -> Self {
        Self::new(self.r.max(floor), self.g.max(floor), self.b.max(floor))
    }

    pub fn exp(self) -> Self {
        Self::new(self.r.exp(), self.g.exp(), self.b.exp())
    }

    /// The same hue scaled so that its brightest channel is one.
    pub fn hue(self) -> Self {
        let top = self.r.max(self.g).max(self.b).max(1e-9);
        self * (1.0 / top)
    }
}

impl Add for Rgb {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.r + other.r, self.g + other.g, self.b + other.b)
    }
}

impl Sub for Rgb {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.r - other.r, self.g - other.g, self.b - other.b)
    }
}

impl Mul for Rgb {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self::new(self.r * other.r, self.g * other.g, self.b * other.b)
    }
}

impl Mul<f32> for Rgb {
    type Output = Self;

    fn mul(self, scale: f32) -> Self {
        Self::new(self.r * scale, self.g * scale, self.b * scale)
    }
}

impl AddAssign for Rgb {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl MulAssign<f32> for Rgb {
    fn mul_assign(&mut self, scale: f32) {
        *self = *self * scale;
    }
}
