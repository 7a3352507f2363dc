//! A single great cone, snow on its shoulders, above a lake or woods.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::colour::Rgb;
use crate::curves::{bell, mix, smooth};
use crate::growth::crown;
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::terrain::{Spot, Stand};
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.2, 1.5), dice.range(0.62, 0.72));
    let mut air = brief.air(dice.range(0.7, 1.5) * dice.side());
    air.turned = dice.range(15.0, 80.0) * air.azimuth.signum();
    let cone = Cone {
        noise: Noise::new(dice.seed()),
        top: (dice.range(-2.0, 2.0), 11.5),
        tall: dice.range(3.4, 4.3),
        snow: if brief.season == Season::Summer { 2.9 } else { dice.range(1.6, 2.3) },
        season: brief.season,
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let cover = stage.dice.range(0.2, 0.45);
    stage.clouds(cover, 3.0, 0.6);
    let haze = stage.haze(0.036).thinning(0.6);
    let grit = Grit { strength: 0.16, patches: 9.0 };
    let stand = Stand::new(0.06, 0.9, 24.0).with_water(0.0);
    stage.ground(stand, (&haze, grit), |x, z| cone.height(x, z), |spot| cone.colour(spot));
    let sea = Sea {
        swell: stage.dice.range(0.04, 0.2),
        size: 0.25,
        coarse: 3,
        masked: true,
        ..Sea::default()
    };
    stage.water(&sea);
    stage.finish()
}

struct Cone {
    noise: Noise,
    top: (f32, f32),
    tall: f32,
    snow: f32,
    season: Season,
}

impl Cone {
    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let (dx, dz) = (x - self.top.0, z - self.top.1);
        let away = (dx * dx + dz * dz).sqrt();
        let gullies = noise.other(2).at(dx.atan2(-dz) * 5.0, away * 0.35) * smooth(0.25, 1.6, away);
        let slope = 1.0 / (1.0 + (away * 0.42).powf(1.75));
        let cone = self.tall * (slope - 0.045) * (1.0 + gullies * 0.10 * (1.0 - slope));
        let crater = bell(away, 0.33) * 0.32 * self.tall / 4.0;
        let fine = noise.eroded(x * 0.8, z * 0.8, 6) * 0.16;
        let hills =
            noise.other(1).ridged(x * 0.28, z * 0.28, 3) * 0.55 * smooth(6.0, 9.0, z) - 0.04;
        let shore = smooth(4.6, 6.0, z + noise.other(4).fbm(x * 0.7, z * 0.5, 3) * 1.4);
        let ground = (cone - crater + fine * slope.max(0.25)).max(hills) * shore - 0.02;
        let wood = smooth(0.9, 0.55, ground) * smooth(0.0, 0.02, ground);
        if wood > 0.0 {
            return ground + crown(noise.other(7), x * 24.0, z * 24.0, 0.6).height * 0.05 * wood;
        }
        ground
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(5).fbm(spot.x * 1.8, spot.z * 1.8, 4);
        let line = self.snow + patch * 0.9 - spot.hollow * 0.25;
        let snow = smooth(line - 0.12, line + 0.22, spot.height) * smooth(0.4, 0.6, spot.level);
        let rock = Rgb::hex(0x57_4c_48).mix(Rgb::hex(0x36_30_33), 0.5 + patch);
        let tree = crown(self.noise.other(7), spot.x * 24.0, spot.z * 24.0, 0.6).tree;
        let leaf = match self.season {
            Season::Autumn => Rgb::hex(0x6c_3a_1c).mix(Rgb::hex(0x9a_6a_24), tree),
            Season::Spring => {
                Rgb::hex(0x3c_56_24).mix(Rgb::hex(0xb5_8a_92), smooth(0.7, 0.8, tree))
            }
            _ => Rgb::hex(0x22_36_1f).mix(Rgb::hex(0x3c_50_2a), tree),
        };
        let ground = rock.mix(leaf, smooth(1.0, 0.6, spot.height + patch * 0.3));
        ground.mix(Rgb::hex(0xf2_f4_f8), mix(0.0, 0.97, snow))
    }
}
