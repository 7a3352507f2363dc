//! Seen straight from above: surf on a beach, the arms of a river in its sand.

use super::Painting;
use crate::brief::Brief;
use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::curves::{fade, mix, smooth};
use crate::develop::Film;
use crate::noise::Noise;

/// Surf running up a beach.
pub(crate) fn surf(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let shore = Surf {
        noise: Noise::new(dice.seed()),
        turn: dice.range(-0.5, 0.5),
        at: dice.range(0.5, 0.68),
        sand: Rgb::hex(dice.pick(&[0xe6_d2_aa, 0xd8_b8_90, 0x50_4c_4c, 0xe8_c8_b8])),
        deep: Rgb::hex(dice.pick(&[0x0e_58_72, 0x10_4c_60, 0x12_6c_78])),
        mirrored: dice.unit() < 0.5,
    };
    let film = Film { key: 0.26, contrast: 1.05, vignette: 0.15, ..brief.film() };
    paint(brief, film, |x, y| shore.colour(x, y))
}

/// A braided river.
pub(crate) fn braids(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let river = Braids {
        noise: Noise::new(dice.seed()),
        turn: dice.range(-0.6, 0.6),
        water: Rgb::hex(dice.pick(&[0x5c_9c_a8, 0x3c_7c_98, 0x84_a8_a8, 0x2c_5c_7c])),
        sand: dice
            .pick(&[[0x5a_54_50, 0x86_7c_70], [0x9c_84_60, 0xc8_b0_88], [0x3c_3a_3c, 0x64_5e_5c]])
            .map(Rgb::hex),
        green: Rgb::hex(dice.pick(&[0x4c_5c_2c, 0x70_60_30, 0x5c_6c_38])),
    };
    let film = Film { key: 0.24, contrast: 1.1, vignette: 0.15, ..brief.film() };
    paint(brief, film, |x, y| river.colour(x, y))
}

/// Asks for the colour of every third pixel of a large picture and fills in between, for such scenes
/// are smooth; the film's grain hides the step.
fn paint(brief: &Brief, film: Film, colour: impl Fn(f32, f32) -> Rgb) -> Painting {
    let mut canvas = Canvas::new(brief.width, brief.height);
    let unit = brief.height.min(brief.width) as f32;
    let step = if unit > 1800.0 {
        3
    } else if unit > 1100.0 {
        2
    } else {
        1
    };
    let cells = brief.width.div_ceil(step) + 1;
    let line = |y: usize| -> Vec<Rgb> {
        (0..cells).map(|i| colour((i * step) as f32 / unit, y as f32 / unit)).collect()
    };
    let mut above = line(0);
    for top in (0..brief.height).step_by(step) {
        let below = line(top + step);
        for y in top..(top + step).min(brief.height) {
            let down = (y - top) as f32 / step as f32;
            for (x, pixel) in canvas.row_mut(y).iter_mut().enumerate() {
                let (i, across) = (x / step, (x % step) as f32 / step as f32);
                *pixel = above[i]
                    .mix(above[i + 1], across)
                    .mix(below[i].mix(below[i + 1], across), down);
            }
        }
        above = below;
    }
    Painting { canvas, film }
}

struct Surf {
    noise: Noise,
    turn: f32,
    at: f32,
    sand: Rgb,
    deep: Rgb,
    mirrored: bool,
}

impl Surf {
    fn colour(&self, x: f32, y: f32) -> Rgb {
        let (along, out) =
            (y - x * self.turn, if self.mirrored { 1.5 - x } else { x } + y * self.turn * 0.5);
        let noise = self.noise;
        let bend = noise.fbm(along * 1.3, out * 0.7, 4) * 0.16;
        // Below zero dry sand, growing seawards.
        let sea = out - self.at + bend;
        let swash = sea + noise.other(1).fbm(along * 3.1, 0.3, 4) * 0.08;
        let ground = self.beach(along, out, swash);
        let depth = sea.max(0.0);
        let ripple = noise.other(4).fbm(along * 9.0, out * 22.0, 3);
        let shallow = Rgb::hex(0x6c_c8_c0) * (1.0 + ripple * 0.16);
        let water = shallow.mix(self.deep * (1.0 + ripple * 0.22), smooth(0.02, 0.55, depth));
        let wet = smooth(-0.02, 0.01, swash);
        let seen = ground.mix(water, wet * (1.0 - fade(depth * 9.0 + 0.4)));
        seen.mix(Rgb::hex(0xf8_fa_fa), self.foam(along, out, swash))
    }

