//! Icebergs adrift on a cold sea.

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
    let view = brief.view(dice.range(1.3, 1.6), dice.range(0.4, 0.56));
    let mut air = brief.air(dice.range(0.4, 1.5) * dice.side());
    air.turned = dice.range(35.0, 100.0) * air.azimuth.signum();
    let ice = Ice {
        noise: Noise::new(dice.seed()),
        edge: dice.range(0.18, 0.26),
        tall: dice.range(0.8, 1.4),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, thick) = (stage.dice.range(0.3, 0.7), stage.dice.range(0.5, 1.2));
    stage.clouds(cover, 3.0, thick);
    let haze = stage.haze(0.02);
    let grit = Grit { strength: 0.06, patches: 5.0 };
    let stand = Stand::new(0.16, 0.8, 40.0).with_water(0.0);
    stage.ground(stand, (&haze, grit), |x, z| ice.height(x, z), |spot| ice.colour(spot));
    let sea = Sea {
        swell: stage.dice.range(0.10, 0.3),
        size: 0.10,
        coarse: 4,
        clear: 0.12,
        masked: true,
        deep: Rgb::new(0.008, 0.055, 0.085),
        shallow: Rgb::new(0.10, 0.45, 0.50),
        ..Sea::default()
    };
    stage.water(&sea);
    stage.finish()
}

struct Ice {
    noise: Noise,
    edge: f32,
    tall: f32,
}

impl Ice {
    /// Blocks with steep sides and slanting, broken tops; brash between them.
    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let rough = noise.other(2).ridged(x * 1.3, z * 1.3, 4) - 0.5;
        let level = noise.other(1).fbm(x * 0.33, z * 0.42, 2) * smooth(1.6, 3.6, z) + rough * 0.06;
        let block = smooth(self.edge, self.edge + 0.055, level);
        let slant = noise.other(3).at(x * 0.25, z * 0.25) * 0.5 + 0.6;
        let tower = smooth(self.edge + 0.1, self.edge + 0.2, level) * 0.35;
        let brash = smooth(0.56, 0.62, noise.other(4).at(x * 4.0, z * 4.0))
            * 0.02
            * smooth(-0.3, 0.1, level);
        (block * (0.32 * slant + tower + rough * 0.18)) * self.tall
            + brash
            + (level - self.edge).min(0.0) * 0.5
            - 0.008
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(5).fbm(spot.x * 3.0, spot.z * 3.0, 3);
        let layers = self.noise.other(6).line(spot.height * 24.0 + spot.x * 2.0 + patch * 2.0);
        let steep = smooth(0.85, 0.4, spot.level);
        let blue = Rgb::hex(0x9c_d2_e6)
            .mix(Rgb::hex(0x5a_b4_d8), (0.4 + layers * 0.5 + spot.hollow * 0.3).clamp(0.0, 1.0));
        let wet = smooth(0.035, 0.0, spot.height);
        Rgb::hex(0xf2_f6_fa).mix(blue, steep * 0.8).mix(Rgb::hex(0x4c_a8_c4), wet * 0.7)
    }
}
