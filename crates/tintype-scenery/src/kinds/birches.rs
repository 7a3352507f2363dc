//! A birch wood: pale trunks with dark marks, light falling between them.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::canvas::{Canvas, View};
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::dice::Dice;
use crate::noise::Noise;
use crate::stage::Stage;
use crate::strokes::{Stroke, spot};
use crate::wash::Wash;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.2, 0.62);
    let air = brief.air(dice.range(-0.6, 0.6));
    let mut stage = Stage::new(brief, dice, view, air);
    let wood = Wood::new(&mut stage, brief);
    wood.depth(&mut stage, &view);
    for layer in 0..LAYERS {
        let near = layer as f32 / (LAYERS - 1) as f32;
        wood.leaves(&mut stage, near);
        wood.trunks(&mut stage, near);
        wood.litter(&mut stage, &view, near);
        wood.floor(&mut stage, near);
    }
    stage.film.contrast = 1.1;
    stage.finish()
}

struct Wood {
    /// The bright air between the trees.
    air: Rgb,
    light: Rgb,
    leaf: [Rgb; 3],
    floor: [Rgb; 2],
    bare: bool,
    sun_side: f32,
}

impl Wood {
    fn new(stage: &mut Stage, brief: &Brief) -> Self {
        let hex = |codes: [u32; 3]| codes.map(Rgb::hex);
        let (leaf, floor) = match brief.season {
            Season::Spring => (hex([0x9c_b8_48, 0x7a_9c_3c, 0xbc_cc_70]), [0x40_52_22, 0x86_9c_48]),
            Season::Summer => (hex([0x5c_7a_30, 0x43_60_26, 0x80_94_40]), [0x30_40_1c, 0x64_78_34]),
            Season::Autumn => (hex([0xd8_a4_2c, 0xc0_7c_20, 0xe8_c8_58]), [0x5c_3c_1c, 0xb0_78_30]),
            Season::Winter => (hex([0xd0_d4_da, 0xb8_bc_c4, 0xe8_ea_ee]), [0xb8_c0_cc, 0xec_ee_f2]),
        };
        let light = stage.daylight() + stage.sky.sunlight * 0.05;
        Self {
            air: light.mix(stage.sky.haze(0.0), 0.5).mix(leaf[2] * light, 0.35) * 1.1,
            light,
            leaf,
            floor: floor.map(Rgb::hex),
            bare: brief.season == Season::Winter,
            sun_side: stage.sky.sun[0].signum(),
        }
    }

    /// What lies behind all trees: bright air above, ground below, blurred.
    fn depth(&self, stage: &mut Stage, view: &View) {
        let noise = stage.noise;
        let ground = self.floor[1] * self.light;
        let wash = Wash::new(view, 6, |across, up| {
            let blur = noise.fbm(across * 3.0, up * 2.0, 3);
            let crowns = self.leaf[1] * self.light * (0.8 + blur * 0.6);
            let glow = self.air * (1.1 + blur * 0.5);
            let high = smooth(0.05, 0.5, up + blur * 0.15);
            let wall = glow.mix(crowns, high * 0.6);
            (wall.mix(ground, smooth(0.02, -0.10, up)), 1.0)
        });
        wash.lay_over(&mut stage.canvas);
    }

    /// How much of a thing's own colour is left at a depth.
    fn clear(near: f32) -> f32 {
        mix(0.22, 1.0, near.powf(0.8))
    }

    fn foot(near: f32) -> f32 {
        mix(0.625, 1.08, near.powf(1.5))
    }

    fn trunks(&self, stage: &mut Stage, near: f32) {
        let unit = stage.view.unit();
        let wide = stage.canvas.width as f32;
        let count = (mix(26.0, 4.2, near.sqrt()) * wide / unit).round() as usize;
        for i in 0..count {
            let dice = &mut stage.dice;
            let x = (i as f32 + 0.5 + dice.spread() * 0.5) / count as f32 * wide;
            let thick = mix(0.006, 0.052, near.powf(1.4)) * dice.range(0.7, 1.25) * unit;
            let trunk = Trunk {
                x,
                foot: (Self::foot(near) + dice.spread() * 0.02) * unit,
                thick,
                lean: dice.spread() * 0.05,
                noise: Noise::new(dice.seed()),
            };
            self.trunk(&mut stage.canvas, &trunk, near, unit);
        }
    }

    fn trunk(&self, canvas: &mut Canvas, trunk: &Trunk, near: f32, unit: f32) {
        let clear = Self::clear(near);
        let bottom = (trunk.foot as usize).min(canvas.height);
        for y in 0..bottom {
            let v = (trunk.foot - y as f32) / unit;
            let bend = trunk.noise.line(v * 1.3) * trunk.thick * 0.7;
            let middle = trunk.x + trunk.lean * v * unit + bend;
            let half =
                trunk.thick * 0.5 * mix(1.1, 0.72, v.min(1.0)) * (1.0 + 0.5 * smooth(0.05, 0.0, v));
            let marks = trunk.noise.other(1).line(y as f32 / trunk.thick * 1.7);
            for x in (middle - half).floor().max(0.0) as usize
                ..((middle + half).ceil().max(0.0) as usize).min(canvas.width)
            {
                let u = (x as f32 + 0.5 - middle) / half;
                let cover = ((1.0 - u.abs()) * half + 0.5).clamp(0.0, 1.0);
                let colour = self.bark(trunk, (u, v), marks, y as f32 / trunk.thick);
                canvas.lay(x as i32, y as i32, self.air.mix(colour, clear), cover);
            }
        }
    }

