//! Sand dunes: long crests with a sharp lee side, rippled by the wind.

use super::Painting;
use crate::atmosphere::Sky;
use crate::brief::Brief;
use crate::canvas::Canvas;
use crate::clouds::Clouds;
use crate::colour::Rgb;
use crate::curves::{fade, smooth};
use crate::develop::Film;
use crate::haze::Haze;
use crate::march::draw;
use crate::noise::Noise;
use crate::terrain::{Spot, Stand, Terrain};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let noise = Noise::new(dice.seed());
    let view = brief.view(1.15, dice.range(0.3, 0.42));
    let mut air = brief.air(dice.range(0.9, 1.6) * dice.side());
    air.turned = dice.range(0.0, 40.0) * air.azimuth.signum();
    air.haze *= 1.3;
    let sky = Sky::new(&view, &air);
    let mut canvas = Canvas::new(brief.width, brief.height);
    sky.paint(&mut canvas, &view);
    let clouds =
        Clouds { seed: dice.seed(), cover: 0.3, stretch: 4.0, thick: 0.35, ..Clouds::default() };
    clouds.paint(&mut canvas, &view, &sky);

    let lean = dice.range(-0.5, 0.5);
    let stand = Stand { eye: 1.25, near: 0.5, far: 30.0 };
    let mut terrain = Terrain::survey(&view, stand, |x, z| height(noise, lean, x, z));
    terrain.light(sky.sun, |spot| colour(noise, &sky, spot));
    let haze = Haze::new(&sky, 0.03);
    let sand = noise.other(9);
    draw(&terrain, &mut canvas, &view, |seen| {
        let bend = seen.height * 9.0;
        let ripple = sand.at(seen.x * 9.0 + bend, seen.z * 34.0 - bend) * fade(seen.z * 0.28);
        haze.veil(seen.colour * (1.0 + ripple * 0.10), seen.z, seen.height, seen.across)
    });
    Painting { canvas, film: Film { key: 0.24, contrast: 1.05, ..Film::default() } }
}

/// Waves of sand: slow windward slopes, steep lee sides, crests that wander and fork.
fn height(noise: Noise, lean: f32, x: f32, z: f32) -> f32 {
    let bend = noise.other(1).fbm(x * 0.16, z * 0.16, 3) * 2.6;
    let wave = |scale: f32, salt: u32| {
        let at = (z + x * lean) * scale
            + bend * scale * 1.4
            + noise.other(salt).at(x * scale * 0.5, z * scale * 0.5) * 0.5;
        let phase = at - at.floor();
        let up = smooth(0.0, 0.72, phase);
        let down = 1.0 - smooth(0.7, 1.0, phase);
        up.min(down)
    };
    let size = 0.55 + 0.45 * noise.other(4).at(x * 0.13, z * 0.13 + 4.0);
    wave(0.26, 2) * size * 1.05 + wave(0.71, 3) * 0.16 + noise.fbm(x * 0.4, z * 0.4, 3) * 0.12
}

fn colour(noise: Noise, sky: &Sky, spot: &Spot) -> Rgb {
    let patch = noise.other(5).fbm(spot.x * 0.8, spot.z * 0.8, 4);
    let sand = Rgb::hex(0xd9_a0_66).mix(Rgb::hex(0xc4_85_50), 0.5 + patch * 0.6);
    let open = (1.0 - spot.hollow.max(0.0) * 0.4).clamp(0.5, 1.1);
    let sun = sky.sunlight * (spot.facing * spot.lit * 0.32);
    sand * (sun + sky.ambient * (0.3 * open) + sky.sunlight * 0.016)
}
