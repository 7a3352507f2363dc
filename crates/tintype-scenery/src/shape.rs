//! A drawn shape with soft edges, kept at several sizes so that it can be shown at any.

use crate::curves::mix;

/// Something to be stamped: how much of each cell it covers and how bright it is there.
pub(crate) struct Shape {
    levels: Vec<Level>,
}

/// The shape at one size.
pub(crate) struct Level {
    pub width: usize,
    pub height: usize,
    /// Cover, and brightness times cover.
    cells: Vec<(f32, f32)>,
}

impl Shape {
    pub fn new(width: usize, height: usize) -> Self {
        Self { levels: vec![Level { width, height, cells: vec![(0.0, 0.0); width * height] }] }
    }

    pub fn height(&self) -> f32 {
        self.levels[0].height as f32
    }

    /// Draws a stroke from one point to another, thinning out, of brightness `tone`.
    pub fn stroke(
        &mut self,
        from: (f32, f32),
        to: (f32, f32),
        (start, end): (f32, f32),
        tone: f32,
    ) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let steps = (dx.abs().max(dy.abs()) * 1.2).ceil().max(1.0) as i32;
        for step in 0..=steps {
            let t = step as f32 / steps as f32;
            self.dot(from.0 + dx * t, from.1 + dy * t, mix(start, end, t), tone);
        }
    }

    /// Draws a dot; what is drawn later lies on top.
    pub fn dot(&mut self, x: f32, y: f32, radius: f32, tone: f32) {
        let level = &mut self.levels[0];
        let reach = radius.ceil() as i32 + 1;
        // A dot thinner than a cell covers only part of it.
        let strength = (radius * 2.0).min(1.0);
        for row in (y as i32 - reach).max(0)..=(y as i32 + reach).min(level.height as i32 - 1) {
            for column in (x as i32 - reach).max(0)..=(x as i32 + reach).min(level.width as i32 - 1)
            {
                let (dx, dy) = (column as f32 + 0.5 - x, row as f32 + 0.5 - y);
                let cover = (radius + 0.5 - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.0) * strength;
                let cell = &mut level.cells[row as usize * level.width + column as usize];
                if cover > 0.0 {
                    let both = cell.0.max(cover);
                    cell.1 = mix(cell.1, tone * both, cover);
                    cell.0 = both;
                }
            }
        }
    }

    /// Adds the smaller sizes; nothing can be drawn after that.
    pub fn finish(mut self) -> Self {
        while let Some(last) = self.levels.last().filter(|last| last.height > 24) {
            let smaller = last.halved();
            self.levels.push(smaller);
        }
        self
    }

    /// The level to use when one cell of the largest would be 1/`scale` pixels.
    pub fn level(&self, scale: f32) -> &Level {
        let mut wanted = 0;
        let mut scale = scale;
        while scale > 1.35 && wanted + 1 < self.levels.len() {
            scale *= 0.5;
            wanted += 1;
        }
        &self.levels[wanted]
    }
}

impl Level {
    /// Cover and brightness at a point, between cells.
    pub fn at(&self, u: f32, v: f32) -> (f32, f32) {
        let (u, v) = (u - 0.5, v - 0.5);
        if u <= -1.0 || v <= -1.0 {
            return (0.0, 0.0);
        }
        // One cell of margin keeps the numbers positive, where truncation is rounding down.
        let (x, y) = ((u + 1.0) as usize, (v + 1.0) as usize);
        let (fx, fy) = (u + 1.0 - x as f32, v + 1.0 - y as f32);
        let (a, b) = (self.cell(x, y), self.cell(x + 1, y));
        let (c, d) = (self.cell(x, y + 1), self.cell(x + 1, y + 1));
        let cover = mix(mix(a.0, b.0, fx), mix(c.0, d.0, fx), fy);
        let bright = mix(mix(a.1, b.1, fx), mix(c.1, d.1, fx), fy);
        (cover, bright / cover.max(1e-4))
    }

    /// The cell left of and above column `x` and row `y`.
    fn cell(&self, x: usize, y: usize) -> (f32, f32) {
        if x == 0 || y == 0 || x > self.width || y > self.height {
            return (0.0, 0.0);
        }
        self.cells[(y - 1) * self.width + x - 1]
    }

    fn halved(&self) -> Self {
        let (width, height) = (self.width.div_ceil(2), self.height.div_ceil(2));
        let mut cells = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let corners = [(1, 1), (2, 1), (1, 2), (2, 2)]
                    .map(|(dx, dy)| self.cell(x * 2 + dx, y * 2 + dy));
                let sum =
                    corners.iter().fold((0.0, 0.0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
                cells.push((sum.0 * 0.25, sum.1 * 0.25));
            }
        }
        Self { width, height, cells }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smaller_sizes_cover_as_much() {
        let mut shape = Shape::new(64, 64);
        shape.stroke((10.0, 10.0), (50.0, 54.0), (6.0, 3.0), 0.5);
        let shape = shape.finish();
        let share = |level: &Level| {
            level.cells.iter().map(|cell| cell.0).sum::<f32>() / (level.width * level.height) as f32
        };
        let (large, small) = (share(shape.level(1.0)), share(shape.level(2.0)));
        assert!(large > 0.05 && (large - small).abs() < 0.002, "{large} became {small}");
    }
}
