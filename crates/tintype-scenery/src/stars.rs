//! Stars: many faint ones, few bright ones, a little colour.

use crate::canvas::{Canvas, View};
use crate::colour::Rgb;
use crate::dice::Dice;

/// A sky full of stars.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stars {
    pub seed: u32,
    pub count: usize,
    /// Brightness of a middling star.
    pub strength: f32,
}

impl Stars {
    /// Adds stars above the horizon.
    pub fn paint(&self, canvas: &mut Canvas, view: &View) {
        let mut dice = Dice::new(u64::from(self.seed));
        for _ in 0..self.count {
            let x = dice.unit() * canvas.width as f32;
            let y = dice.unit() * canvas.height as f32;
            let star = self.star(&mut dice);
            if y < view.horizon {
                let low = ((view.horizon - y) / view.unit() * 5.0).min(1.0);
                dot(canvas, (x, y), star * low, view.unit());
            }
        }
    }

    /// One star's light: the number of stars triples with every step down in brightness.
    pub fn star(&self, dice: &mut Dice) -> Rgb {
        let bright = (0.02 + dice.unit()).powf(-0.9) * 0.5;
        let warm = dice.spread() * 0.35;
        Rgb::new(1.0 + warm * 0.6, 1.0, 1.0 - warm) * (self.strength * bright)
    }
}

/// Spreads a star's light over the few pixels a lens would.
pub(crate) fn dot(canvas: &mut Canvas, (x, y): (f32, f32), light: Rgb, unit: f32) {
    // A star keeps its light when the picture shrinks; only its size changes.
    let radius = unit * 0.000_65;
    let reach = (radius * 2.0).ceil() as i32;
    let wide = (radius * radius).max(0.18);
    for row in -reach..=reach {
        for column in -reach..=reach {
            let (px, py) = (x as i32 + column, y as i32 + row);
            let (dx, dy) = (px as f32 + 0.5 - x, py as f32 + 0.5 - y);
            let share =
                crate::curves::fade((dx * dx + dy * dy) / wide) * (radius * radius / wide).min(1.0);
            canvas.light(px, py, light * share);
        }
    }
}
