//! Savanna: grass to the horizon, flat-topped acacias, a large low sun.

use super::Painting;
use crate::brief::Brief;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::stage::{Grit, Stage};
use crate::strokes::Stroke;
use crate::terrain::Stand;
use crate::trees::{Grove, Stamp};

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.5, dice.range(0.64, 0.76));
    let mut air = brief.air(dice.range(-0.25, 0.25));
    air.haze *= 2.0;
    let mut stage = Stage::new(brief, dice, view, air);
    let (cover, stretch) = (stage.dice.range(0.2, 0.45), stage.dice.range(2.5, 4.0));
    stage.clouds(cover, stretch, 0.6);
    stage.sun(2.3);
    let noise = stage.noise;
    let haze = stage.haze(0.06);
    stage.ground(
        Stand::new(0.2, 0.25, 30.0),
        (&haze, Grit { strength: 0.4, patches: 12.0 }),
        |x, z| {
            let hills = noise.other(1).ridged(x * 0.1, z * 0.1, 4) * smooth(12.0, 26.0, z) * 0.9;
            let bush = smooth(0.25, 0.4, noise.other(2).fbm(x * 1.8, z * 1.8, 3))
                * smooth(3.0, 6.0, z)
                * 0.05;
            hills + bush + noise.at(x * 0.4, z * 0.4) * 0.03
        },
        |spot| {
            let patch = noise.other(5).fbm(spot.x * 1.2, spot.z * 1.2, 4);
            let bush = smooth(0.25, 0.4, noise.other(2).fbm(spot.x * 1.8, spot.z * 1.8, 3))
                * smooth(3.0, 6.0, spot.z);
            Rgb::hex(0xb8_94_51)
                .mix(Rgb::hex(0x8a_6c_3c), 0.5 + patch)
                .mix(Rgb::hex(0x4c_4c_28), bush)
        },
    );
    acacias(&mut stage);
    tufts(&mut stage);
    stage.finish()
}

fn acacias(stage: &mut Stage) {
    let grove = Grove::acacias(stage.dice.seed(), stage.canvas.height);
    let (unit, wide, horizon) = (stage.view.unit(), stage.canvas.width as f32, stage.view.horizon);
    let light = stage.daylight() + stage.sky.ambient * 0.05;
    let lead = stage.dice.range(0.15, 0.85);
    for i in 0..15 {
        let near = (i as f32 / 14.0).powi(2);
        let dice = &mut stage.dice;
        let at = if i == 14 { lead } else { dice.unit() };
        let tall = mix(0.022, if i == 14 { 0.46 } else { 0.2 }, near) * dice.range(0.85, 1.15);
        let leaf = Rgb::hex(0x3c_3c_1c) * light;
        let air = stage.sky.haze(stage.view.across(at * wide));
        let far = (1.0 - near).powi(3) * 0.75;
        let stamp = Stamp {
            kind: dice.below(5),
            x: at * wide,
            foot: horizon + unit * (0.012 + near * 0.14),
            tall: tall * unit,
            dark: (leaf * 0.25).mix(air, far),
            bright: (leaf * 1.3).mix(air, far),
            flip: dice.unit() < 0.5,
        };
        grove.plant(&mut stage.canvas, &stamp);
    }
}

/// Dry grass in the foreground.
fn tufts(stage: &mut Stage) {
    let (unit, wide) = (stage.view.unit(), stage.canvas.width as f32);
    let light = stage.daylight() + stage.sky.sunlight * 0.05;
    let (dark, pale) = (Rgb::hex(0x40_30_18) * light, Rgb::hex(0xd0_ac_65) * light);
    let clumps = stage.noise.other(31);
    for i in 0..14_000 {
        let near = (i as f32 / 14_000.0).powf(0.7);
        let dice = &mut stage.dice;
        let x = dice.unit() * wide;
        let y = mix(stage.view.horizon + unit * 0.06, unit * 1.05, near * near);
        let tall = mix(0.008, 0.085, near * near) * unit * dice.range(0.4, 1.1);
        let (lean, tone) = (dice.spread() * tall * 0.5, dice.unit());
        let crowd = smooth(-0.3, 0.3, clumps.fbm(x / unit * 2.5, near * 9.0, 3));
        let tip = dark.mix(pale, tone * crowd);
        let stroke = Stroke {
            x,
            y,
            lean,
            tall: tall * (0.4 + crowd),
            thick: tall * 0.03 + 0.5,
            foot: dark.mix(pale, 0.25),
            tip,
        };
        stroke.paint(&mut stage.canvas);
    }
}
