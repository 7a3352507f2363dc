//! Turning and mirroring by whole quarters, as EXIF's orientation says.

use super::Window;
use super::raster::Raster;

/// One of the eight ways that stored pixels can lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Orientation(u8);

impl Orientation {
    pub(crate) const UPRIGHT: Self = Self(1);

    /// EXIF's numbers 1 to 8; everything else lies upright.
    pub(crate) fn from_exif(number: u8) -> Self {
        if (1..=8).contains(&number) { Self(number) } else { Self::UPRIGHT }
    }

    /// Whether width and height change places.
    pub(crate) fn swaps_sides(self) -> bool {
        self.0 >= 5
    }

    /// The size after turning.
    pub(crate) fn size(self, width: u32, height: u32) -> (u32, u32) {
        if self.swaps_sides() { (height, width) } else { (width, height) }
    }

    /// Where a window of the upright picture lies in the stored one.
    pub(super) fn window_before(self, window: Window) -> Window {
        let Window { x, y, width, height } = window;
        let (right, bottom) = (1.0 - x - width, 1.0 - y - height);
        let (x, y, width, height) = match self.0 {
            2 => (right, y, width, height),
            3 => (right, bottom, width, height),
            4 => (x, bottom, width, height),
            5 => (y, x, height, width),
            6 => (y, right, height, width),
            7 => (bottom, right, height, width),
            8 => (bottom, x, height, width),
            _ => (x, y, width, height),
        };
        Window { x, y, width, height }
    }

    /// Which stored pixel stands at a place of the upright picture, for stored sides `w` and `h`.
    fn source(self, x: usize, y: usize, w: usize, h: usize) -> (usize, usize) {
        match self.0 {
            2 => (w - 1 - x, y),
            3 => (w - 1 - x, h - 1 - y),
            4 => (x, h - 1 - y),
            5 => (y, x),
            6 => (y, h - 1 - x),
            7 => (w - 1 - y, h - 1 - x),
            8 => (w - 1 - y, x),
            _ => (x, y),
        }
    }
}

impl Raster {
    pub(crate) fn orient(self, orientation: Orientation) -> Self {
        if orientation == Orientation::UPRIGHT {
            return self;
        }
        let stored = (self.width, self.height);
        let pixels = turn(&self.pixels, stored, self.channels.count(), orientation);
        let (width, height) = orientation.size(self.width, self.height);
        Self { width, height, pixels, ..self }
    }
}

/// Turns samples of `count` bytes.
pub(super) fn turn(
    samples: &[u8],
    (width, height): (u32, u32),
    count: usize,
    orientation: Orientation,
) -> Vec<u8> {
    let (w, h) = (width as usize, height as usize);
    let (new_width, new_height) = orientation.size(width, height);
    let mut turned = Vec::with_capacity(samples.len());
    for y in 0..new_height as usize {
        for x in 0..new_width as usize {
            let (from_x, from_y) = orientation.source(x, y, w, h);
            let start = (from_y * w + from_x) * count;
            turned.extend_from_slice(&samples[start..start + count]);
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_orientation_comes_out_upright() {
        // The upright picture is  1 2 3 / 4 5 6; stored as each orientation would have it.
        let upright = [1, 2, 3, 4, 5, 6];
        let stored: [(u8, (u32, u32), [u8; 6]); 8] = [
            (1, (3, 2), [1, 2, 3, 4, 5, 6]),
            (2, (3, 2), [3, 2, 1, 6, 5, 4]),
            (3, (3, 2), [6, 5, 4, 3, 2, 1]),
            (4, (3, 2), [4, 5, 6, 1, 2, 3]),
            (5, (2, 3), [1, 4, 2, 5, 3, 6]),
            (6, (2, 3), [3, 6, 2, 5, 1, 4]),
            (7, (2, 3), [6, 3, 5, 2, 4, 1]),
            (8, (2, 3), [4, 1, 5, 2, 6, 3]),
        ];
        for (number, size, samples) in stored {
            let orientation = Orientation::from_exif(number);
            assert_eq!(turn(&samples, size, 1, orientation), upright, "orientation {number}");
            assert_eq!(orientation.size(size.0, size.1), (3, 2), "orientation {number}");
        }
    }

    #[test]
    fn a_window_is_found_in_the_stored_picture() {
        // The upper left pixel of the upright 3×2 picture, found in each stored form.
        let window = Window { x: 0.0, y: 0.0, width: 1.0 / 3.0, height: 0.5 };
        for number in 1..=8 {
            let orientation = Orientation::from_exif(number);
            let found = orientation.window_before(window);
            let (w, h) = orientation.size(3, 2);
            let expected = orientation.source(0, 0, w as usize, h as usize);
            let at = ((found.x * f64::from(w)).round(), (found.y * f64::from(h)).round());
            assert_eq!(at, (expected.0 as f64, expected.1 as f64), "orientation {number}");
        }
    }
}
