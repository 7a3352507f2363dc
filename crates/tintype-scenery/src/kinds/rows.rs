//! Rows of lavender, tulips or tea, running together towards the hills.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::colour::Rgb;
use crate::curves::{fade, mix, smooth};
use crate::march;
use crate::noise::Noise;
use crate::stage::Stage;
use crate::terrain::{Spot, Stand, Terrain};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(dice.range(1.0, 1.2), dice.range(0.3, 0.42));
    let air = brief.air(dice.range(-0.9, 0.9));
    let field = Field {
        noise: Noise::new(dice.seed()),
        season: brief.season,
        lean: dice.range(-0.5, 0.5),
        shift: dice.unit(),
    };
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, thick) = (stage.dice.range(0.3, 0.55), stage.dice.range(0.5, 1.3));
    stage.clouds(cover, 1.8, thick);
    stage.sun(1.0);
    let mut terrain =
        Terrain::survey(&view, Stand::new(0.34, 0.32, 26.0), |x, z| field.height(x, z));
    let sky = &stage.sky;
    terrain.light(sky.sun, |spot| field.colour(spot) * sky.falls_on(spot));
    let haze = stage.haze(0.045);
    let noise = stage.noise.other(9);
    let glow = stage.sky.sunlight * 0.05;
    march::draw(&terrain, &mut stage.canvas, &view, |seen| {
        let near = fade(seen.z * 0.35);
        let spikes = noise.at(seen.x * 150.0, seen.z * 40.0 + seen.height * 90.0);
        let dots = smooth(0.35, 0.8, noise.other(1).at(seen.x * 95.0, seen.z * 95.0))
            * near
            * field.bloom();
        let colour = seen.colour * (1.0 + spikes * 0.45 * near) + glow * (dots * 0.6);
        haze.veil(colour, seen.z, seen.height, seen.across)
    });
    stage.finish()
}

struct Field {
    noise: Noise,
    season: Season,
    lean: f32,
    shift: f32,
}

impl Field {
    /// 0 in the furrow, 1 on top of the row.
    fn row(&self, x: f32, z: f32) -> f32 {
        let wobble = self.noise.other(2).at(x * 1.2, z * 1.2) * 0.06;
        let at = (x - z * self.lean) * 3.1 + self.shift + wobble;
        let phase = at - at.floor();
        let bump = 1.0 - (phase * 2.0 - 1.0).abs();
        smooth(0.12, 0.7, bump)
    }

    fn height(&self, x: f32, z: f32) -> f32 {
        let noise = self.noise;
        let end = smooth(9.0, 10.0, z + noise.other(5).at(x * 0.2, 0.0) * 1.5);
        let tufts = noise.fbm(x * 9.0, z * 9.0, 3) * 0.035;
        let rows = self.row(x, z) * (0.085 + tufts) * (1.0 - end);
        let hills = noise.other(1).ridged(x * 0.12, z * 0.12, 4) * smooth(12.0, 22.0, z) * 1.5;
        let trees = smooth(0.05, 0.3, noise.other(6).fbm(x * 1.4, z * 1.4, 3))
            * end
            * smooth(14.0, 11.0, z)
            * 0.28;
        rows + noise.at(x * 0.13, z * 0.13) * 0.25 * smooth(1.0, 6.0, z) + hills + trees
    }

    fn bloom(&self) -> f32 {
        if self.season == Season::Autumn { 0.0 } else { 1.0 }
    }

    fn colour(&self, spot: &Spot) -> Rgb {
        let noise = self.noise;
        let row = self.row(spot.x, spot.z);
        let patch = noise.other(7).fbm(spot.x * 2.2, spot.z * 2.2, 3);
        let end = smooth(9.0, 10.0, spot.z + noise.other(5).at(spot.x * 0.2, 0.0) * 1.5);
        let (soil, leaf, bloom) = match self.season {
            Season::Summer => (0x8c_78_54, 0x6a_74_50, 0x7a_54_a8),
            Season::Spring => (0x6c_58_40, 0x4c_6c_34, self.tulips(spot)),
            Season::Autumn | Season::Winter => (0x5c_50_38, 0x3c_58_28, 0x6c_8a_3a),
        };
        let plants = Rgb::hex(leaf).mix(Rgb::hex(bloom), smooth(0.25, 0.8, row + patch * 0.3));
        let here = Rgb::hex(soil).mix(plants, smooth(0.05, 0.4, row));
        let far = Rgb::hex(0x35_46_28).mix(Rgb::hex(0x5c_64_38), (0.5 + patch).clamp(0.0, 1.0));
        here.mix(far * mix(0.7, 1.0, spot.level), end)
    }

    /// Tulips change colour from bed to bed.
    fn tulips(&self, spot: &Spot) -> u32 {
        let at = ((spot.x - spot.z * self.lean) * 3.1 + self.shift + 0.5) / 2.0;
        let bed = self.noise.cell(at.floor() as i32, 77);
        [0xc8_30_30, 0xe8_b8_2c, 0xd8_6a_90, 0xe0_70_28, 0xd8_d0_c4][((bed * 5.0) as usize).min(4)]
    }
}
