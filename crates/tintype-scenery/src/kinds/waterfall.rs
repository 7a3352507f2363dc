//! A waterfall in a long exposure: silk between dark, mossy rocks.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::colour::Rgb;
use crate::curves::{bell, mix, smooth};
use crate::noise::Noise;
use crate::stage::Stage;
use crate::trees::{Grove, Stamp};
use crate::wash::Wash;
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.1, dice.range(0.74, 0.82));
    let air = brief.air(dice.range(0.4, 1.2) * dice.side());
    let mut stage = Stage::new(brief, dice, view, air);
    stage.clouds(0.6, 2.0, 0.6);
    let aspect = brief.width as f32 / brief.height as f32;
    let fall = Fall {
        noise: Noise::new(stage.dice.seed()),
        middle: aspect * stage.dice.range(0.38, 0.62),
        wide: stage.dice.range(0.06, 0.13),
        lip: stage.dice.range(0.16, 0.28),
        pool: view.horizon / view.unit(),
        season: brief.season,
        light: stage.daylight() + stage.sky.ambient * 0.10,
    };
    fall.dim(&mut stage);
    fall.wood(&mut stage);
    fall.paint(&mut stage);
    let sea = Sea {
        swell: 0.14,
        size: 0.12,
        coarse: 6,
        glitter: 0.0,
        deep: Rgb::new(0.02, 0.05, 0.045),
        ..Sea::default()
    };
    stage.water(&sea);
    fall.spray(&mut stage);
    stage.film.contrast = 1.2;
    stage.film.key *= 0.6;
    stage.finish()
}

struct Fall {
    noise: Noise,
    middle: f32,
    wide: f32,
    lip: f32,
    pool: f32,
    season: Season,
    light: Rgb,
}

impl Fall {
    /// The upper edge of the cliff.
    fn edge(&self, x: f32) -> f32 {
        let side = smooth(0.0, 0.6, (x - self.middle).abs() - self.wide);
        self.lip - side * 0.16 + self.noise.other(1).line_fbm(x * 2.6, 6) * 0.09 * (0.25 + side)
    }

    /// The gorge gets little of the sky: its light comes through mist.
    fn dim(&self, stage: &mut Stage) {
        let mist = self.light * Rgb::new(0.20, 0.22, 0.225);
        for (_, row) in stage.canvas.rows_mut() {
            for pixel in row {
                *pixel = (*pixel * 0.35).mix(mist, 0.75);
            }
        }
    }

    /// Trees on top of the cliff.
    fn wood(&self, stage: &mut Stage) {
        let grove = Grove::conifers(stage.dice.seed(), stage.canvas.height / 2);
        let unit = stage.view.unit();
        let air = self.light * Rgb::new(0.20, 0.22, 0.225);
        for i in 0..70 {
            let near = i as f32 / 70.0;
            let dice = &mut stage.dice;
            let x = dice.unit() * stage.canvas.width as f32;
            let (tall, kind, flip) =
                (dice.range(0.09, 0.24) * mix(0.7, 1.1, near), dice.below(8), dice.unit() < 0.5);
            let leaf =
                Rgb::hex(if self.season == Season::Winter { 0x4a_52_50 } else { 0x24_38_1c })
                    * self.light
                    * 0.5;
            let (dark, bright) = (
                leaf * 0.4,
                if self.season == Season::Winter { self.light * 0.5 } else { leaf * 1.5 },
            );
            let far = mix(0.6, 0.05, near);
            let foot = (self.edge(x / unit) + 0.03) * unit;
            let stamp = Stamp {
                kind,
                x,
                foot,
                tall: tall * unit,
                dark: dark.mix(air, far),
                bright: bright.mix(air, far),
                flip,
            };
            grove.plant(&mut stage.canvas, &stamp);
        }
    }

