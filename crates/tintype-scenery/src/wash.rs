//! Soft layers painted small and laid over the picture: skies, clouds, mist.

use crate::canvas::{Canvas, View};
use crate::colour::Rgb;

/// A small sheet of colour with cover, to be stretched over the picture.
pub(crate) struct Wash {
    width: usize,
    height: usize,
    step: usize,
    /// Colour already multiplied by its cover, and the cover.
    cells: Vec<(Rgb, f32)>,
}

impl Wash {
    /// Asks `paint` for colour and cover at slopes across and up, once every `step` pixels.
    /// Pictures smaller than 1500 rows are asked at every pixel where that is finer.
    pub fn new(view: &View, step: usize, paint: impl Fn(f32, f32) -> (Rgb, f32)) -> Self {
        let step = (step * view.height.max(view.width) / 3000).max(1);
        let (width, height) = (view.width / step + 2, view.height / step + 2);
        let mut cells = Vec::with_capacity(width * height);
        for row in 0..height {
            let up = view.up((row * step) as f32);
            for column in 0..width {
                let (colour, cover) = paint(view.across((column * step) as f32), up);
                cells.push((colour * cover, cover));
            }
        }
        Self { width, height, step, cells }
    }

    /// Lays the wash over the picture.
    pub fn lay_over(&self, canvas: &mut Canvas) {
        let step = self.step as f32;
        let mut line: Vec<(Rgb, f32)> = Vec::with_capacity(self.width);
        for (y, row) in canvas.rows_mut() {
            let at = (y as f32 + 0.5) / step;
            let top = (at as usize).min(self.height - 2);
            self.blend_rows(top, at - top as f32, &mut line);
            if line.iter().all(|cell| cell.1 <= 0.0) {
                continue;
            }
            for (x, pixel) in row.iter_mut().enumerate() {
                let at = (x as f32 + 0.5) / step;
                let left = (at as usize).min(self.width - 2);
                let share = at - left as f32;
                let (a, b) = (line[left], line[left + 1]);
                let cover = a.1 + (b.1 - a.1) * share;
                *pixel = *pixel * (1.0 - cover) + a.0.mix(b.0, share);
            }
        }
    }

    fn blend_rows(&self, top: usize, share: f32, line: &mut Vec<(Rgb, f32)>) {
        let above = &self.cells[top * self.width..(top + 1) * self.width];
        let below = &self.cells[(top + 1) * self.width..(top + 2) * self.width];
        line.clear();
        line.extend(
            above.iter().zip(below).map(|(a, b)| (a.0.mix(b.0, share), a.1 + (b.1 - a.1) * share)),
        );
    }
}
