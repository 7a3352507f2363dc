//! Conifers in fog, row behind row; in winter with snow on their boughs.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::canvas::View;
use crate::colour::Rgb;
use crate::curves::{fade, mix, smooth};
use crate::dice::Dice;
use crate::noise::Noise;
use crate::stage::Stage;
use crate::strokes::spot;
use crate::trees::{Grove, Stamp};
use crate::wash::Wash;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.2, 0.45);
    let mut air = brief.air(dice.range(-0.5, 0.5));
    air.haze *= 2.5;
    let mut stage = Stage::new(brief, dice, view, air);
    let wood = Wood::new(&mut stage, brief.season);
    wood.air(&mut stage, &view);
    let grove = Grove::conifers(stage.dice.seed(), brief.height);
    for layer in 0..LAYERS {
        let near = layer as f32 / (LAYERS - 1) as f32;
        wood.row(&mut stage, &grove, near);
        wood.mist(&mut stage, &view, near);
    }
    if wood.snow {
        snowfall(&mut stage);
    }
    stage.film.contrast = 1.1;
    stage.finish()
}

struct Wood {
    fog: Rgb,
    glow: Rgb,
    sun: (f32, f32),
    snow: bool,
    /// Where the farthest and the nearest row stand, in picture heights.
    feet: (f32, f32),
    sizes: (f32, f32),
    slope: f32,
    open: f32,
}

impl Wood {
    fn new(stage: &mut Stage, season: Season) -> Self {
        let sky = &stage.sky;
        let ahead = sky.sun[2].max(0.2);
        let fog = sky.haze(sky.sun[0] / ahead).mix(sky.ambient * 0.3, 0.6).saturate(0.6);
        let sun = (sky.sun[0] / ahead, (sky.sun[1] / ahead).clamp(0.05, 0.45));
        let glow = sky.sunlight * 0.05;
        let dice = &mut stage.dice;
        Self {
            fog,
            glow,
            sun,
            snow: season == Season::Winter,
            feet: (dice.range(0.3, 0.62), dice.range(1.02, 1.2)),
            sizes: (dice.range(0.07, 0.17), dice.range(0.4, 0.85)),
            slope: dice.range(-0.32, 0.32),
            open: dice.range(-0.2, 0.5),
        }
    }

    /// Fog, brighter where the sun stands behind it.
    fn air(&self, stage: &mut Stage, view: &View) {
        let noise = stage.noise;
        let sky = &stage.sky;
        let wash = Wash::new(view, 8, |across, up| {
            let (dx, dy) = (across - self.sun.0, up - self.sun.1);
            let halo = fade((dx * dx + dy * dy).sqrt() * 3.2);
            let drift = 1.0 + noise.fbm(across * 1.5, up * 3.0, 3) * 0.18;
            let above = sky
                .at(across, 0.3)
                .saturate(0.7)
                .mix(self.fog, 0.55 + smooth(0.4, -0.3, up) * 0.45);
            (above * drift + self.glow * halo, 1.0)
        });
        wash.lay_over(&mut stage.canvas);
    }

    fn row(&self, stage: &mut Stage, grove: &Grove, near: f32) {
        let hill = Noise::new(stage.dice.seed());
        let count = mix(80.0, 13.0, near) as usize;
        let unit = stage.view.unit();
        let wide = stage.canvas.width as f32 / unit;
        let fog = self.fog + self.glow * 0.3;
        let dark = Rgb::new(0.016, 0.026, 0.022) * self.fog.luma();
        let colour = dark.mix(fog, mix(0.9, 0.02, near.powf(0.65)));
        let bright = if self.snow { colour.mix(fog, 0.55) } else { colour.mix(fog, 0.14) };
        for i in 0..count {
            let dice: &mut Dice = &mut stage.dice;
            let at = (i as f32 + dice.spread() * 0.6 + 0.5) / count as f32;
            let x = at * (wide + 0.4) - 0.2;
            let foot = mix(self.feet.0, self.feet.1, near.powf(1.3))
                + hill.line_fbm(x * 2.1, 3) * 0.15
                + (x - wide * 0.5) * self.slope * mix(1.0, 0.35, near);
            let tall = mix(self.sizes.0, self.sizes.1, near * near) * dice.range(0.55, 1.25);
            let (kind, flip) = (dice.below(8), dice.unit() < 0.5);
            // The nearest trees stand in groups and leave a gap.
            if near > 0.7 && hill.other(3).line(x * 2.3) < self.open - 0.3 {
                continue;
            }
            let stamp = Stamp {
                kind,
                x: x * unit,
                foot: foot * unit,
                tall: tall * unit,
                dark: colour,
                bright,
                flip,
            };
            grove.plant(&mut stage.canvas, &stamp);
        }
    }

    fn mist(&self, stage: &mut Stage, view: &View, near: f32) {
        let noise = Noise::new(stage.dice.seed());
        let bottom = mix(self.feet.0 + 0.1, 1.08, near);
        let fog = if self.snow { self.fog * 1.1 } else { self.fog };
        let wash = Wash::new(view, 8, |across, up| {
            let v = view.row(up) / view.unit();
            let cloud = noise.fbm(across * 2.2, up * 5.0, 4);
            let tilt = across * self.slope * mix(1.0, 0.35, near);
            let cover = smooth(bottom - 0.34, bottom, v - tilt + cloud * 0.16)
                * mix(0.8, 0.12, near * near);
            (fog, cover)
        });
        wash.lay_over(&mut stage.canvas);
    }
}

/// Flakes, a few large ones close to the lens.
fn snowfall(stage: &mut Stage) {
    let (unit, wide) = (stage.view.unit(), stage.canvas.width as f32);
    let white = Rgb::grey(stage.sky.ambient.luma() * 0.55);
    for i in 0..1500 {
        let dice = &mut stage.dice;
        let at = (dice.unit() * wide, dice.unit() * unit);
        let near = (i as f32 / 1500.0).powi(14);
        let radius = mix(0.0009, 0.006, near) * unit * dice.range(0.6, 1.3);
        spot(&mut stage.canvas, at, (radius, 1.0), (white, mix(0.7, 0.22, near)));
    }
}

const LAYERS: usize = 7;
