//! Water a hand deep under a wide sky: a flooded salt flat, a reedy shore at sunrise.

use super::Painting;
use crate::brief::Brief;
use crate::canvas::View;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::growth::crown;
use crate::heaps;
use crate::noise::Noise;
use crate::silhouettes;
use crate::stage::{Grit, Stage};
use crate::terrain::Stand;
use crate::wash::Wash;
use crate::water::Sea;

/// A salt flat that mirrors its clouds.
pub(crate) fn salt(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.1, dice.range(0.47, 0.53));
    let air = brief.air(dice.range(-0.5, 0.5));
    let mut stage = Stage::new(brief, dice, view, air);
    let cover = stage.dice.range(0.3, 0.5);
    stage.clouds(cover, 2.5, 0.5);
    stage.sun(0.9);
    heaps::paint(&mut stage, 14, 0.7);
    let noise = stage.noise;
    let haze = stage.haze(0.05);
    let tall = stage.dice.range(0.4, 1.2);
    stage.ground(
        Stand::new(0.02, 6.0, 30.0).with_water(0.0),
        (&haze, Grit { strength: 0.1, patches: 6.0 }),
        |x, z| noise.other(1).ridged(x * 0.15, z * 0.15, 5) * smooth(16.0, 24.0, z) * tall - 0.03,
        |_| Rgb::hex(0x6c_60_58),
    );
    let sea = Sea {
        swell: 0.012,
        size: 0.2,
        coarse: 2,
        deep: Rgb::new(0.10, 0.14, 0.16),
        ..Sea::default()
    };
    stage.water(&sea);
    crust(&mut stage, &view);
    stage.finish()
}

/// The salt's cracks, faint under the water and gone in the distance.
fn crust(stage: &mut Stage, view: &View) {
    let noise = Noise::new(stage.dice.seed());
    let bright = stage.sky.ambient * 0.16;
    let bottom = view.up(view.unit());
    let wash = Wash::within(
        view,
        2,
        [view.across(0.0), view.across(view.width as f32), bottom, 0.0],
        |across, up| {
            let away = 0.35 / (-up).max(0.01);
            let plot = crate::growth::plot(noise, across * away * 2.2, away * 2.2);
            let rim = smooth(0.10, 0.0, plot.inside) * smooth(4.0, 1.0, away);
            (bright, rim * 0.22)
        },
    );
    wash.lay_over(&mut stage.canvas);
}

/// A shore with reeds, mist on the water, trees on the far side.
pub(crate) fn reeds(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.3, dice.range(0.42, 0.58));
    let mut air = brief.air(dice.range(-0.4, 0.4));
    air.haze *= 1.6;
    let mut stage = Stage::new(brief, dice, view, air);
    let cover = stage.dice.range(0.25, 0.5);
    stage.clouds(cover, 3.0, 0.5);
    stage.sun(1.2);
    let noise = stage.noise;
    let haze = stage.haze(0.085);
    stage.ground(
        Stand::new(0.03, 5.0, 26.0).with_water(0.0),
        (&haze, Grit { strength: 0.2, patches: 6.0 }),
        |x, z| {
            let far = smooth(8.0, 9.5, z + noise.line(x * 0.35) * 2.5);
            let trees = crown(noise.other(7), x * 3.2, z * 3.2, 0.2).height
                * 0.42
                * (0.5 + noise.line(x * 0.5).abs());
            (0.03
                + trees
                + noise.other(2).ridged(x * 0.1, z * 0.1, 3) * smooth(14.0, 24.0, z) * 1.5)
                * far
                - 0.02
        },
        |spot| Rgb::hex(0x35_40_24).mix(Rgb::hex(0x5c_5c_30), (spot.height * 2.0).min(1.0)),
    );
    let sea = Sea { swell: 0.06, size: 0.25, coarse: 2, masked: true, ..Sea::default() };
    stage.water(&sea);
    mist(&mut stage, &view);
    let dark = stage.sky.haze(0.0) * 0.018;
    let rim = stage.sky.haze(0.0) * 0.22 + stage.sky.sunlight * 0.02;
    silhouettes::reeds(&mut stage, 0.5, (dark, rim));
    stage.finish()
}

/// Mist in long shreds just above the water.
fn mist(stage: &mut Stage, view: &View) {
    let noise = Noise::new(stage.dice.seed());
    let fog = stage.sky.haze(0.0) * 0.95;
    let wash = Wash::within(
        view,
        6,
        [view.across(0.0), view.across(view.width as f32), -0.16, 0.12],
        |across, up| {
            let shreds = noise.fbm(across * 2.0, up * 16.0, 4);
            let cover = smooth(0.09, 0.0, (up + 0.015).abs() - shreds * 0.05);
            (fog, mix(0.0, 0.62, cover))
        },
    );
    wash.lay_over(&mut stage.canvas);
}
