//! A river winding through its plain towards far mountains.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::growth::crown;
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.0, 1.25), dice.range(0.26, 0.38));
    let air = brief.air(dice.range(0.1, 1.0) * dice.side());
    let plain = Plain {
        noise: Noise::new(dice.seed()),
        season: brief.season,
        phase: dice.range(0.0, 6.0),
        wide: dice.range(0.16, 0.28),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, thick) = (stage.dice.range(0.35, 0.6), stage.dice.range(0.5, 1.3));
    stage.clouds(cover, 1.8, thick);
    stage.sun(0.9);
    let haze = stage.haze(0.035).thinning(0.4);
    let grit = Grit { strength: 0.2, patches: 9.0 };
    let stand = Stand::new(1.05, 1.1, 30.0).with_water(0.0);
    stage.ground(stand, (&haze, grit), |x, z| plain.height(x, z), |spot| plain.colour(spot));
    let sea = Sea {
        swell: 0.10,
        size: 0.02,
        coarse: 4,
        clear: 0.02,
        masked: true,
        steep: false,
        ..Sea::default()
    };
    stage.water(&sea);
    stage.finish()
}

struct Plain {
    noise: Noise,
    season: Season,
    phase: f32,
    wide: f32,
}

impl Plain {
    /// Distance from the river's middle, in river widths.
    fn ashore(&self, x: f32, z: f32) -> f32 {
        let swing = 0.5 + 0.16 * z.min(12.0);
        let middle = (z * 0.95 + self.phase + (z * 0.43).sin()).sin() * swing
            + (z * 0.31 + self.phase).sin() * 0.9;
        let slant = 1.0 + 0.8 * (z * 0.95 + self.phase).cos().abs();
        ((x - middle).abs() / slant - self.wide * 0.6) / self.wide
    }

    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let away = self.ashore(x, z) + noise.other(2).fbm(x * 2.0, z * 2.0, 3) * 0.5;
        let bank = smooth(-0.4, 0.6, away) * 0.06 - 0.035;
        let side = smooth(2.5, 7.0, x.abs() - z * 0.12) + smooth(9.0, 20.0, z);
        let hills = noise.other(1).ridged(x * 0.22, z * 0.22, 5) * side * 1.15
            + noise.eroded(x * 0.6, z * 0.6, 6) * 0.2 * side;
        let ground =
            bank + hills.max(0.0) + noise.fbm(x * 1.2, z * 1.2, 3) * 0.03 * smooth(0.2, 1.5, away);
        let wood = self.wood(x, z) * smooth(0.015, 0.03, ground);
        if wood > 0.02 {
            return ground + crown(noise.other(7), x * 18.0, z * 18.0, 0.4).height * 0.075 * wood;
        }
        ground
    }

    fn wood(&self, x: f32, z: f32) -> f32 {
        smooth(
            0.02,
            0.14,
            self.noise.other(8).fbm(x * 0.55, z * 0.55, 4) + smooth(2.0, 6.0, x.abs()) * 0.1,
        )
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(5).fbm(spot.x * 2.0, spot.z * 2.0, 4);
        let (meadow, leaf, other) = match self.season {
            Season::Autumn => (0x9a_80_40, 0x7a_60_24, 0xb4_6a_20),
            Season::Winter => (0xdc_e0_e6, 0x4a_4a_48, 0x6c_6a_68),
            Season::Spring => (0x70_94_38, 0x3c_60_28, 0x7c_98_40),
            Season::Summer => (0x74_86_3c, 0x24_40_1e, 0x40_5c_2c),
        };
        let grass = Rgb::hex(meadow) * (1.0 + patch * 0.5);
        let crown = crown(self.noise.other(7), spot.x * 18.0, spot.z * 18.0, 0.4);
        let trees = Rgb::hex(leaf).mix(Rgb::hex(other), crown.tree) * mix(0.6, 1.1, crown.height);
        let bank = smooth(0.022, 0.008, spot.height);
        let rock = smooth(0.7, 0.5, spot.level) * smooth(0.3, 0.6, spot.height);
        grass
            .mix(trees, self.wood(spot.x, spot.z))
            .mix(Rgb::hex(0xb4_a0_7c), bank * 0.8)
            .mix(Rgb::hex(0x70_68_62), rock)
            .mix(Rgb::hex(0xf0_f3_f8), smooth(0.95, 1.2, spot.height + patch * 0.3))
    }
}
