//! Trees as stamps: a few drawn once per picture, then planted many times at many sizes.

use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::dice::Dice;
use crate::shape::Shape;

/// A handful of tree shapes.
pub(crate) struct Grove {
    shapes: Vec<Shape>,
}

/// Where and how one tree is planted, in pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stamp {
    pub kind: usize,
    pub x: f32,
    /// The row of its foot.
    pub foot: f32,
    pub tall: f32,
    pub dark: Rgb,
    /// The colour where light (or snow) lies on it.
    pub bright: Rgb,
    pub flip: bool,
}

impl Grove {
    /// Spruces and firs: drooping tiers of branches around a straight trunk.
    pub fn conifers(seed: u32, height: usize) -> Self {
        let mut dice = Dice::new(u64::from(seed));
        let tall = (height / 2).clamp(120, 560);
        let shapes = (0..6).map(|_| conifer(&mut dice, tall).finish()).collect();
        Self { shapes }
    }

    /// Acacias: a leaning trunk that forks low, the crown a flat table.
    pub fn acacias(seed: u32, height: usize) -> Self {
        let mut dice = Dice::new(u64::from(seed));
        let tall = (height / 3).clamp(100, 700);
        let shapes = (0..5).map(|_| acacia(&mut dice, tall).finish()).collect();
        Self { shapes }
    }

    pub fn plant(&self, canvas: &mut Canvas, stamp: &Stamp) {
        let shape = &self.shapes[stamp.kind % self.shapes.len()];
        let level = shape.level(shape.height() / stamp.tall.max(2.0));
        let scale = level.height as f32 / stamp.tall.max(2.0);
        let half = level.width as f32 / scale * 0.5;
        let left = ((stamp.x - half).max(0.0)) as usize;
        let right = ((stamp.x + half + 1.0).max(0.0) as usize).min(canvas.width);
        let top = stamp.foot - stamp.tall;
        let bottom = (stamp.foot.max(0.0) as usize).min(canvas.height);
        for y in (top.max(0.0) as usize)..bottom {
            let v = (y as f32 + 0.5 - top) * scale;
            let row = canvas.row_mut(y);
            for (x, pixel) in row.iter_mut().enumerate().take(right).skip(left) {
                let across = (x as f32 + 0.5 - stamp.x) * scale;
                let u = level.width as f32 * 0.5 + if stamp.flip { -across } else { across };
                let (cover, bright) = level.at(u, v);
                if cover > 0.004 {
                    *pixel = pixel.mix(stamp.dark.mix(stamp.bright, bright), cover);
                }
            }
        }
    }
}

fn conifer(dice: &mut Dice, tall: usize) -> Shape {
    let slim = dice.range(0.26, 0.40);
    let mut shape = Shape::new((tall as f32 * slim) as usize + 8, tall);
    let (unit, middle) = (tall as f32, tall as f32 * slim * 0.5 + 4.0);
    shape.stroke((middle, 2.0), (middle, unit), (unit * 0.002, unit * 0.010), 0.15);
    let tiers = 58 + dice.below(20);
    for tier in 0..tiers {
        let t = (tier as f32 + dice.unit()) / tiers as f32;
        let y = unit * (0.02 + 0.93 * t);
        let reach = unit * slim * 0.5 * (0.05 + 0.95 * t.powf(0.75)) * dice.range(0.5, 1.05);
        for side in [-1.0, 1.0] {
            if dice.unit() < 0.1 {
                continue;
            }
            let end = reach * dice.range(0.7, 1.1);
            let droop = unit * dice.range(0.008, 0.045) * (0.3 + t);
            bough(&mut shape, dice, (middle, y), (side * end, droop));
        }
        // Boughs that point at us, seen short.
        let short = reach * dice.spread() * 0.4;
        bough(&mut shape, dice, (middle, y), (short, unit * 0.03 * (0.4 + t)));
    }
    shape
}

/// A bough that droops and then lifts its tip, hung with twigs; light lies on its upper side.
fn bough(shape: &mut Shape, dice: &mut Dice, from: (f32, f32), (dx, dy): (f32, f32)) {
    let unit = shape.height();
    let steps = 9;
    let mut last = from;
    for step in 1..=steps {
        let t = step as f32 / steps as f32;
        let here = (from.0 + dx * t, from.1 + dy * (t * 1.7 - 0.7 * t * t));
        for _ in 0..3 {
            let hang = unit * dice.range(0.006, 0.024) * (1.25 - t);
            let drift = dice.spread() * unit * 0.009 + dx.signum() * unit * 0.004;
            let tone = dice.range(0.0, 0.35) + t * 0.2;
            shape.stroke(
                here,
                (here.0 + drift, here.1 + hang),
                (unit * 0.003_8, unit * 0.001_6),
                tone,
            );
        }
        shape.stroke(
            last,
            here,
            (unit * 0.005_5 * (1.2 - t), unit * 0.005_5 * (1.1 - t)),
            0.45 + 0.5 * t,
        );
        last = here;
    }
}

/// Limbs that spread like a fan, and tables of fine leaves on their ends.
fn acacia(dice: &mut Dice, tall: usize) -> Shape {
    let wide = dice.range(1.25, 1.6);
    let mut shape = Shape::new((tall as f32 * wide) as usize + 8, tall);
    let (unit, middle) = (tall as f32, tall as f32 * wide * 0.5 + 4.0);
    let foot = (middle + dice.spread() * unit * 0.06, unit);
    let fork = (middle, unit * dice.range(0.58, 0.68));
    shape.stroke(foot, fork, (unit * 0.026, unit * 0.017), 0.12);
    for table in 0..9 {
        let side = table as f32 / 4.0 - 1.0;
        let end = (
            middle + side * unit * wide * 0.34 * dice.range(0.85, 1.1),
            unit * (0.14 + side * side * 0.10 + dice.spread() * 0.045),
        );
        let knee = (fork.0 + (end.0 - fork.0) * 0.42, fork.1 + (end.1 - fork.1) * 0.55);
        shape.stroke(fork, knee, (unit * 0.011, unit * 0.007), 0.12);
        shape.stroke(knee, end, (unit * 0.007, unit * 0.003), 0.15);
        table_of_leaves(&mut shape, dice, end);
    }
    shape
}

fn table_of_leaves(shape: &mut Shape, dice: &mut Dice, (x, y): (f32, f32)) {
    let unit = shape.height();
    let reach = unit * dice.range(0.13, 0.24);
    for _ in 0..520 {
        let (angle, out) = (dice.range(0.0, std::f32::consts::TAU), dice.unit().sqrt());
        let (dx, dy) = (angle.cos() * out * reach, angle.sin() * out * reach * 0.24);
        let tone = (0.5 - dy / (reach * 0.24) * 0.5 + dice.spread() * 0.2).clamp(0.0, 1.0);
        shape.dot(x + dx, y + dy - unit * 0.015, unit * dice.range(0.002, 0.006), tone);
    }
}
