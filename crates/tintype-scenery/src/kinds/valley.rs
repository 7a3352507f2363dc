//! A wooded valley at sunrise, fog lying in its floor.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::canvas::View;
use crate::colour::Rgb;
use crate::curves::{fade, mix, smooth};
use crate::growth::crown;
use crate::march;
use crate::noise::Noise;
use crate::stage::Stage;
use crate::terrain::{Spot, Stand, Terrain};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.3, 1.6), dice.range(0.3, 0.42));
    let mut air = brief.air(dice.range(-0.45, 0.45));
    air.haze *= 1.5;
    let valley = Valley {
        noise: Noise::new(dice.seed()),
        season: brief.season,
        shift: dice.range(-0.6, 0.6),
        fog: dice.range(0.1, 0.24),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let cover = stage.dice.range(0.25, 0.5);
    stage.clouds(cover, 2.8, 0.6);
    stage.sun(1.0);
    draw(&mut stage, &view, &valley);
    stage.finish()
}

fn draw(stage: &mut Stage, view: &View, valley: &Valley) {
    let mut terrain =
        Terrain::survey(view, Stand::new(1.25, 1.0, 28.0), |x, z| valley.height(x, z));
    let sky = &stage.sky;
    terrain.light(sky.sun, |spot| valley.colour(spot) * sky.falls_on(spot));
    let haze = stage.haze(0.036).thinning(0.2);
    let fog = stage.sky.ambient * 0.13 + stage.sky.sunlight * 0.045;
    let noise = stage.noise.other(9);
    march::draw(&terrain, &mut stage.canvas, view, |seen| {
        let far = haze.veil(seen.colour, seen.z, seen.height, seen.across);
        let billow = noise.at(seen.x * 0.8, seen.z * 0.8) * 0.14
            + noise.at(seen.x * 2.6, seen.z * 2.6) * 0.05;
        // Looking down through a layer: the lower the ground, the more fog above it.
        let deep = (valley.fog + billow - seen.height).max(0.0);
        let cover = 1.0 - fade(deep * deep * 34.0 + deep * 2.0);
        let glow = fog.mix(haze.colour(seen.across), 0.35 + 0.4 * smooth(4.0, 20.0, seen.z));
        far.mix(glow * (1.0 + billow * 0.6), cover * 0.93)
    });
}

struct Valley {
    noise: Noise,
    season: Season,
    shift: f32,
    fog: f32,
}

impl Valley {
    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let bed = (z * 0.3 + self.shift * 4.0).sin() * 0.8 + self.shift;
        let sides = smooth(0.2, 4.5, (x - bed).abs()) * 1.0;
        let large = noise.other(1).ridged(x * 0.22, z * 0.22, 3);
        let fine = noise.eroded(x * 0.5, z * 0.5, 5);
        let ground =
            sides * (0.35 + large * 0.85) + fine * 0.28 + smooth(12.0, 26.0, z) * 0.7 * large
                - 0.05;
        ground
            + crown(noise.other(7), x * 17.0, z * 17.0, 0.75).height
                * 0.085
                * smooth(-0.1, 0.1, ground + noise.other(4).at(x, z) * 0.2)
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let crown = crown(self.noise.other(7), spot.x * 17.0, spot.z * 17.0, 0.75);
        let (dark, bright) = match self.season {
            Season::Autumn => (0x4a_48_20, 0xa8_6a_22),
            Season::Winter => (0x3c_42_40, 0x9c_a2_a4),
            Season::Spring => (0x2c_46_20, 0x6c_86_38),
            Season::Summer => (0x1e_34_1a, 0x44_5c_2a),
        };
        Rgb::hex(dark).mix(Rgb::hex(bright), crown.tree) * mix(0.6, 1.1, crown.height)
    }
}