    fn beach(&self, along: f32, out: f32, swash: f32) -> Rgb {
        let grain = self.noise.other(5).fbm(along * 14.0, out * 14.0, 3) * 0.10
            + self.noise.other(6).at(along * 160.0, out * 160.0) * 0.06;
        let damp = smooth(-0.16, -0.03, swash);
        self.sand * ((1.0 + grain) * mix(1.0, 0.62, damp))
    }

    /// Lace behind the edge of the swash and two or three breakers farther out.
    fn foam(&self, along: f32, out: f32, swash: f32) -> f32 {
        let noise = self.noise;
        let bend = noise.other(8).at(along * 5.0, out * 5.0) * 0.3;
        let cells = noise.other(7).at(along * 15.0 + bend * 4.0, out * 15.0).abs();
        let fine = noise.other(9).at(along * 38.0, out * 38.0 + bend).abs();
        let lace = smooth(0.20, 0.02, cells.min(fine * 1.3));
        let edge = smooth(-0.006, 0.004, swash) * smooth(0.03, 0.004, swash);
        let mut foam =
            edge * 0.95 + lace * smooth(0.0, 0.02, swash) * smooth(0.17, 0.03, swash) * 0.75;
        for breaker in 0..3 {
            let line = 0.12
                + breaker as f32 * 0.15
                + noise.other(20 + breaker).fbm(along * 1.7, 0.7, 3) * 0.09;
            let behind = swash - line;
            let strength = smooth(-0.05, 0.25, noise.other(30 + breaker).fbm(along * 2.2, 0.1, 2));
            let crest = smooth(-0.012, 0.0, behind) * smooth(0.05, 0.0, behind);
            let trail = lace * smooth(0.0, 0.02, behind) * smooth(0.12, 0.02, behind) * 0.6;
            foam += (crest * (0.55 + 0.45 * lace) + trail) * strength;
        }
        foam.min(1.0) * 0.92
    }
}

struct Braids {
    noise: Noise,
    turn: f32,
    water: Rgb,
    sand: [Rgb; 2],
    green: Rgb,
}

impl Braids {
    fn colour(&self, x: f32, y: f32) -> Rgb {
        let noise = self.noise;
        let (along, across) = (x + y * self.turn, y - x * self.turn);
        let bend = noise.other(1).fbm(along * 0.9, across * 0.9, 3);
        let (u, v) = (along * 1.0 + bend * 0.35, across * 3.6 + bend * 1.1);
        // Channels run where two fields of noise cross zero.
        let large = noise.other(2).fbm(u, v, 5).abs();
        let small = noise.other(3).fbm(u * 2.1, v * 2.1, 5).abs();
        let bars = smooth(-0.25, 0.3, noise.other(4).fbm(along * 0.8, across * 1.1, 2));
        let channel = smooth(0.085, 0.07, large).max(smooth(0.045, 0.033, small) * bars);
        let deep = smooth(0.07, 0.0, large.min(small + 0.03));
        let silt = noise.other(5).fbm(u * 5.0, v * 3.0, 4);
        let bank = noise.other(6).fbm(along * 6.0, across * 9.0, 4) * 0.6
            + noise.other(10).at(along * 90.0, across * 90.0) * 0.12;
        let dry = self.sand[0].mix(self.sand[1], (0.5 + bank).clamp(0.0, 1.0));
        let grown = smooth(0.20, 0.34, large + bank * 0.12) * smooth(0.1, -0.3, bars - 0.7);
        let tufts = 1.0 + noise.other(7).fbm(along * 34.0, across * 34.0, 3) * 0.9;
        let land = dry.mix(self.green * tufts.max(0.3), grown * 0.9);
        let wet = smooth(0.17, 0.08, large.min(small + 0.05)) * 0.45;
        let water = self.water.mix(self.water * 0.45, deep * 0.8) * (1.0 + silt * 0.28);
        (land * (1.0 - wet)).mix(water, channel)
    }
}
