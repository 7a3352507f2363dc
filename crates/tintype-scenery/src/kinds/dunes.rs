//! Sand dunes: long crests with a sharp lee side, rippled by the wind.

use super::Painting;
use crate::brief::Brief;
use crate::colour::Rgb;
use crate::curves::{fade, mix};
use crate::march;
use crate::noise::Noise;
use crate::stage::Stage;
use crate::terrain::{Spot, Stand, Terrain};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.1, 1.5), dice.range(0.26, 0.45));
    let mut air = brief.air(dice.range(1.0, 2.0) * dice.side());
    air.turned = dice.range(0.0, 35.0) * air.azimuth.signum();
    air.haze *= 1.2;
    let sand = Sand {
        noise: Noise::new(dice.seed()),
        lean: dice.range(0.25, 0.8) * -air.azimuth.signum(),
        red: dice.unit(),
        tall: dice.range(0.8, 1.3),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let cover = stage.dice.range(0.1, 0.4);
    stage.clouds(cover, 4.0, 0.35);
    let mut terrain = Terrain::survey(&view, Stand::new(1.45, 0.6, 34.0), |x, z| sand.height(x, z));
    let sky = &stage.sky;
    terrain.light(sky.sun, |spot| sand.colour(spot) * sky.falls_on(spot));
    let haze = stage.haze(0.022);
    let wind = stage.noise.other(9);
    march::draw(&terrain, &mut stage.canvas, &view, |seen| {
        let bend = wind.at(seen.x * 1.1, seen.z * 1.1) * 2.0 + seen.height * 6.0;
        let ripple =
            wind.at(seen.x * 8.0 + bend, seen.z * 30.0 + seen.x * 9.0 - bend) * fade(seen.z * 0.2);
        haze.veil(seen.colour * (1.0 + ripple * 0.14), seen.z, seen.height, seen.across)
    });
    stage.finish()
}

struct Sand {
    noise: Noise,
    lean: f32,
    red: f32,
    tall: f32,
}

impl Sand {
    /// Waves of sand: slow windward slopes, steep lee sides, crests that wander and fork.
    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let bend = noise.other(1).fbm(x * 0.15, z * 0.15, 2) * 3.2;
        let size = (0.55 + 0.6 * noise.other(4).at(x * 0.12, z * 0.12 + 4.0)).max(0.08);
        let large = self.wave((x * 0.9 + z * self.lean) * 0.24 + bend * 0.34);
        let small = self.wave((x * 0.9 + z * self.lean * 1.6) * 0.7 + bend * 0.9);
        (large * size * 1.15 + small * 0.13 * size + noise.at(x * 0.35, z * 0.35) * 0.1) * self.tall
    }

    /// A wave from 0 to 1 with a slow side and a steep one, its crest a little rounded.
    fn wave(&self, at: f32) -> f32 {
        let phase = at - at.floor();
        let side = if self.lean > 0.0 { phase } else { 1.0 - phase };
        let (up, down) = (side / 0.7, (1.0 - side) / 0.3);
        let lower = up.min(down);
        let blunt = lower - ((0.06 - (up - down).abs()).max(0.0)) * 0.25;
        blunt * blunt * (2.2 - 1.2 * blunt)
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(5).fbm(spot.x * 0.8, spot.z * 0.8, 3);
        let light = Rgb::hex(0xdf_b2_7c).mix(Rgb::hex(0xd8_8a_52), self.red);
        let dark = Rgb::hex(0xc8_92_5c).mix(Rgb::hex(0xb9_62_35), self.red);
        light.mix(dark, mix(0.5, 0.5 + patch, 0.8))
    }
}
