//! Trees as stamps: a few drawn once per picture, then planted many times at many sizes.

use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::curves::mix;
use crate::dice::Dice;

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
    pub colour: Rgb,
    pub flip: bool,
}

/// How much of each cell a tree covers, foot at the bottom middle.
struct Shape {
    width: usize,
    height: usize,
    cover: Vec<f32>,
}

impl Grove {
    /// Spruces and firs: drooping tiers of branches around a straight trunk.
    pub fn conifers(seed: u32, height: usize) -> Self {
        let mut dice = Dice::new(u64::from(seed));
        let tall = (height / 2).clamp(120, 900);
        let shapes = (0..8).map(|_| conifer(&mut dice, tall)).collect();
        Self { shapes }
    }

    pub fn plant(&self, canvas: &mut Canvas, stamp: &Stamp) {
        let shape = &self.shapes[stamp.kind % self.shapes.len()];
        let scale = shape.height as f32 / stamp.tall.max(2.0);
        let half = shape.width as f32 / scale * 0.5;
        let (left, right) = ((stamp.x - half) as i32, (stamp.x + half) as i32 + 1);
        let top = (stamp.foot - stamp.tall) as i32;
        for y in top.max(0)..(stamp.foot as i32 + 1).min(canvas.height as i32) {
            let v = (y as f32 + 0.5 - (stamp.foot - stamp.tall)) * scale;
            for x in left.max(0)..right.min(canvas.width as i32) {
                let across = (x as f32 + 0.5 - stamp.x) * scale;
                let u = shape.width as f32 * 0.5 + if stamp.flip { -across } else { across };
                let cover = shape.sample(u, v, scale);
                if cover > 0.004 {
                    canvas.lay(x, y, stamp.colour, cover);
                }
            }
        }
        // Whatever stands below the picture's foot line is hidden by ground or mist.
    }
}

impl Shape {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, cover: vec![0.0; width * height] }
    }

    /// The cover around a point; the mean over several cells when the tree is small.
    fn sample(&self, u: f32, v: f32, scale: f32) -> f32 {
        let taps = (scale.ceil() as i32).clamp(1, 4);
        let mut sum = 0.0;
        for row in 0..taps {
            for column in 0..taps {
                let dx = ((column as f32 + 0.5) / taps as f32 - 0.5) * scale;
                let dy = ((row as f32 + 0.5) / taps as f32 - 0.5) * scale;
                sum += self.smooth_at(u + dx - 0.5, v + dy - 0.5);
            }
        }
        sum / (taps * taps) as f32
    }

    fn smooth_at(&self, u: f32, v: f32) -> f32 {
        let (x, y) = (u.floor(), v.floor());
        let (fx, fy) = (u - x, v - y);
        let (x, y) = (x as i32, y as i32);
        let above = mix(self.at(x, y), self.at(x + 1, y), fx);
        mix(above, mix(self.at(x, y + 1), self.at(x + 1, y + 1), fx), fy)
    }

    fn at(&self, x: i32, y: i32) -> f32 {
        if x < 0 || y < 0 || x as usize >= self.width || y as usize >= self.height {
            return 0.0;
        }
        self.cover[y as usize * self.width + x as usize]
    }

    /// A stroke of the brush from one point to another, thinning out.
    fn stroke(&mut self, from: (f32, f32), to: (f32, f32), (start, end): (f32, f32)) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let steps = (dx.abs().max(dy.abs()) * 1.5).ceil().max(1.0) as i32;
        for step in 0..=steps {
            let t = step as f32 / steps as f32;
            self.dot(from.0 + dx * t, from.1 + dy * t, mix(start, end, t));
        }
    }

    fn dot(&mut self, x: f32, y: f32, radius: f32) {
        let reach = radius.ceil() as i32 + 1;
        for row in (y as i32 - reach)..=(y as i32 + reach) {
            for column in (x as i32 - reach)..=(x as i32 + reach) {
                if column < 0
                    || row < 0
                    || column as usize >= self.width
                    || row as usize >= self.height
                {
                    continue;
                }
                let (dx, dy) = (column as f32 + 0.5 - x, row as f32 + 0.5 - y);
                let cover = (radius + 0.5 - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.0);
                let cell = &mut self.cover[row as usize * self.width + column as usize];
                *cell = cell.max(cover);
            }
        }
    }
}

fn conifer(dice: &mut Dice, tall: usize) -> Shape {
    let slim = dice.range(0.30, 0.46);
    let mut shape = Shape::new((tall as f32 * slim) as usize + 8, tall);
    let (unit, middle) = (tall as f32, shape.width as f32 * 0.5);
    shape.stroke((middle, 2.0), (middle, unit), (unit * 0.002, unit * 0.011));
    let tiers = 46 + dice.below(16);
    for tier in 0..tiers {
        let t = (tier as f32 + dice.unit()) / tiers as f32;
        let y = unit * (0.03 + 0.9 * t);
        let reach = unit * slim * 0.5 * (0.06 + 0.94 * t.powf(0.8)) * dice.range(0.55, 1.05);
        for side in [-1.0, 1.0] {
            if dice.unit() < 0.12 {
                continue;
            }
            let end = reach * dice.range(0.7, 1.1);
            let droop = unit * dice.range(0.012, 0.05) * (0.4 + t);
            branch(&mut shape, dice, (middle, y), (side * end, droop));
        }
    }
    shape
}

/// A bough that droops and then lifts its tip, hung with twigs.
fn branch(shape: &mut Shape, dice: &mut Dice, from: (f32, f32), (dx, dy): (f32, f32)) {
    let unit = shape.height as f32;
    let steps = 9;
    let mut last = from;
    for step in 1..=steps {
        let t = step as f32 / steps as f32;
        let here = (from.0 + dx * t, from.1 + dy * (t * 1.7 - 0.7 * t * t));
        shape.stroke(last, here, (unit * 0.004 * (1.2 - t), unit * 0.004 * (1.1 - t)));
        for _ in 0..3 {
            let hang = unit * dice.range(0.006, 0.026) * (1.25 - t);
            let drift = dice.spread() * unit * 0.009 + dx.signum() * unit * 0.004;
            shape.stroke(here, (here.0 + drift, here.1 + hang), (unit * 0.002_6, unit * 0.001));
        }
        last = here;
    }
}
