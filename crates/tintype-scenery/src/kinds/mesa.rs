//! Buttes and mesas on a desert plain.

use super::Painting;
use crate::brief::Brief;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.3, 1.7), dice.range(0.6, 0.74));
    let mut air = brief.air(dice.range(0.7, 1.6) * dice.side());
    air.turned = dice.range(10.0, 70.0) * air.azimuth.signum();
    let rock = Rock {
        noise: Noise::new(dice.seed()),
        edge: dice.range(0.16, 0.26),
        tall: dice.range(0.9, 1.3),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, thick) = (stage.dice.range(0.25, 0.5), stage.dice.range(0.4, 1.2));
    stage.clouds(cover, 2.0, thick);
    let haze = stage.haze(0.03);
    let grit = Grit { strength: 0.2, patches: 7.0 };
    stage.ground(
        Stand::new(0.42, 0.7, 30.0),
        (&haze, grit),
        |x, z| rock.height(x, z),
        |spot| rock.colour(spot),
    );
    stage.finish()
}

struct Rock {
    noise: Noise,
    edge: f32,
    tall: f32,
}

impl Rock {
    /// A plain; where the noise is high a skirt of rubble, and above it a wall with a flat top.
    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let rough = noise.other(2).fbm(x * 1.6, z * 1.6, 5);
        let level = noise.other(1).fbm(x * 0.19, z * 0.19, 2) * smooth(3.0, 6.0, z) + rough * 0.035;
        let skirt = smooth(self.edge - 0.15, self.edge + 0.01, level);
        let wall = smooth(self.edge, self.edge + 0.022, level);
        let step = smooth(self.edge + 0.05, self.edge + 0.07, level);
        let top = 0.25 * skirt * skirt + 0.5 * wall + 0.28 * step;
        top * self.tall + rough * 0.06 + noise.at(x * 0.3, z * 0.3) * 0.08
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(5).fbm(spot.x * 1.3, spot.z * 1.3, 4);
        let bands = self.noise.other(6).line(spot.height * 14.0 + patch * 0.8) * 0.5 + 0.5;
        let wall = Rgb::hex(0xa8_54_30).mix(Rgb::hex(0xcf_8a_5a), bands);
        let bush = smooth(0.12, 0.3, self.noise.other(7).fbm(spot.x * 9.0, spot.z * 9.0, 3));
        let plain = Rgb::hex(0xb8_76_4c)
            .mix(Rgb::hex(0x9a_5c_3a), 0.5 + patch)
            .mix(Rgb::hex(0x5c_5a_38), bush * 0.75);
        let flat = smooth(0.75, 0.93, spot.level) * smooth(0.5, 0.2, spot.height);
        wall.mix(plain, mix(0.0, 1.0, flat))
    }
}
