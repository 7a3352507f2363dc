//! Interleaved 8-bit pixels.

/// Samples of a pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Channels {
    Rgb,
    Rgba,
}

impl Channels {
    pub(crate) const fn count(self) -> usize {
        match self {
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// Interleaved 8-bit pixels, rows without padding. `pixels` always has exactly the size that the sides say.
#[derive(Debug, Clone)]
pub(crate) struct Raster {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) channels: Channels,
    pub(crate) pixels: Vec<u8>,
}

impl Raster {
    /// Takes pixels over; `None` when their number does not fit the sides.
    pub(crate) fn new(
        width: u32,
        height: u32,
        channels: Channels,
        pixels: Vec<u8>,
    ) -> Option<Self> {
        let length = width as usize * height as usize * channels.count();
        (pixels.len() == length && length > 0).then_some(Self { width, height, channels, pixels })
    }

    /// One colour all over.
    pub(crate) fn filled(width: u32, height: u32, channels: Channels, color: [u8; 4]) -> Self {
        let count = width as usize * height as usize;
        let pixels = color[..channels.count()].repeat(count);
        Self { width, height, channels, pixels }
    }

    /// Bytes of one row.
    pub(crate) fn stride(&self) -> usize {
        self.width as usize * self.channels.count()
    }

    /// Row by row.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.pixels.chunks_exact(self.stride())
    }

    /// Every pixel as RGB.
    pub(crate) fn colors(&self) -> impl Iterator<Item = [u8; 3]> {
        self.pixels.chunks_exact(self.channels.count()).map(|pixel| [pixel[0], pixel[1], pixel[2]])
    }

    /// Whether any pixel lets the background through.
    pub(crate) fn is_transparent(&self) -> bool {
        self.channels == Channels::Rgba && self.pixels.chunks_exact(4).any(|pixel| pixel[3] < 255)
    }

    /// Lays the picture on a colour.
    pub(crate) fn flatten(self, color: [u8; 3]) -> Self {
        if self.channels == Channels::Rgb {
            return self;
        }
        let over = |top: u8, alpha: u8, under: u8| {
            let mixed =
                u32::from(top) * u32::from(alpha) + u32::from(under) * (255 - u32::from(alpha));
            ((mixed + 127) / 255) as u8
        };
        let pixels = self
            .pixels
            .chunks_exact(4)
            .flat_map(|pixel| [0, 1, 2].map(|index| over(pixel[index], pixel[3], color[index])))
            .collect();
        Self { channels: Channels::Rgb, pixels, ..self }
    }

    /// The picture with room for transparency.
    pub(crate) fn with_alpha(self) -> Self {
        if self.channels == Channels::Rgba {
            return self;
        }
        let pixels = self
            .pixels
            .chunks_exact(3)
            .flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 255])
            .collect();
        Self { channels: Channels::Rgba, pixels, ..self }
    }

    /// The picture without its transparency, which nothing uses.
    pub(crate) fn without_alpha(self) -> Self {
        if self.channels == Channels::Rgb {
            return self;
        }
        let pixels = self.colors().flatten().collect();
        Self { channels: Channels::Rgb, pixels, ..self }
    }

    /// Copies a picture onto this one at a place; what hangs over is left out. Both have the same channels.
    pub(crate) fn paste(&mut self, top: &Self, left_at: i64, top_at: i64) {
        debug_assert_eq!(self.channels, top.channels);
        let count = self.channels.count();
        let first = left_at.max(0);
        let last = (left_at + i64::from(top.width)).min(i64::from(self.width));
        if first >= last {
            return;
        }
        let from = (first - left_at) as usize * count;
        let length = (last - first) as usize * count;
        let stride = self.stride();
        for (y, row) in top.rows().enumerate() {
            let Ok(at) = usize::try_from(top_at + y as i64) else { continue };
            if at >= self.height as usize {
                break;
            }
            let start = at * stride + first as usize * count;
            self.pixels[start..start + length].copy_from_slice(&row[from..from + length]);
        }
    }
}
