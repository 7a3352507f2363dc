//! A still lake below mountains, early, when the water holds them.

use super::Painting;
use crate::atmosphere::Sky;
use crate::brief::{Brief, Season};
use crate::canvas::Canvas;
use crate::clouds::Clouds;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::develop::Film;
use crate::haze::Haze;
use crate::march::draw;
use crate::noise::Noise;
use crate::terrain::{Spot, Stand, Terrain};
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let noise = Noise::new(dice.seed());
    let view = brief.view(1.3, dice.range(0.5, 0.58));
    let mut air = brief.air(dice.range(0.7, 1.6) * dice.side());
    air.turned = dice.range(10.0, 60.0) * air.azimuth.signum();
    let sky = Sky::new(&view, &air);
    let mut canvas = Canvas::new(brief.width, brief.height);
    sky.paint(&mut canvas, &view);
    let clouds = Clouds {
        seed: dice.seed(),
        cover: dice.range(0.3, 0.5),
        stretch: 2.0,
        thick: 0.9,
        ..Clouds::default()
    };
    clouds.paint(&mut canvas, &view, &sky);

    let gap = dice.range(-0.15, 0.15);
    let stand = Stand { eye: 0.02, near: 3.0, far: 24.0 };
    let mut terrain = Terrain::survey(&view, stand, |x, z| height(noise, gap, x, z));
    terrain.light(sky.sun, |spot| colour(noise, &sky, brief.season, spot));
    let haze = Haze::new(&sky, 0.045).thinning(0.5);
    let grit = noise.other(9);
    draw(&terrain, &mut canvas, &view, |seen| {
        let fine = grit.at(seen.x * 40.0, seen.z * 40.0 + seen.height * 60.0);
        haze.veil(seen.colour * (1.0 + fine * 0.15), seen.z, seen.height, seen.across)
    });
    let sea = Sea { seed: dice.seed(), swell: dice.range(0.04, 0.12), size: 0.3, ..Sea::default() };
    sea.paint(&mut canvas, &view, &sky);
    Painting { canvas, film: Film { key: 0.21, contrast: 1.05, ..Film::default() } }
}

/// Slopes to both sides, a higher range closing the valley.
fn height(noise: Noise, gap: f32, x: f32, z: f32) -> f32 {
    let side = (x / z - gap).abs();
    let valley = smooth(0.03, 0.75, side) * 1.9 + smooth(9.0, 18.0, z) * 2.0;
    let large = noise.other(1).ridged(x * 0.25, z * 0.25, 5);
    let fine = noise.eroded(x * 0.55, z * 0.55, 8);
    let shore = smooth(4.0, 8.0, z + noise.other(4).at(x * 0.8, z * 0.3) * 1.6);
    ((large * 1.1 - 0.1) * valley + fine * 0.5 * valley.min(1.0)) * shore - 0.02
}

fn colour(noise: Noise, sky: &Sky, season: Season, spot: &Spot) -> Rgb {
    let patch = noise.other(5).fbm(spot.x * 2.6, spot.z * 2.6, 4);
    let snow = smooth(0.6, 0.8, spot.level + patch * 0.25 + (spot.height - 1.9) * 0.22);
    let wood = smooth(1.25, 0.75, spot.height + patch * 0.5) * smooth(0.45, 0.7, spot.level + 0.1);
    let leaf = match season {
        Season::Autumn => Rgb::hex(0x8a_5a_1e).mix(Rgb::hex(0x35_4a_22), 0.5 + patch),
        Season::Winter => Rgb::hex(0x3a_42_40),
        Season::Spring | Season::Summer => {
            Rgb::hex(0x2c_44_22).mix(Rgb::hex(0x4f_5f_2a), 0.4 + patch)
        }
    };
    let rock = Rgb::hex(0x77_70_69).mix(Rgb::hex(0x4a_47_48), 0.5 + patch * 0.8);
    let ground = rock.mix(leaf, wood).mix(Rgb::hex(0xf0_f3_f8), snow);
    let open = (1.0 - spot.hollow.max(0.0) * 0.5).clamp(0.35, 1.15);
    let sun = sky.sunlight * (spot.facing * spot.lit * 0.32);
    ground * (sun + sky.ambient * (0.3 * open * mix(0.6, 1.0, spot.level)))
}
