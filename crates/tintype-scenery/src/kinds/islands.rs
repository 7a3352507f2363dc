//! Islands in a bright sea, seen from a height.

use super::Painting;
use crate::brief::Brief;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::growth::crown;
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.1, 1.4), dice.range(0.2, 0.4));
    let air = brief.air(dice.range(0.2, 1.2) * dice.side());
    let isles = Isles {
        noise: Noise::new(dice.seed()),
        tall: dice.range(1.2, 2.4),
        sea: dice.range(0.04, 0.12),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, thick) = (stage.dice.range(0.3, 0.55), stage.dice.range(0.5, 1.2));
    stage.clouds(cover, 1.6, thick);
    stage.sun(1.0);
    let haze = stage.haze(0.03);
    let grit = Grit { strength: 0.2, patches: 10.0 };
    let stand = Stand::new(1.1, 1.2, 40.0).with_water(0.0);
    stage.ground(stand, (&haze, grit), |x, z| isles.height(x, z), |spot| isles.colour(spot));
    let sea = Sea {
        swell: stage.dice.range(0.2, 0.4),
        size: 0.035,
        clear: 0.055,
        foam: 0.008,
        masked: true,
        steep: false,
        shallow: Rgb::new(0.10, 0.42, 0.40),
        deep: Rgb::new(0.010, 0.075, 0.115),
        ..Sea::default()
    };
    stage.water(&sea);
    stage.finish()
}

struct Isles {
    noise: Noise,
    tall: f32,
    sea: f32,
}

impl Isles {
    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let bend = noise.other(3).at(x * 0.25, z * 0.25) * 0.8;
        let mass = noise.fbm(x * 0.2 + bend * 0.3, z * 0.26, 5) * smooth(1.5, 4.5, z) - self.sea;
        let ground = if mass > 0.0 {
            let crest = noise.other(1).ridged(x * 0.6, z * 0.6, 4);
            mass * self.tall * (0.7 + 0.9 * crest * smooth(0.0, 0.2, mass))
        } else {
            mass * 0.8
        };
        let wood = smooth(0.02, 0.05, ground);
        if wood > 0.0 {
            return ground + crown(noise.other(7), x * 22.0, z * 22.0, 0.1).height * 0.04 * wood;
        }
        ground
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(5).fbm(spot.x * 2.2, spot.z * 2.2, 3);
        let tree = crown(self.noise.other(7), spot.x * 22.0, spot.z * 22.0, 0.1).tree;
        let leaf = Rgb::hex(0x2c_48_20).mix(Rgb::hex(0x5c_70_2c), mix(tree, 0.5 + patch, 0.5));
        let rock = Rgb::hex(0x8d_80_70).mix(Rgb::hex(0x5e_55_4e), 0.5 + patch);
        let wall = smooth(0.72, 0.5, spot.level + patch * 0.15);
        let sand = smooth(0.035, 0.012, spot.height + patch * 0.015);
        leaf.mix(rock, wall).mix(Rgb::hex(0xe6_d4_b0), sand)
    }
}