    fn paint(&self, stage: &mut Stage) {
        let view = stage.view;
        let unit = view.unit();
        let bounds = [
            view.across(0.0),
            view.across(view.width as f32),
            view.up((self.pool + 0.01) * unit),
            view.up(0.0),
        ];
        let wash = Wash::within(&view, 3, bounds, |across, up| {
            let (x, y) = (view.column(across) / unit, view.row(up) / unit);
            let below = (y - self.edge(x)) * unit;
            if below < -2.0 {
                return (Rgb::BLACK, 0.0);
            }
            let rock = self.rock(x, y);
            let (silk, cover) = self.silk(x, y);
            (rock.mix(silk, cover), (below * 0.5 + 1.0).clamp(0.0, 1.0))
        });
        wash.lay_over(&mut stage.canvas);
    }

    /// Ledges and clefts, lit from above, moss where it is flat and wet.
    fn rock(&self, x: f32, y: f32) -> Rgb {
        let noise = self.noise;
        let bend = noise.other(2).fbm(x * 3.0, y * 3.0, 3);
        let relief = |x: f32, y: f32| {
            noise.other(3).ridged(x * 3.2 + bend * 0.4, y * 1.5 + bend * 0.3, 6)
                + noise.other(4).line(y * 11.0 + x * 2.0 + bend * 2.0) * 0.16
        };
        let here = relief(x, y);
        let lit = ((here - relief(x + 0.004, y - 0.011)) * 4.0 + 0.5).clamp(0.12, 1.1);
        let tone = noise.other(5).fbm(x * 7.0, y * 7.0, 4);
        let stone = Rgb::hex(0x5a_54_50).mix(Rgb::hex(0x2e_2b_2c), (0.5 + tone).clamp(0.0, 1.0));
        let moss = match self.season {
            Season::Autumn => Rgb::hex(0x7a_6a_24),
            Season::Winter => Rgb::hex(0xd8_de_e6),
            Season::Spring | Season::Summer => Rgb::hex(0x3c_4c_20),
        };
        let grown = smooth(
            0.45,
            0.85,
            lit * 0.6 + tone * 0.9 - bell(x - self.middle, self.wide * 1.6) * 0.35,
        );
        let deep = smooth(0.25, 0.6, here);
        stone.mix(moss, grown * 0.85) * self.light * (lit * mix(0.35, 0.62, deep))
    }

    /// The falling water: threads drawn out by the long exposure, parted by ledges.
    fn silk(&self, x: f32, y: f32) -> (Rgb, f32) {
        let noise = self.noise;
        let down = ((y - self.lip) / (self.pool - self.lip)).clamp(0.0, 1.0);
        let wander = noise.other(6).line(y * 3.0) * 0.02;
        let wide = self.wide * (0.55 + 0.6 * down + noise.other(7).line_fbm(y * 5.0, 3) * 0.22);
        let across = (x - self.middle - wander) / wide;
        let threads = noise.other(8).fbm(across * 3.2 + down * 0.3, y * 1.3, 3) * 0.7
            + noise.other(9).at(x * 90.0, y * 2.4) * 0.35
            + noise.other(11).at(x * 240.0, y * 3.1) * 0.18;
        let body = smooth(1.15, 0.3, across.abs() - threads * 0.45);
        let ledge = smooth(0.25, 0.65, noise.other(10).fbm(x * 7.0, y * 8.0, 3)) * 0.55;
        let bright = 0.62 + threads * 0.4 + down * 0.18;
        (
            self.light * Rgb::new(0.93, 0.97, 1.0) * (bright.max(0.2) * 0.62),
            body * (1.0 - ledge) * 0.97,
        )
    }

    /// Spray at the foot of the fall.
    fn spray(&self, stage: &mut Stage) {
        let view = stage.view;
        let unit = view.unit();
        let wash = Wash::new(&view, 6, |across, up| {
            let (x, y) = (view.column(across) / unit, view.row(up) / unit);
            let drift = self.noise.other(12).fbm(x * 5.0, y * 6.0, 4) * 0.09;
            let (dx, dy) = ((x - self.middle) / 0.30, (y - self.pool + 0.015 + drift) / 0.085);
            (self.light * 0.55, bell((dx * dx + dy * dy).sqrt(), 0.75) * 0.6)
        });
        wash.lay_over(&mut stage.canvas);
    }
}
