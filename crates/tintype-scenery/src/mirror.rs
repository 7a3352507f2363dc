//! A small copy of what is painted, for water to give back.

use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::curves::smooth;

/// The upper part of the picture at a fraction of its size.
pub(crate) struct Mirror {
    width: usize,
    height: usize,
    step: f32,
    cells: Vec<Rgb>,
}

impl Mirror {
    /// Copies the rows above `bottom`, `coarse` pixels (of a 3000 pixel picture) to a cell.
    pub fn new(canvas: &Canvas, bottom: usize, coarse: usize) -> Self {
        let step = (coarse * canvas.width.max(canvas.height) / 3000).max(1);
        let (width, height) =
            (canvas.width.div_ceil(step), bottom.clamp(1, canvas.height).div_ceil(step));
        let mut cells = vec![Rgb::BLACK; width * height];
        for row in 0..height {
            let rows = row * step..((row + 1) * step).min(canvas.height);
            let mut counts = vec![0.0f32; width];
            let (above, line) = cells.split_at_mut(row * width);
            let line = &mut line[..width];
            for y in rows {
                for (column, pixels) in canvas.row(y).chunks(step).enumerate() {
                    // Water that is still to be painted has nothing to show.
                    for pixel in pixels.iter().filter(|pixel| pixel.r >= 0.0) {
                        line[column] += *pixel;
                        counts[column] += 1.0;
                    }
                }
            }
            for (column, cell) in line.iter_mut().enumerate() {
                match above.len().checked_sub(width) {
                    Some(start) if counts[column] < 1.0 => *cell = above[start + column],
                    _ => *cell *= 1.0 / counts[column].max(1.0),
                }
            }
        }
        Self { width, height, step: step as f32, cells }
    }

    /// The colour at a pixel; above the picture's edge `beyond` tells it, given the distance
    /// above the `horizon` in pixels.
    pub fn at(&self, x: f32, y: f32, horizon: f32, beyond: impl Fn(f32) -> Rgb) -> Rgb {
        let fringe = horizon * 0.22;
        let inside = smooth(0.0, fringe, y);
        if inside <= 0.0 {
            return beyond(horizon - y);
        }
        let here = self.between(x / self.step - 0.5, y / self.step - 0.5);
        if inside >= 1.0 { here } else { beyond(horizon - y).mix(here, inside) }
    }

    fn between(&self, x: f32, y: f32) -> Rgb {
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (self.height - 1) as f32);
        let (column, row) = (x as usize, y as usize);
        let (next, below) = ((column + 1).min(self.width - 1), (row + 1).min(self.height - 1));
        let (fx, fy) = (x - column as f32, y - row as f32);
        let line = |row: usize| {
            self.cells[row * self.width + column].mix(self.cells[row * self.width + next], fx)
        };
        line(row).mix(line(below), fy)
    }
}
