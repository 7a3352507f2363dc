//! Soft layers painted small and laid over the picture: skies, clouds, mist.

use crate::canvas::{Canvas, View};
use crate::colour::Rgb;

/// A small sheet of colour with cover, to be stretched over a part of the picture.
pub(crate) struct Wash {
    /// The pixel at which it begins.
    left: usize,
    top: usize,
    width: usize,
    height: usize,
    step: usize,
    /// Colour already multiplied by its cover, and the cover.
    cells: Vec<(Rgb, f32)>,
}

impl Wash {
    /// Asks `paint` for colour and cover at slopes across and up, once every `step` pixels of
    /// a 3000 pixel picture.
    pub fn new(view: &View, step: usize, paint: impl Fn(f32, f32) -> (Rgb, f32)) -> Self {
        let bounds = [
            view.across(0.0),
            view.across(view.width as f32),
            view.up(view.height as f32),
            view.up(0.0),
        ];
        Self::within(view, step, bounds, paint)
    }

    /// As `new`, for the part between slopes left, right, bottom and top.
    pub fn within(
        view: &View,
        step: usize,
        [left, right, bottom, top]: [f32; 4],
        paint: impl Fn(f32, f32) -> (Rgb, f32),
    ) -> Self {
        let step = (step * view.height.max(view.width) / 3000).max(1);
        let left = view.column(left).clamp(0.0, view.width as f32) as usize;
        let right = view.column(right).clamp(0.0, view.width as f32) as usize;
        let top = view.row(top).clamp(0.0, view.height as f32) as usize;
        let bottom = view.row(bottom).clamp(0.0, view.height as f32) as usize;
        let (width, height) = ((right - left) / step + 2, (bottom - top) / step + 2);
        let mut cells = Vec::with_capacity(width * height);
        for row in 0..height {
            let up = view.up((top + row * step) as f32);
            for column in 0..width {
                let (colour, cover) = paint(view.across((left + column * step) as f32), up);
                cells.push((colour * cover, cover));
            }
        }
        Self { left, top, width, height, step, cells }
    }

    /// Lays the wash over the picture.
    pub fn lay_over(&self, canvas: &mut Canvas) {
        self.stretch(canvas, |pixel, colour, cover| *pixel = *pixel * (1.0 - cover) + colour);
    }

    /// Adds the wash to the picture as light.
    pub fn add_to(&self, canvas: &mut Canvas) {
        self.stretch(canvas, |pixel, colour, _| *pixel += colour);
    }

    fn stretch(&self, canvas: &mut Canvas, blend: impl Fn(&mut Rgb, Rgb, f32)) {
        let step = self.step as f32;
        let mut line: Vec<(Rgb, f32)> = Vec::with_capacity(self.width);
        let rows = self.top..(self.top + (self.height - 1) * self.step).min(canvas.height);
        let right = (self.left + (self.width - 1) * self.step).min(canvas.width);
        for y in rows {
            let at = ((y - self.top) as f32 + 0.5) / step;
            let above = (at as usize).min(self.height - 2);
            self.blend_rows(above, at - above as f32, &mut line);
            if line.iter().all(|cell| cell.1 <= 0.0) {
                continue;
            }
            for (x, pixel) in canvas.row_mut(y)[self.left..right].iter_mut().enumerate() {
                let at = (x as f32 + 0.5) / step;
                let left = (at as usize).min(self.width - 2);
                let share = at - left as f32;
                let (a, b) = (line[left], line[left + 1]);
                let cover = a.1 + (b.1 - a.1) * share;
                if cover > 0.0 {
                    blend(pixel, a.0.mix(b.0, share), cover);
                }
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
