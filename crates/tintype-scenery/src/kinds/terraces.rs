//! Rice terraces, flooded, holding pieces of the sky.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::growth::crown;
use crate::march;
use crate::noise::Noise;
use crate::stage::Stage;
use crate::terrain::{Spot, Stand, Terrain};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.1, 1.35), dice.range(0.16, 0.3));
    let air = brief.air(dice.range(-0.7, 0.7));
    let steps = Terraces {
        noise: Noise::new(dice.seed()),
        season: brief.season,
        count: dice.range(10.0, 14.0),
        lean: dice.side(),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let cover = stage.dice.range(0.4, 0.65);
    stage.clouds(cover, 1.8, 0.9);
    stage.sun(1.0);
    let mut terrain = Terrain::survey(&view, Stand::new(EYE, 0.8, 26.0), |x, z| steps.height(x, z));
    let sky = &stage.sky;
    terrain.light(sky.sun, |spot| {
        let dry = steps.colour(spot) * sky.falls_on(spot);
        let water = steps.flooded(spot.x, spot.z, spot.height);
        // Still water gives back the sky at the angle at which we look down on it.
        let down = (EYE - spot.height) / spot.z;
        dry.mix(sky.at(spot.x / spot.z, down) * 0.85, water * 0.88)
    });
    let haze = stage.haze(0.04).thinning(0.15);
    let noise = stage.noise.other(9);
    march::draw(&terrain, &mut stage.canvas, &view, |seen| {
        let grain = 1.0 + noise.at(seen.x * 38.0, seen.z * 38.0) * 0.12;
        haze.veil(seen.colour * grain, seen.z, seen.height, seen.across)
    });
    stage.film.key *= 0.95;
    stage.finish()
}

struct Terraces {
    noise: Noise,
    season: Season,
    count: f32,
    lean: f32,
}

impl Terraces {
    fn slope(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let hollow = (x * self.lean * 0.22 + noise.other(1).fbm(x * 0.22, z * 0.22, 3) * 1.5)
            * smooth(0.5, 5.0, z);
        (hollow + z * 0.04 + 0.45).clamp(0.0, 1.6)
    }

    /// Which step a place is on, and where on it: 0 its outer edge, 1 the foot of the next.
    fn step(&self, x: f32, z: f32) -> (f32, f32) {
        let at = self.slope(x, z) * self.count;
        (at.floor(), at - at.floor())
    }

    fn is_wild(&self, x: f32, z: f32) -> f32 {
        smooth(6.5, 9.0, z + self.noise.other(3).fbm(x * 0.5, z * 0.5, 2) * 3.0)
    }

    fn height(&self, x: f32, z: f32) -> f32 {
        let (step, inside) = self.step(x, z);
        let wall = smooth(0.78, 1.0, inside);
        let rim = smooth(0.075, 0.02, inside) * 0.1;
        let flat = (step + wall + rim) / self.count;
        let wild = self.is_wild(x, z);
        let hills = self.noise.other(4).ridged(x * 0.2, z * 0.2, 4) * 1.2 * smooth(7.0, 14.0, z);
        let trees = if wild > 0.01 {
            crown(self.noise.other(7), x * 14.0, z * 14.0, 0.3).height * 0.09 * wild
        } else {
            0.0
        };
        flat + hills + trees
    }

    /// How much water stands on a place.
    fn flooded(&self, x: f32, z: f32, height: f32) -> f32 {
        let (step, inside) = self.step(x, z);
        let field = self
            .noise
            .cell(step as i32, (self.noise.other(5).at(x * 0.35, z * 0.35) * 2.0 + 9.0) as i32);
        let wet = if field < 0.8 { 1.0 } else { 0.0 };
        let flat = smooth(0.095, 0.12, inside) * smooth(0.79, 0.76, inside);
        wet * flat * (1.0 - self.is_wild(x, z)) * smooth(2.2, 1.8, height)
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let patch = self.noise.other(6).fbm(spot.x * 2.6, spot.z * 2.6, 3);
        let (young, grass) = match self.season {
            Season::Spring | Season::Summer => (0x6c_9c_34, 0x4c_6c_28),
            Season::Autumn => (0xc8_a0_40, 0x6c_6c_30),
            Season::Winter => (0x6c_5c_48, 0x5c_58_38),
        };
        let (_, inside) = self.step(spot.x, spot.z);
        let wall = smooth(0.76, 0.82, inside).max(smooth(0.10, 0.05, inside));
        let field = Rgb::hex(young) * (1.0 + patch * 0.4);
        let bank = Rgb::hex(grass).mix(Rgb::hex(0x5c_48_30), (0.3 + patch).clamp(0.0, 1.0) * 0.5);
        let tree = crown(self.noise.other(7), spot.x * 14.0, spot.z * 14.0, 0.3).tree;
        let wood = Rgb::hex(0x26_3c_1a).mix(Rgb::hex(0x4c_62_2a), tree);
        field.mix(bank, wall).mix(wood, mix(0.0, 1.0, self.is_wild(spot.x, spot.z)))
    }
}

const EYE: f32 = 1.9;
