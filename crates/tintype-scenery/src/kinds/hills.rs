//! Rolling hills: a patchwork of fields with hedges, or woods in all their colours.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::growth::{crown, plot};
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};

/// Farmland.
pub(crate) fn fields(brief: &Brief) -> Painting {
    paint(brief, false)
}

/// Woods from here to the horizon.
pub(crate) fn woods(brief: &Brief) -> Painting {
    paint(brief, true)
}

fn paint(brief: &Brief, wooded: bool) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.2, 1.6), dice.range(0.26, 0.46));
    let mut air = brief.air(dice.range(0.5, 1.4) * dice.side());
    air.turned = dice.range(0.0, 40.0) * air.azimuth.signum();
    let hills = Hills {
        noise: Noise::new(dice.seed()),
        tall: dice.range(0.8, 1.3),
        season: brief.season,
        wooded,
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, thick) = (stage.dice.range(0.35, 0.6), stage.dice.range(0.6, 1.4));
    stage.clouds(cover, 1.5, thick);
    stage.sun(0.9);
    let haze = stage.haze(0.024).thinning(0.4);
    let grit = Grit { strength: 0.2, patches: 9.0 };
    stage.ground(
        Stand::new(1.3, 1.2, 30.0),
        (&haze, grit),
        |x, z| hills.height(x, z),
        |spot| hills.colour(spot),
    );
    stage.finish()
}

struct Hills {
    noise: Noise,
    tall: f32,
    season: Season,
    wooded: bool,
}

impl Hills {
    fn ground(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let roll = noise.fbm(x * 0.16, z * 0.16, if self.wooded { 5 } else { 3 });
        let far = noise.other(1).ridged(x * 0.09, z * 0.09, 3) * smooth(10.0, 24.0, z) * 1.3;
        roll * 1.25 * self.tall + far + smooth(1.0, 6.0, z) * 0.12
    }

    /// Share of woodland at a place.
    fn wood(&self, x: f32, z: f32) -> f32 {
        if self.wooded {
            return smooth(0.42, 0.30, self.noise.other(8).fbm(x * 0.5, z * 0.5, 3));
        }
        let copse = smooth(0.2, 0.27, self.noise.other(8).fbm(x * 0.45, z * 0.45, 3));
        let hedge = smooth(0.05, 0.02, self.plot(x, z).inside);
        copse.max(hedge * smooth(-0.2, 0.2, self.noise.other(9).at(x * 1.7, z * 1.7)))
    }

    fn plot(&self, x: f32, z: f32) -> crate::growth::Plot {
        let bend = self.noise.other(4).at(x * 0.4, z * 0.4) * 0.35;
        plot(self.noise.other(6), x * 0.75 + bend, z * 0.55 + bend)
    }

    fn height(&self, x: f32, z: f32) -> f32 {
        let wood = self.wood(x, z);
        let trees = if wood > 0.02 {
            crown(self.noise.other(7), x * DENSE, z * DENSE, 0.1).height * wood
        } else {
            0.0
        };
        self.ground(x, z) + trees * 0.055
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let noise = self.noise;
        let patch = noise.other(5).fbm(spot.x * 1.9, spot.z * 1.9, 3);
        let wood = self.wood(spot.x, spot.z);
        let open = if self.wooded {
            Rgb::hex(0x74_7a_3a).mix(Rgb::hex(0x8e_84_4c), 0.5 + patch)
        } else {
            self.field(spot, patch)
        };
        if wood < 0.02 {
            return open;
        }
        let crown = crown(noise.other(7), spot.x * DENSE, spot.z * DENSE, 0.1);
        let stand = noise.other(10).fbm(spot.x * 0.5, spot.z * 0.5, 2);
        let leaf = self.leaf((crown.tree + stand * 0.5).clamp(0.0, 0.999));
        open.mix(leaf * mix(0.55, 1.1, crown.height), wood)
    }

    fn leaf(&self, tree: f32) -> Rgb {
        let four = |codes: [u32; 4]| {
            let at = tree * 3.0;
            let i = (at as usize).min(2);
            Rgb::hex(codes[i]).mix(Rgb::hex(codes[i + 1]), at - i as f32)
        };
        match self.season {
            Season::Spring => four([0x3a_5a_24, 0x6c_8a_34, 0x8c_a4_48, 0x4c_6c_2c]),
            Season::Summer => four([0x2c_3c_18, 0x40_50_20, 0x5c_64_2a, 0x34_44_1c]),
            Season::Autumn => four([0x4a_5a_24, 0xc0_8a_22, 0xb8_54_1a, 0x8c_2c_18]),
            Season::Winter => four([0x4c_44_40, 0x5c_54_4e, 0x3c_3a_38, 0x6c_64_5c]),
        }
    }

    fn field(&self, spot: &Spot, patch: f32) -> Rgb {
        let plot = self.plot(spot.x, spot.z);
        let kinds: [u32; 5] = match self.season {
            Season::Spring => [0x6c_9a_34, 0x86_ac_40, 0xd0_c0_2c, 0x5c_84_30, 0x8a_6a_4a],
            Season::Summer => [0x6c_8a_38, 0xc4_a8_58, 0x84_94_44, 0xb8_9a_50, 0x5c_7c_34],
            Season::Autumn => [0x8a_74_44, 0x7c_80_3c, 0x9c_78_48, 0x6c_54_3c, 0x84_86_44],
            Season::Winter => [0xe6_ea_f0, 0xdc_e0_e6, 0xd0_d2_d4, 0xe8_ec_f0, 0xc4_c0_b8],
        };
        let field = Rgb::hex(kinds[((plot.field * 5.0) as usize).min(4)]);
        // Furrows follow one direction in each field.
        let turn = plot.field * 6.0;
        let furrow = self.noise.other(11).line((spot.x * turn.sin() + spot.z * turn.cos()) * 34.0);
        field * (1.0 + patch * 0.25 + furrow * 0.06)
    }
}

/// Trees per unit of ground.
const DENSE: f32 = 25.0;
