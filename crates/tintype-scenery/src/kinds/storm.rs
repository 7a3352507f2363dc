//! A storm over the plain: a dark deck, rain shafts, a last strip of light.

use super::Painting;
use crate::brief::{Brief, Season};
use crate::colour::Rgb;
use crate::curves::{fade, mix, smooth};
use crate::dice::Dice;
use crate::noise::Noise;
use crate::stage::{Grit, Stage};
use crate::strokes::line;
use crate::terrain::Stand;
use crate::wash::Wash;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.1, dice.range(0.66, 0.8));
    let air = brief.air(dice.range(0.3, 1.0) * dice.side());
    let mut stage = Stage::new(brief, dice, view, air);
    dim(&mut stage);
    deck(&mut stage);
    rain(&mut stage);
    if stage.dice.unit() < 0.6 {
        lightning(&mut stage);
    }
    let noise = stage.noise;
    let dim = stage.dice.range(0.35, 0.6);
    let haze = stage.haze(0.05).tinted(strip(&stage), 0.9);
    let (ripe, green) = match brief.season {
        Season::Summer => (Rgb::hex(0xd0_a8_50), Rgb::hex(0x7c_84_38)),
        Season::Autumn => (Rgb::hex(0xa8_84_4c), Rgb::hex(0x80_6c_3c)),
        Season::Spring | Season::Winter => (Rgb::hex(0x84_98_44), Rgb::hex(0x5c_70_34)),
    };
    stage.ground(
        Stand::new(0.26, 0.3, 30.0),
        (&haze, Grit { strength: 0.5, patches: 16.0 }),
        |x, z| {
            let stalks = noise.other(3).fbm(x * 40.0, z * 26.0, 2) * 0.008 * smooth(4.0, 0.8, z);
            noise.at(x * 0.2, z * 0.2) * 0.12 * smooth(0.5, 5.0, z)
                + noise.fbm(x * 0.8, z * 0.8, 3) * 0.03
                + stalks
        },
        |spot| {
            // A gap in the clouds lights some of the fields and leaves the others dark.
            let gap = smooth(-0.1, 0.25, noise.other(8).fbm(spot.x * 0.22, spot.z * 0.3, 2));
            let field = smooth(-0.05, 0.05, noise.other(6).fbm(spot.x * 0.3, spot.z * 0.12, 2));
            green.mix(ripe, field) * mix(dim * 0.35, 0.85, gap)
        },
    );
    stage.film.contrast = 1.25;
    stage.film.key *= 0.5;
    stage.finish()
}

/// The strip below the deck gets its light through rain and cloud.
fn dim(stage: &mut Stage) {
    let tone = strip(stage);
    for row in stage.canvas.rows_mut() {
        for pixel in row.1 {
            *pixel = (*pixel * 0.30).mix(tone, 0.4);
        }
    }
}

fn strip(stage: &Stage) -> Rgb {
    Rgb::new(0.85, 0.92, 1.0) * (stage.sky.ambient.luma() * 0.09) + stage.sky.sunlight * 0.012
}

/// The deck: heavy, torn below, darkest overhead, lifted at the horizon.
fn deck(stage: &mut Stage) {
    let noise = Noise::new(stage.dice.seed());
    let low = stage.dice.range(0.03, 0.12);
    let ambient = stage.sky.ambient.luma();
    let (dark, pale) =
        (Rgb::new(0.030, 0.036, 0.047) * ambient, Rgb::new(0.16, 0.17, 0.185) * ambient);
    let warm = stage.sky.sunlight * 0.035;
    let sky = &stage.sky;
    let view = stage.view;
    let bounds = [view.across(0.0), view.across(view.width as f32), -0.01, view.up(0.0)];
    let wash = Wash::within(&view, 3, bounds, |across, up| {
        let away = 1.0 / (up + 0.10);
        let (x, z) = (across * away * 0.8, away);
        let bend = noise.other(1).fbm(x * 0.6, z * 0.6, 3);
        let rolls = noise.other(2).ridged(x * 0.55 + bend * 0.9, z * 0.8 + bend * 0.6, 4);
        let fine = noise.other(3).fbm(x * 3.1 + bend * 2.0, z * 3.6, 4);
        let light = (rolls * 0.85 + fine * 0.42 - 0.12).clamp(0.0, 1.0)
            * mix(0.55, 1.0, smooth(0.5, 0.0, up));
        let body = dark.mix(pale, light * light) + warm * (light * smooth(0.35, 0.0, up));
        let edge = low + bend * 0.06 + fine * 0.03;
        let cover = smooth(edge - 0.03, edge + 0.05, up);
        (body.mix(sky.haze(across) * 0.7, smooth(0.2, 0.02, up) * 0.35), cover)
    });
    wash.lay_over(&mut stage.canvas);
}

/// Curtains of rain that hang from the deck and lean with the wind.
fn rain(stage: &mut Stage) {
    let noise = Noise::new(stage.dice.seed());
    let slant = stage.dice.spread() * 0.35;
    let colour = stage.sky.ambient * 0.055;
    let view = stage.view;
    let wash = Wash::new(&view, 4, |across, up| {
        let at = across - slant * up;
        let where_it_falls = smooth(0.12, 0.42, noise.line_fbm(at * 1.5 + 9.0, 2));
        let streaks = 0.7 + 0.5 * noise.other(1).line_fbm(at * 16.0, 3);
        let cover = where_it_falls * streaks * smooth(0.5, 0.1, up) * smooth(-0.03, 0.0, up);
        (colour, (cover * 0.85).clamp(0.0, 0.9))
    });
    wash.lay_over(&mut stage.canvas);
}

fn lightning(stage: &mut Stage) {
    let (unit, wide) = (stage.view.unit(), stage.canvas.width as f32);
    let from = (stage.dice.range(0.2, 0.8) * wide, stage.view.horizon - unit * 0.42);
    let ground = stage.view.horizon;
    let light = Rgb::new(0.9, 0.92, 1.15) * (stage.sky.ambient.luma() * 1.6);
    let view = stage.view;
    let centre = (view.across(from.0), view.up(from.1));
    let flash = Wash::new(&view, 8, |across, up| {
        let (dx, dy) = (across - centre.0, up - centre.1);
        (light * (0.045 * fade((dx * dx * 7.0 + dy * dy * 60.0).sqrt() * 1.6)), 1.0)
    });
    flash.add_to(&mut stage.canvas);
    let mut dice = Dice::new(u64::from(stage.dice.seed()));
    bolt(stage, &mut dice, (from, ground), (unit * 0.0022, light));
}

/// A bolt that wanders down and throws off thinner ones.
fn bolt(
    stage: &mut Stage,
    dice: &mut Dice,
    ((mut x, mut y), end): ((f32, f32), f32),
    (thick, light): (f32, Rgb),
) {
    let unit = stage.view.unit();
    let drift = dice.spread() * 0.4;
    while y < end {
        let step = dice.range(0.006, 0.022) * unit;
        let next = (x + (dice.spread() * 0.8 + drift) * step, y + step * dice.range(0.5, 1.0));
        line(&mut stage.canvas, (x, y), next, (thick.max(1.0), light, 0.95));
        line(&mut stage.canvas, (x, y), next, (thick * 5.0, light * 0.6, 0.12));
        if thick > unit * 0.0012 && dice.unit() < 0.12 {
            let reach = (y + unit * dice.range(0.06, 0.2)).min(end);
            bolt(stage, dice, (next, reach), (thick * 0.5, light * 0.7));
        }
        (x, y) = next;
    }
}
