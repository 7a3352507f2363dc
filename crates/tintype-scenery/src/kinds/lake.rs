//! A still lake below mountains, early, when the water holds them.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::colour::Rgb;
use crate::curves::smooth;
use crate::growth::crown;
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.2, 1.5), dice.range(0.5, 0.58));
    let mut air = brief.air(dice.range(0.7, 1.6) * dice.side());
    air.turned = dice.range(20.0, 80.0) * air.azimuth.signum();
    let valley = Valley {
        noise: Noise::new(dice.seed()),
        gap: dice.range(-0.25, 0.25),
        season: brief.season,
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let cover = stage.dice.range(0.25, 0.5);
    stage.clouds(cover, 2.0, 0.9);
    let haze = stage.haze(0.02).thinning(0.3);
    let grit = Grit { strength: 0.16, patches: 11.0 };
    let stand = Stand::new(0.035, 1.0, 24.0).with_water(0.0);
    stage.ground(stand, (&haze, grit), |x, z| valley.height(x, z), |spot| valley.colour(spot));
    let sea = Sea {
        swell: stage.dice.range(0.02, 0.11),
        size: 0.25,
        coarse: 2,
        masked: true,
        ..Sea::default()
    };
    stage.water(&sea);
    stage.finish()
}

struct Valley {
    noise: Noise,
    gap: f32,
    season: Season,
}

impl Valley {
    /// Slopes to both sides, a higher range closing the valley, woods below the rock.
    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let side = (x / z - self.gap).abs();
        let valley = smooth(0.03, 0.6, side) * 2.0 + smooth(6.0, 15.0, z) * 2.6;
        let bend = noise.other(3).at(x * 0.2, z * 0.2) * 0.5;
        let large = noise.other(1).ridged(x * 0.17 + bend, z * 0.17, 4);
        let fine = noise.eroded(x * 0.4, z * 0.4 + bend, 8);
        let shore = smooth(4.0, 8.0, z + noise.other(4).at(x * 0.8, z * 0.3) * 1.6);
        let rock = ((large * 1.2 - 0.15) * valley + fine * 0.6 * valley.min(1.3)) * shore - 0.02;
        if rock > 0.004 && rock < 1.1 {
            let wood = smooth(1.1, 0.7, rock) * smooth(0.004, 0.03, rock);
            return rock + crown(noise.other(7), x * 24.0, z * 24.0, 0.8).height * 0.06 * wood;
        }
        rock
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let noise = self.noise;
        let patch = noise.other(5).fbm(spot.x * 2.6, spot.z * 2.6, 3);
        let snow_line = if self.season == Season::Winter { 0.6 } else { 1.9 };
        let snow = smooth(0.6, 0.8, spot.level + patch * 0.25 + (spot.height - snow_line) * 0.22);
        let wood = smooth(1.15, 0.75, spot.height + patch * 0.3);
        let tree = crown(noise.other(7), spot.x * 24.0, spot.z * 24.0, 0.8).tree;
        let leaf = match self.season {
            Season::Autumn if tree > 0.45 => {
                Rgb::hex(0xb0_7a_22).mix(Rgb::hex(0x9c_4a_1c), tree * 2.0 - 0.9)
            }
            Season::Winter => Rgb::hex(0x2c_36_34).mix(Rgb::hex(0xc8_cc_d0), tree * 0.35),
            _ => Rgb::hex(0x18_28_18).mix(Rgb::hex(0x38_48_24), tree),
        };
        let rock = Rgb::hex(0x77_70_69).mix(Rgb::hex(0x4a_47_48), 0.5 + patch * 0.8);
        rock.mix(leaf, wood).mix(Rgb::hex(0xf0_f3_f8), snow * (1.0 - wood * 0.8))
    }
}
