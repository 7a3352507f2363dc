//! Snow and rock, high up: an eroded range, lit by a low sun.

use super::Painting;
use crate::atmosphere::Sky;
use crate::brief::Brief;
use crate::canvas::Canvas;
use crate::clouds::Clouds;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::develop::Film;
use crate::haze::Haze;
use crate::march::draw;
use crate::noise::Noise;
use crate::terrain::{Spot, Stand, Terrain};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let noise = Noise::new(dice.seed());
    let view = brief.view(1.35, dice.range(0.56, 0.68));
    let mut air = brief.air(dice.range(0.8, 1.8) * dice.side());
    air.turned = dice.range(20.0, 60.0) * air.azimuth.signum();
    let sky = Sky::new(&view, &air);
    let mut canvas = Canvas::new(brief.width, brief.height);
    sky.paint(&mut canvas, &view);
    let clouds = Clouds {
        seed: dice.seed(),
        cover: dice.range(0.25, 0.5),
        stretch: dice.range(1.5, 3.5),
        thick: 0.8,
        ..Clouds::default()
    };
    clouds.paint(&mut canvas, &view, &sky);

    let stand = Stand { eye: 1.15, near: 0.9, far: 26.0 };
    let mut terrain = Terrain::survey(&view, stand, |x, z| height(noise, x, z));
    terrain.light(sky.sun, |spot| colour(noise, &sky, spot));
    let haze = Haze::new(&sky, 0.035).thinning(0.25);
    let grit = noise.other(9);
    draw(&terrain, &mut canvas, &view, |seen| {
        let fine = grit.at(seen.x * 46.0, seen.z * 46.0 + seen.height * 60.0);
        haze.veil(seen.colour * (1.0 + fine * 0.13), seen.z, seen.height, seen.across)
    });
    Painting { canvas, film: Film { key: 0.24, contrast: 1.1, ..Film::default() } }
}

/// A range that rises with the distance, cut by valleys.
fn height(noise: Noise, x: f32, z: f32) -> f32 {
    let bend = noise.other(3).at(x * 0.21, z * 0.21) * 0.8;
    let rise = smooth(2.0, 11.0, z) * 2.3 + 0.45;
    let large = noise.other(1).ridged(x * 0.19 + bend, z * 0.19, 5);
    let fine = noise.eroded(x * 0.5 + bend, z * 0.5, 9);
    (large * 1.35 - 0.35) * rise + fine * (0.45 + 0.25 * rise)
}

fn colour(noise: Noise, sky: &Sky, spot: &Spot) -> Rgb {
    let patch = noise.other(5).fbm(spot.x * 2.3, spot.z * 2.3, 4);
    let snow = smooth(
        0.52,
        0.74,
        spot.level + patch * 0.22 + (spot.height - 1.0) * 0.07 + spot.hollow * 0.05,
    );
    let bands = noise.other(6).at(spot.height * 9.0 + patch * 2.0, spot.x * 0.7);
    let rock = Rgb::hex(0x6a_61_59).mix(Rgb::hex(0x3f_3b_3c), 0.5 + 0.5 * bands);
    let ground = rock.mix(Rgb::hex(0xf2_f5_fa), snow);
    let open = (1.0 - spot.hollow.max(0.0) * 0.55).clamp(0.35, 1.15);
    let sun = sky.sunlight * (spot.facing * spot.lit * 0.32);
    let dome = sky.ambient * (0.32 * open * mix(0.6, 1.0, spot.level));
    // Snow throws light back into its own shadows.
    ground * (sun + dome + sky.sunlight * (0.012 * snow))
}
