//! Above the clouds: summits as islands in a white sea.

use super::Painting;
use crate::brief::Brief;
use crate::colour::Rgb;
use crate::curves::smooth;
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.2, 1.5), dice.range(0.34, 0.5));
    let air = brief.air(dice.range(0.25, 1.0) * dice.side());
    let world = World {
        noise: Noise::new(dice.seed()),
        tall: dice.range(1.1, 1.6),
        full: dice.range(-0.05, 0.2),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let cover = stage.dice.range(0.15, 0.4);
    stage.clouds(cover, 4.0, 0.4);
    stage.sun(1.0);
    let haze = stage.haze(0.028);
    let grit = Grit { strength: 0.05, patches: 6.0 };
    stage.ground(
        Stand::new(1.35, 1.0, 40.0),
        (&haze, grit),
        |x, z| world.height(x, z),
        |spot| world.colour(spot),
    );
    stage.film.key *= 1.15;
    stage.finish()
}

struct World {
    noise: Noise,
    tall: f32,
    full: f32,
}

impl World {
    fn rock(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let large = noise.other(1).ridged(x * 0.14, z * 0.14, 4);
        let fine = noise.eroded(x * 0.6, z * 0.6, 6);
        (large - 0.62) * 2.6 * self.tall + fine * 0.5 - self.full
    }

    /// The upper side of the clouds: heaps on long swells.
    fn cloud(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise.other(20);
        let bend = noise.at(x * 0.5, z * 0.5) * 0.7;
        let heaps = noise.other(1).ridged(x * 0.55 + bend, z * 0.55, 3);
        let fine = noise.other(2).fbm(x * 2.6 + bend, z * 2.6, 4);
        noise.other(3).fbm(x * 0.13, z * 0.13, 2) * 0.4 + (0.6 - heaps) * 0.30 + fine * 0.07
    }

    fn height(&self, x: f32, z: f32) -> f32 {
        self.rock(x, z).max(self.cloud(x, z))
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let above = self.rock(spot.x, spot.z) - self.cloud(spot.x, spot.z);
        let patch = self.noise.other(5).fbm(spot.x * 2.3, spot.z * 2.3, 3);
        let snow = smooth(0.55, 0.74, spot.level + patch * 0.25 + (spot.height - 0.5) * 0.2);
        let rock = Rgb::hex(0x54_50_50)
            .mix(Rgb::hex(0x34_34_38), 0.5 + patch)
            .mix(Rgb::hex(0xee_f1_f6), snow);
        Rgb::hex(0xf4_f5_f7).mix(rock, smooth(-0.01, 0.10, above + patch * 0.05))
    }
}
