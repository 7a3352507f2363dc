//! A meadow in flower, grass blade by grass blade, hills behind it.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::growth::crown;
use crate::heaps;
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::strokes::{Stroke, spot};
use crate::terrain::Stand;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.2, dice.range(0.34, 0.5));
    let air = brief.air(dice.range(0.2, 1.0) * dice.side());
    let mut stage = Stage::new(brief, dice, view, air);
    if stage.dice.unit() < 0.6 {
        heaps::paint(&mut stage, 9, 0.75);
    } else {
        stage.clouds(0.45, 2.0, 0.9);
    }
    stage.sun(0.9);
    let noise = stage.noise;
    let haze = stage.haze(0.04);
    let far = Rgb::hex(0x4a_5c_2c);
    let green = greens(brief.season);
    stage.ground(
        Stand::new(0.22, 0.3, 24.0),
        (&haze, Grit { strength: 0.2, patches: 12.0 }),
        |x, z| hills(noise, x, z),
        |spot| {
            let patch = noise.other(5).fbm(spot.x * 1.5, spot.z * 1.5, 3);
            green.1.mix(far, smooth(5.0, 9.0, spot.z)) * (0.8 + patch * 0.5)
        },
    );
    grass(&mut stage, brief.season, green);
    stage.finish()
}

fn hills(noise: Noise, x: f32, z: f32) -> f32 {
    let ridge = noise.other(1).ridged(x * 0.13, z * 0.13, 4) * smooth(8.0, 18.0, z) * 1.6;
    let wood = smooth(0.0, 0.2, noise.other(2).fbm(x * 0.5, z * 0.5, 3)) * smooth(5.5, 7.0, z);
    let trees = crown(noise.other(7), x * 13.0, z * 13.0, 0.2).height * 0.13 * wood;
    noise.at(x * 0.25, z * 0.25) * 0.12 * smooth(0.5, 4.0, z) + ridge + trees
}

fn greens(season: Season) -> (Rgb, Rgb) {
    match season {
        Season::Spring => (Rgb::hex(0x2a_40_17), Rgb::hex(0x74_94_38)),
        Season::Summer => (Rgb::hex(0x33_3e_18), Rgb::hex(0x8c_92_40)),
        Season::Autumn => (Rgb::hex(0x40_34_1a), Rgb::hex(0xa0_82_44)),
        Season::Winter => (Rgb::hex(0x4c_46_38), Rgb::hex(0xb0_a8_90)),
    }
}

/// Blades and flowers from far to near, each row larger than the one behind it.
fn grass(stage: &mut Stage, season: Season, (dark, bright): (Rgb, Rgb)) {
    let light = stage.daylight() * 1.15 + stage.sky.sunlight * 0.06;
    let (unit, wide) = (stage.view.unit(), stage.canvas.width as f32);
    let bloom = stage.noise.other(31);
    let petals = petals(stage, season);
    let dense = 10.5 * wide / unit;
    for row in 0..60 {
        let near = (row as f32 / 59.0).powf(1.6);
        let y = stage.view.horizon + (unit * 1.12 - stage.view.horizon) * (0.07 + 0.93 * near);
        let tall = mix(0.012, 0.17, near) * unit;
        for _ in 0..(dense * mix(70.0, 9.0, near.sqrt())) as usize {
            let dice = &mut stage.dice;
            let x = dice.range(-0.05, 1.05) * wide;
            let foot = y + dice.spread() * tall * 0.25;
            let tone = dice.unit();
            let high = tall * dice.range(0.5, 1.15);
            let lean = (dice.spread() * 0.35 + 0.12) * high;
            let tip = bright.mix(dark, tone * 0.6) * light;
            let stroke = Stroke {
                x,
                y: foot,
                lean,
                tall: high,
                thick: high * 0.032 + 0.5,
                foot: dark * light * 0.55,
                tip,
            };
            let flower = (dice.unit(), dice.below(petals.len()), dice.range(0.7, 1.2));
            stroke.paint(&mut stage.canvas);
            let chance = flower.0 / 0.75;
            if chance < 1.0
                && chance
                    < smooth(0.05, 0.5, bloom.fbm(x / unit * 2.2, row as f32 * 0.08, 3) + 0.12)
            {
                let at = (x + lean, foot - high);
                let size = (tall * 0.085 * flower.2).max(0.5);
                bloom_at(&mut stage.canvas, at, size, petals[flower.1] * light);
            }
        }
    }
}

/// Five petals around a darker heart; far away only a dot of colour.
fn bloom_at(canvas: &mut Canvas, (x, y): (f32, f32), size: f32, petal: Rgb) {
    if size < 2.5 {
        spot(canvas, (x, y), (size, 0.75), (petal, 0.85));
        return;
    }
    for leaf in 0..5 {
        let turn = leaf as f32 * 1.257 + x;
        let at = (x + turn.cos() * size * 0.58, y + turn.sin() * size * 0.36);
        spot(canvas, at, (size * 0.52, 0.72), (petal * (1.0 - turn.sin() * 0.22), 0.92));
    }
    spot(canvas, (x, y), (size * 0.26, 0.7), (petal * Rgb::new(0.35, 0.28, 0.12), 0.9));
}

/// Two or three kinds of flower.
fn petals(stage: &mut Stage, season: Season) -> Vec<Rgb> {
    let sets: [&[u32]; 4] = match season {
        Season::Spring => [
            &[0xf4_f2_e8, 0xf0_d0_30],
            &[0xf0_cc_28, 0xf6_e0_60],
            &[0x9a_6c_c8, 0xf4_f0_f4],
            &[0xf2_b8_cc, 0xf8_f0_f0],
        ],
        Season::Summer => [
            &[0xd8_34_24, 0xc8_2c_20, 0xe8_5a_38],
            &[0x4a_5c_c0, 0x6a_78_d8, 0xf0_f0_f0],
            &[0xf4_f2_ea, 0xe8_c0_30],
            &[0xd8_34_24, 0x5c_6c_cc, 0xf4_f2_ea],
        ],
        Season::Autumn | Season::Winter => {
            [&[0xd8_c0_90], &[0xc8_a8_78, 0xb0_88_a0], &[0xe0_cc_a0], &[0xb8_90_60]]
        }
    };
    let set = stage.dice.pick(&sets);
    set.iter().map(|code| Rgb::hex(*code)).collect()
}
