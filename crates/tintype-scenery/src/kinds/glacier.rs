//! A glacier coming down between mountains into its lake.

use super::Painting;
use crate::brief::Brief;
use crate::colour::Rgb;
use crate::curves::smooth;
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.25, 1.5), dice.range(0.52, 0.62));
    let mut air = brief.air(dice.range(0.6, 1.5) * dice.side());
    air.turned = dice.range(20.0, 80.0) * air.azimuth.signum();
    let ice = Glacier {
        noise: Noise::new(dice.seed()),
        bend: dice.range(-0.5, 0.5),
        wide: dice.range(0.9, 1.3),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, thick) = (stage.dice.range(0.3, 0.65), stage.dice.range(0.6, 1.2));
    stage.clouds(cover, 2.0, thick);
    let haze = stage.haze(0.026).thinning(0.3);
    let grit = Grit { strength: 0.14, patches: 9.0 };
    let stand = Stand::new(0.22, 0.9, 24.0).with_water(0.0);
    stage.ground(stand, (&haze, grit), |x, z| ice.height(x, z), |spot| ice.colour(spot));
    let sea = Sea {
        swell: stage.dice.range(0.05, 0.16),
        size: 0.12,
        coarse: 3,
        masked: true,
        deep: Rgb::new(0.03, 0.15, 0.17),
        shallow: Rgb::new(0.10, 0.34, 0.36),
        clear: 0.08,
        ..Sea::default()
    };
    stage.water(&sea);
    stage.finish()
}

struct Glacier {
    noise: Noise,
    bend: f32,
    wide: f32,
}

impl Glacier {
    /// Distance from the middle of the ice, in its widths.
    fn aside(&self, x: f32, z: f32) -> f32 {
        let middle = self.bend * (z - 4.0) * 0.25 + (z * 0.4).sin() * 0.35 * self.bend.signum();
        let wide = self.wide * (0.7 + 0.05 * z);
        ((x - middle) + self.noise.other(9).line(z * 0.6) * 0.15).abs() / wide
    }

    fn rock(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let aside = self.aside(x, z);
        let sides = smooth(0.85, 3.4, aside) * 2.2 + smooth(9.0, 17.0, z) * 1.9;
        let large = noise.other(1).ridged(x * 0.22, z * 0.22, 4);
        let fine = noise.eroded(x * 0.5, z * 0.5, 8);
        ((large * 0.9 + 0.2) * sides + fine * 0.5 * sides.min(1.4)) * smooth(2.6, 5.0, z) - 0.06
    }

    /// A tongue with a broken front, split into blocks by crevasses.
    fn ice(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let aside = self.aside(x, z);
        let front = z - 4.2 + noise.other(2).fbm(x * 1.6, 0.4, 4) * 0.7;
        let bed = smooth(0.0, 0.12, front) * 0.16 + smooth(0.0, 9.0, front) * 1.15;
        let dome = (1.0 - aside * aside * 0.55).max(0.0) * 0.22 * smooth(0.0, 0.6, front);
        let bow = z * 5.5 + aside * aside * 2.2 + noise.other(3).fbm(x * 1.8, z * 1.8, 3) * 2.2;
        let crevasse = smooth(0.35, 0.0, noise.other(4).at(bow * 0.6, x * 1.3).abs()) * 0.06;
        let blocks = noise.other(5).ridged(x * 3.4, z * 3.4, 3) * 0.075 * smooth(3.5, 0.2, front);
        if front < 0.0 { -1.0 } else { bed + dome - crevasse + blocks }
    }

    fn height(&self, x: f32, z: f32) -> f32 {
        self.rock(x, z).max(self.ice(x, z)).max(-0.012)
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let (ice, rock) = (self.ice(spot.x, spot.z), self.rock(spot.x, spot.z));
        let patch = self.noise.other(7).fbm(spot.x * 2.0, spot.z * 2.0, 4);
        let snow = smooth(0.58, 0.76, spot.level + patch * 0.25 + (spot.height - 1.5) * 0.2);
        let stone = Rgb::hex(0x66_5e_5a)
            .mix(Rgb::hex(0x3a_37_39), 0.5 + patch)
            .mix(Rgb::hex(0xf0_f3_f8), snow);
        let steep = smooth(0.9, 0.5, spot.level).max(smooth(0.1, 0.9, spot.hollow) * 0.8);
        let dirt = smooth(0.55, 0.95, self.aside(spot.x, spot.z) + patch * 0.25) * 0.6;
        let blue = Rgb::hex(0xe8_f0_f6)
            .mix(Rgb::hex(0x5c_b0_d6), steep * 0.85)
            .mix(Rgb::hex(0x8a_82_7c), dirt);
        stone.mix(blue, smooth(-0.03, 0.02, ice - rock))
    }
}
