//! A canyon cut into a plateau, seen from the rim.

use super::Painting;
use crate::brief::Brief;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(0.95, 1.2), dice.range(0.24, 0.4));
    let mut air = brief.air(dice.range(0.8, 1.5) * dice.side());
    air.turned = dice.range(0.0, 50.0) * air.azimuth.signum();
    let canyon = Canyon {
        noise: Noise::new(dice.seed()),
        shift: dice.range(-0.4, 0.4),
        swing: dice.range(0.7, 1.3),
        red: dice.unit(),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let cover = stage.dice.range(0.25, 0.5);
    stage.clouds(cover, 2.5, 0.8);
    let haze = stage.haze(0.045).blue(1.0);
    let grit = Grit { strength: 0.22, patches: 8.0 };
    stage.ground(
        Stand::new(1.55, 0.5, 26.0),
        (&haze, grit),
        |x, z| canyon.height(x, z),
        |spot| canyon.colour(spot),
    );
    stage.finish()
}

struct Canyon {
    noise: Noise,
    shift: f32,
    swing: f32,
    red: f32,
}

impl Canyon {
    /// Distance from the winding river, turned into terraces with side valleys.
    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let river = (z * 0.55 + self.shift * 5.0).sin() * self.swing
            + noise.other(1).line(z * 0.22) * 1.8
            + self.shift;
        let gullies = noise.other(2).ridged(x * 0.42, z * 0.42, 5);
        let rough = noise.fbm(x * 2.0, z * 2.0, 4);
        let away =
            (x - river).abs() * (0.8 + 0.1 * z.min(8.0)) + (0.45 - gullies) * 1.6 + rough * 0.22;
        let slope = smooth(0.25, 2.4, away);
        self.strata(slope) * (0.7 + 0.45 * smooth(0.5, 2.2, z))
            + rough * 0.05
            + smooth(10.0, 24.0, z) * noise.other(3).at(x * 0.2, z * 0.1) * 0.25
    }

    /// Hard layers make walls, soft ones slopes.
    fn strata(&self, slope: f32) -> f32 {
        let at = slope * 6.0;
        let layer = at.floor();
        let inside = at - layer;
        let hard = self.noise.cell(layer as i32, 3);
        let wall = smooth(0.72 - hard * 0.2, 1.0, inside);
        (layer + mix(inside * 0.45, 0.45, wall) + wall * 0.55) / 6.0
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(5).fbm(spot.x * 1.7, spot.z * 1.7, 3);
        let layer = self.noise.other(6).line(spot.height * 13.0 + patch * 0.35);
        let fine = self.noise.other(8).line(spot.height * 47.0 + patch);
        let warm = Rgb::hex(0xb9_6a_42).mix(Rgb::hex(0xa4_4a_2c), self.red);
        let pale = Rgb::hex(0xd9_b0_86).mix(Rgb::hex(0xd2_96_68), self.red);
        let rock = warm.mix(pale, (0.5 + layer * 0.6 + fine * 0.25).clamp(0.0, 1.0));
        let bush = smooth(
            0.0,
            0.25,
            self.noise.other(7).fbm(spot.x * 8.0, spot.z * 8.0, 3) + (spot.level - 0.9) * 2.0,
        );
        rock.mix(Rgb::hex(0x56_55_34), bush * 0.7 * smooth(0.8, 0.95, spot.level))
    }
}
