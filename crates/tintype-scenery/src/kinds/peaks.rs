//! Snow and rock, high up: an eroded range around one summit, lit by a low sun.

use super::Painting;
use crate::brief::Brief;
use crate::colour::Rgb;
use crate::curves::{bell, smooth};
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.3, 1.7), dice.range(0.6, 0.72));
    let mut air = brief.air(dice.range(0.8, 1.8) * dice.side());
    air.turned = dice.range(25.0, 85.0) * air.azimuth.signum();
    let range = Range {
        summit: (dice.range(-2.2, 2.2), dice.range(7.5, 9.5)),
        tall: dice.range(0.9, 1.6),
        noise: Noise::new(dice.seed()),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, stretch) = (stage.dice.range(0.2, 0.5), stage.dice.range(1.5, 3.5));
    stage.clouds(cover, stretch, 0.8);
    let haze = stage.haze(0.035).thinning(0.25);
    let grit = Grit { strength: 0.2, patches: 14.0 };
    stage.ground(
        Stand::new(1.0, 0.9, 26.0),
        (&haze, grit),
        |x, z| range.height(x, z),
        |spot| range.colour(spot),
    );
    stage.film.key *= 1.1;
    stage.finish()
}

struct Range {
    noise: Noise,
    summit: (f32, f32),
    tall: f32,
}

impl Range {
    /// Rises with the distance, most of all at the summit, and is cut by valleys.
    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let bend = noise.other(3).at(x * 0.21, z * 0.21) * 0.5;
        let (dx, dz) = (x - self.summit.0, z - self.summit.1);
        let summit = bell((dx * dx + dz * dz * 0.7).sqrt(), 2.9) * self.tall;
        let rise = smooth(2.5, 9.0, z) * 1.0 + 0.35;
        let large = noise.other(1).ridged(x * 0.17 + bend, z * 0.17 + bend, 4);
        let fine = noise.eroded(x * 0.42 + bend, z * 0.42, 8);
        (large * 1.5 - 0.45) * rise
            + summit * (0.55 + 0.6 * large)
            + fine * (0.35 + 0.3 * rise + summit * 0.25)
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(5).fbm(spot.x * 2.3, spot.z * 2.3, 3);
        let hold = spot.level + patch * 0.2 + (spot.height - 1.0) * 0.04 + spot.hollow * 0.05;
        let snow = smooth(0.62, 0.78, hold);
        let bands = self.noise.other(6).at(spot.height * 11.0 + patch * 2.0, spot.x * 0.7);
        let rock = Rgb::hex(0x6a_63_5e).mix(Rgb::hex(0x35_33_36), 0.5 + 0.5 * bands);
        rock.mix(Rgb::hex(0xf4_f6_fa), snow)
    }
}
