//! Blades, stalks and petals: single strokes of a fine brush.

use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::curves::mix;

/// A curved stroke that thins out towards its tip; all lengths in pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stroke {
    pub x: f32,
    pub y: f32,
    /// How far the tip lies to the right, and how far up.
    pub lean: f32,
    pub tall: f32,
    pub thick: f32,
    pub foot: Rgb,
    pub tip: Rgb,
}

impl Stroke {
    pub fn paint(&self, canvas: &mut Canvas) {
        let rows = self.tall.abs().max(1.0);
        let bottom = self.y.min(canvas.height as f32);
        let mut y = (self.y - self.tall).max(0.0).floor();
        while y < bottom {
            let t = ((self.y - y - 0.5) / rows).clamp(0.0, 1.0);
            let middle = self.x + self.lean * t * t;
            // A stroke that leans far covers more than its thickness in each row.
            let half = (self.thick * (1.0 - t * 0.85) + (self.lean * 2.0 * t / rows).abs()) * 0.5;
            span(canvas, y as i32, (middle - half, middle + half), self.foot.mix(self.tip, t));
            y += 1.0;
        }
    }
}

/// Covers part of a row, its ends softly.
fn span(canvas: &mut Canvas, y: i32, (from, to): (f32, f32), colour: Rgb) {
    for x in from.floor() as i32..=to.floor() as i32 {
        let cover = (to.min(x as f32 + 1.0) - from.max(x as f32)).clamp(0.0, 1.0);
        canvas.lay(x, y, colour, cover);
    }
}

/// A soft round spot, flattened by `flat` (1 is a circle).
pub(crate) fn spot(
    canvas: &mut Canvas,
    (x, y): (f32, f32),
    (radius, flat): (f32, f32),
    (colour, strength): (Rgb, f32),
) {
    let high = radius * flat;
    for row in (y - high - 1.0) as i32..=(y + high + 1.0) as i32 {
        for column in (x - radius - 1.0) as i32..=(x + radius + 1.0) as i32 {
            let (dx, dy) = (column as f32 + 0.5 - x, (row as f32 + 0.5 - y) / flat.max(0.1));
            let cover = (radius + 0.5 - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.0);
            if cover > 0.0 {
                canvas.lay(column, row, colour, cover * strength);
            }
        }
    }
}

/// A straight soft line between two points.
pub(crate) fn line(
    canvas: &mut Canvas,
    from: (f32, f32),
    to: (f32, f32),
    (thick, colour, strength): (f32, Rgb, f32),
) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let steps = dx.abs().max(dy.abs()).ceil().max(1.0);
    let mut step = 0.0;
    while step <= steps {
        let t = step / steps;
        let (x, y) = (mix(from.0, to.0, t), mix(from.1, to.1, t));
        if dy.abs() > dx.abs() {
            for px in (x - thick * 0.5).floor() as i32..=(x + thick * 0.5).floor() as i32 {
                let cover = ((x + thick * 0.5).min(px as f32 + 1.0)
                    - (x - thick * 0.5).max(px as f32))
                .clamp(0.0, 1.0);
                canvas.lay(px, y as i32, colour, cover * strength);
            }
        } else {
            for py in (y - thick * 0.5).floor() as i32..=(y + thick * 0.5).floor() as i32 {
                let cover = ((y + thick * 0.5).min(py as f32 + 1.0)
                    - (y - thick * 0.5).max(py as f32))
                .clamp(0.0, 1.0);
                canvas.lay(x as i32, py, colour, cover * strength);
            }
        }
        step += 1.0;
    }
}
