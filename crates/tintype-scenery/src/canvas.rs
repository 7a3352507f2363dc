//! The sheet a picture is painted on, in linear light, and the view it is seen through.

use crate::colour::Rgb;

/// Rows of linear light, top to bottom.
pub(crate) struct Canvas {
    pub width: usize,
    pub height: usize,
    pixels: Vec<Rgb>,
}

impl Canvas {
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![Rgb::BLACK; width * height] }
    }

    pub fn row(&self, y: usize) -> &[Rgb] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }

    pub fn row_mut(&mut self, y: usize) -> &mut [Rgb] {
        &mut self.pixels[y * self.width..(y + 1) * self.width]
    }

    pub fn rows_mut(&mut self) -> impl Iterator<Item = (usize, &mut [Rgb])> {
        self.pixels.chunks_exact_mut(self.width).enumerate()
    }

    pub fn get(&self, x: usize, y: usize) -> Rgb {
        self.pixels[y * self.width + x]
    }

    pub fn set(&mut self, x: usize, y: usize, colour: Rgb) {
        self.pixels[y * self.width + x] = colour;
    }

    /// Lays `colour` over the pixel, if it is on the sheet at all.
    pub fn lay(&mut self, x: i32, y: i32, colour: Rgb, cover: f32) {
        if x < 0 || y < 0 || x as usize >= self.width || y as usize >= self.height {
            return;
        }
        let at = y as usize * self.width + x as usize;
        self.pixels[at] = self.pixels[at].mix(colour, cover);
    }

    /// Adds light to the pixel, if it is on the sheet at all.
    pub fn light(&mut self, x: i32, y: i32, colour: Rgb) {
        if x < 0 || y < 0 || x as usize >= self.width || y as usize >= self.height {
            return;
        }
        self.pixels[y as usize * self.width + x as usize] += colour;
    }
}

/// How the world falls on the sheet: an upright camera whose lens is shifted, so that
/// uprights stay upright and the horizon can lie anywhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    pub width: usize,
    pub height: usize,
    /// Pixels per unit of slope.
    pub focal: f32,
    /// The row of the horizon, in pixels.
    pub horizon: f32,
}

impl View {
    /// `zoom` 1.2 is a normal lens, `horizon` a share of the height from the top.
    pub fn new(width: usize, height: usize, zoom: f32, horizon: f32) -> Self {
        let side = (height as f32 * 1.5).min(width as f32 * 1.5).max(height as f32 * 0.8);
        let focal = zoom * side / 1.5;
        Self { width, height, focal, horizon: horizon * height as f32 }
    }

    /// Slope to the right of column `x`.
    pub fn across(&self, x: f32) -> f32 {
        (x - self.width as f32 * 0.5) / self.focal
    }

    /// Slope upward of row `y`.
    pub fn up(&self, y: f32) -> f32 {
        (self.horizon - y) / self.focal
    }

    /// The column of a slope.
    pub fn column(&self, across: f32) -> f32 {
        across * self.focal + self.width as f32 * 0.5
    }

    /// The row of a slope.
    pub fn row(&self, up: f32) -> f32 {
        self.horizon - up * self.focal
    }

    /// Picture heights per pixel: for strokes that must look alike at every size.
    pub fn unit(&self) -> f32 {
        self.height as f32
    }
}