    /// White bark, dark dashes across it, dark and rough near the ground.
    fn bark(&self, trunk: &Trunk, (u, v): (f32, f32), marks: f32, along: f32) -> Rgb {
        let dash = trunk.noise.other(2).at(u * 1.1 + 7.0, along * 4.5);
        let scar = smooth(0.30, 0.55, marks * 0.6 + dash * 0.55);
        let rough = smooth(0.16, 0.0, v + dash * 0.06);
        let peel = trunk.noise.other(3).at(u * 2.0, along * 1.1) * 0.10;
        let round =
            (1.0 - u * u * 0.75).max(0.0) * 0.7 + 0.18 + 0.30 * (u * self.sun_side).max(0.0);
        let white = Rgb::hex(0xe4_dd_d2) * (1.0 + peel);
        let dark = Rgb::hex(0x2a_24_22);
        white.mix(dark, (scar * 0.85).max(rough * 0.8)) * self.light * (round * 0.8)
    }

    /// Twigs with small hanging leaves, in loose groups.
    fn leaves(&self, stage: &mut Stage, near: f32) {
        let unit = stage.view.unit();
        let wide = stage.canvas.width as f32;
        let clear = Self::clear(near);
        let patches = stage.noise.other(40 + (near * 10.0) as u32);
        let twigs =
            (if self.bare { 120.0 } else { mix(700.0, 300.0, near) } * wide / unit) as usize;
        let size = mix(0.0016, 0.0046, near * near) * unit;
        for _ in 0..twigs {
            let dice = &mut stage.dice;
            let (x, y) =
                (dice.unit() * wide, (dice.unit().powf(1.4) * mix(0.52, 0.46, near) - 0.02) * unit);
            let (lean, long) = (dice.spread() * 1.2, dice.range(5.0, 13.0) * size);
            if patches.fbm(x / unit * 2.6, y / unit * 3.4, 3) < 0.0 {
                continue;
            }
            for leaf in 0..16 {
                let dice = &mut stage.dice;
                let t = leaf as f32 / 15.0;
                let at = (
                    x + lean * long * t + dice.spread() * size * 2.2,
                    y + long * t * t + dice.spread() * size * 2.2,
                );
                let own = self.leaf[dice.below(3)] * self.light * dice.range(0.45, 1.25);
                let (radius, flat) = (size * dice.range(0.5, 1.0), dice.range(0.35, 1.2));
                spot(&mut stage.canvas, at, (radius, flat), (self.air.mix(own, clear), 0.8));
            }
        }
    }

    /// Ground that rises over the feet of the trunks, speckled with fallen leaves.
    fn litter(&self, stage: &mut Stage, view: &View, near: f32) {
        let noise = stage.noise.other(60 + (near * 10.0) as u32);
        let clear = Self::clear(near);
        let unit = view.unit();
        let foot = Self::foot(near);
        let fine = mix(60.0, 14.0, near);
        let bounds = [
            view.across(0.0),
            view.across(view.width as f32),
            view.up(unit),
            view.up((foot - 0.1) * unit),
        ];
        let wash = Wash::within(view, 3, bounds, |across, up| {
            let v = view.row(up) / unit;
            let edge = foot - 0.005 + noise.fbm(across * 4.0, 0.5, 3) * mix(0.01, 0.05, near);
            let speck = noise.fbm(across * fine, v * fine * 3.0, 3);
            let tone =
                self.floor[0].mix(self.floor[1], (0.42 + speck).clamp(0.0, 1.0)) * self.light;
            let shade = 0.55 + 0.4 * noise.at(across * 3.0, v * 8.0);
            (self.air.mix(tone * shade, clear), smooth(-0.012, 0.02, v - edge))
        });
        wash.lay_over(&mut stage.canvas);
    }

    fn floor(&self, stage: &mut Stage, near: f32) {
        let unit = stage.view.unit();
        let wide = stage.canvas.width as f32;
        let clear = Self::clear(near);
        let count = (mix(1700.0, 1300.0, near) * wide / unit) as usize;
        let tall = mix(0.012, 0.085, near) * unit * if self.bare { 0.55 } else { 1.0 };
        for _ in 0..count {
            let dice: &mut Dice = &mut stage.dice;
            let x = dice.unit() * wide;
            let y = (Self::foot(near) + dice.spread() * mix(0.012, 0.05, near)) * unit;
            let tone = self.floor[0].mix(self.floor[1], dice.unit()) * self.light;
            let tip = self.air.mix(tone, clear);
            let high = tall * dice.range(0.3, 1.0);
            let lean = dice.spread() * high * 0.7;
            Stroke { x, y, lean, tall: high, thick: high * 0.045 + 0.5, foot: tip * 0.6, tip }
                .paint(&mut stage.canvas);
        }
    }
}

struct Trunk {
    x: f32,
    foot: f32,
    thick: f32,
    lean: f32,
    noise: Noise,
}

const LAYERS: usize = 6;
