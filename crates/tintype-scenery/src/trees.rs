//! Trees as stamps: a few drawn once per picture, then planted many times at many sizes.

use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::curves::mix;
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
        let tall = (height / 2).clamp(120, 900);
        let shapes = (0..8).map(|_| conifer(&mut dice, tall).finish()).collect();
        Self { shapes }
    }

    /// Broad crowns in leaf.
    pub fn leafy(seed: u32, height: usize) -> Self {
        let mut dice = Dice::new(u64::from(seed));
        let tall = (height / 3).clamp(100, 600);
        let shapes = (0..6).map(|_| broadleaf(&mut dice, tall).finish()).collect();
        Self { shapes }
    }

    /// Bare branches.
    pub fn bare(seed: u32, height: usize) -> Self {
        let mut dice = Dice::new(u64::from(seed));
        let tall = (height / 2).clamp(120, 900);
        let shapes = (0..4).map(|_| bare(&mut dice, tall).finish()).collect();
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
                (unit * 0.002_6, unit * 0.001),
                tone,
            );
        }
        shape.stroke(
            last,
            here,
            (unit * 0.004 * (1.2 - t), unit * 0.004 * (1.1 - t)),
            0.45 + 0.5 * t,
        );
        last = here;
    }
}

/// A trunk that forks into a crown of leaf clumps, brighter above than below.
fn broadleaf(dice: &mut Dice, tall: usize) -> Shape {
    let wide = dice.range(0.75, 1.1);
    let mut shape = Shape::new((tall as f32 * wide) as usize + 8, tall);
    let (unit, middle) = (tall as f32, tall as f32 * wide * 0.5 + 4.0);
    limb(
        &mut shape,
        dice,
        Limb { x: middle, y: unit, angle: 0.0, long: unit * 0.26, thick: unit * 0.022, depth: 4 },
    );
    for clump in 0..70 {
        let (angle, out) = (dice.range(0.0, 6.28), dice.unit().sqrt());
        let x = middle + angle.cos() * out * unit * wide * 0.40;
        let y = unit * (0.40 + angle.sin() * out * 0.30);
        let size = unit * dice.range(0.03, 0.075);
        for _ in 0..60 {
            let (angle, out) = (dice.range(0.0, 6.28), dice.unit().sqrt());
            let (dx, dy) = (angle.cos() * out * size, angle.sin() * out * size * 0.8);
            let tone = (0.5 - dy / size * 0.3 - (y / unit - 0.4) * 0.9 + dice.spread() * 0.12)
                .clamp(0.0, 1.0);
            shape.dot(
                x + dx,
                y + dy,
                unit * dice.range(0.003, 0.009),
                tone * if clump % 3 == 0 { 0.7 } else { 1.0 },
            );
        }
    }
    shape
}

fn bare(dice: &mut Dice, tall: usize) -> Shape {
    let mut shape = Shape::new((tall as f32 * 0.9) as usize, tall);
    let (unit, middle) = (tall as f32, tall as f32 * 0.45);
    limb(
        &mut shape,
        dice,
        Limb { x: middle, y: unit, angle: 0.0, long: unit * 0.27, thick: unit * 0.018, depth: 8 },
    );
    shape
}

/// A branch about to grow; angle 0 points up.
struct Limb {
    x: f32,
    y: f32,
    angle: f32,
    long: f32,
    thick: f32,
    depth: u32,
}

fn limb(shape: &mut Shape, dice: &mut Dice, limb: Limb) {
    let (mut x, mut y, mut angle) = (limb.x, limb.y, limb.angle);
    for step in 0..4 {
        let t = step as f32 / 4.0;
        angle += dice.spread() * 0.12 - angle * 0.03;
        let next = (x + angle.sin() * limb.long * 0.25, y - angle.cos() * limb.long * 0.25);
        let thick = limb.thick * mix(1.0, 0.7, t);
        shape.stroke((x, y), next, (thick, thick * 0.94), 0.25);
        (x, y) = next;
    }
    if limb.depth == 0 {
        return;
    }
    let forks = if dice.unit() < 0.35 { 3 } else { 2 };
    for fork in 0..forks {
        let side = fork as f32 / (forks - 1) as f32 * 2.0 - 1.0;
        let turn = side * dice.range(0.25, 0.65) + dice.spread() * 0.1;
        let shrink = dice.range(0.66, 0.86);
        let grown = Limb {
            x,
            y,
            angle: angle + turn,
            long: limb.long * shrink,
            thick: limb.thick * 0.66,
            depth: limb.depth - 1,
        };
        self::limb(shape, dice, grown);
    }
}
