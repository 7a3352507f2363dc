//! The Milky Way over a dark horizon.

use super::Painting;
use crate::brief::Brief;
use crate::canvas::View;
use crate::colour::Rgb;
use crate::curves::{bell, fade, mix, smooth};
use crate::develop::Film;
use crate::dice::Dice;
use crate::noise::Noise;
use crate::silhouettes;
use crate::stage::Stage;
use crate::stars::{Stars, dot};
use crate::wash::Wash;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(0.9, dice.range(0.82, 0.9));
    let air = crate::atmosphere::Air {
        elevation: -8.5,
        azimuth: dice.range(-0.8, 0.8),
        haze: 0.9,
        turned: 0.0,
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let band = Band::new(&mut stage.dice, &view);
    band.night(&mut stage, &view);
    band.stars(&mut stage, &view);
    silhouettes::ridge(&mut stage, 0.05, Rgb::new(0.0018, 0.0022, 0.003));
    silhouettes::pines(&mut stage, 0.22, Rgb::new(0.0006, 0.0008, 0.0012));
    stage.film = Film {
        key: 0.055,
        saturation: 1.15,
        contrast: 1.25,
        grain: 1.6,
        vignette: 0.35,
        ..Film::default()
    };
    stage.finish()
}

/// The galaxy's band across the picture, in picture heights.
struct Band {
    noise: Noise,
    middle: (f32, f32),
    along: (f32, f32),
    wide: f32,
    glow: Rgb,
}

impl Band {
    fn new(dice: &mut Dice, view: &View) -> Self {
        let turn = dice.range(0.35, 1.1) * dice.side();
        let aspect = view.width as f32 / view.unit();
        Self {
            noise: Noise::new(dice.seed()),
            middle: (aspect * dice.range(0.35, 0.65), 0.42),
            along: (turn.sin(), turn.cos()),
            wide: dice.range(0.13, 0.17),
            glow: dice.pick(&[
                Rgb::new(0.030, 0.022, 0.010),
                Rgb::new(0.012, 0.026, 0.012),
                Rgb::new(0.03, 0.016, 0.02),
            ]),
        }
    }

    /// Along and across the band.
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let (dx, dy) = (x - self.middle.0, y - self.middle.1);
        (dx * self.along.0 + dy * self.along.1, dx * self.along.1 - dy * self.along.0)
    }

    /// How bright the band is at a place, and how much dust lies before it.
    fn light(&self, x: f32, y: f32) -> (f32, f32) {
        let (along, across) = self.place(x, y);
        let noise = self.noise;
        let bend = noise.other(1).fbm(along * 1.7, across * 1.7, 3) * 0.10;
        let at = across + bend;
        let bulge = 1.0 + 1.3 * bell(along - 0.12, 0.34);
        let clumps = 0.75 + noise.other(2).fbm(x * 5.0, y * 5.0, 5) * 1.6;
        let body = (bell(at, self.wide * 1.15) * 0.5 + bell(at, self.wide * 0.5) * 0.7)
            * bulge
            * clumps.max(0.1);
        let lane = bell(at - 0.014, self.wide * 0.34);
        let dust = smooth(
            -0.12,
            0.38,
            noise.other(3).fbm(along * 3.6 + bend * 5.0, across * 9.0, 5) + lane * 0.5 - 0.12,
        );
        (body, dust * lane.max(bell(at, self.wide) * 0.5))
    }

    fn night(&self, stage: &mut Stage, view: &View) {
        let unit = view.unit();
        let horizon = view.horizon / unit;
        let wash = Wash::new(view, 3, |across, up| {
            let (x, y) = (view.column(across) / unit, view.row(up) / unit);
            let (body, dust) = self.light(x, y);
            let low = smooth(0.75, 0.0, horizon - y);
            let airglow = self.noise.other(5).at(x * 2.0, y * 6.0) * 0.1 + 1.0;
            let sky = Rgb::new(0.0035, 0.0065, 0.014).mix(self.glow, low * low * 0.42) * airglow;
            let warm =
                Rgb::new(0.034, 0.027, 0.023).mix(Rgb::new(0.019, 0.024, 0.036), fade(body * 1.2));
            (sky + warm * (body * (1.0 - dust * 0.82) * (1.0 - low * 0.7)), 1.0)
        });
        wash.lay_over(&mut stage.canvas);
    }

    /// More stars inside the band than outside, fewer behind dust.
    fn stars(&self, stage: &mut Stage, view: &View) {
        let unit = view.unit();
        let stars = Stars { seed: 0, count: 0, strength: 0.085 };
        let mut dice = Dice::new(u64::from(stage.dice.seed()));
        for _ in 0..15_000 {
            let (x, y) = (dice.unit() * stage.canvas.width as f32, dice.unit() * view.horizon);
            let star = stars.star(&mut dice);
            let kept = dice.unit();
            let (body, dust) = self.light(x / unit, y / unit);
            if kept < 0.26 + body * (1.0 - dust) {
                let low = ((view.horizon - y) / unit * 4.0).min(1.0);
                dot(&mut stage.canvas, (x, y), star * mix(1.0, 0.55, body.min(1.0)) * low, unit);
            }
        }
    }
}
