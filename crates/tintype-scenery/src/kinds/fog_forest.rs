//! Conifers in fog, row behind row.

use super::Painting;
use crate::atmosphere::Sky;
use crate::brief::Brief;
use crate::canvas::{Canvas, View};
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::develop::Film;
use crate::dice::Dice;
use crate::noise::Noise;
use crate::trees::{Grove, Stamp};
use crate::wash::Wash;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.2, 0.45);
    let mut air = brief.air(dice.range(-0.5, 0.5));
    air.haze *= 2.5;
    let sky = Sky::new(&view, &air);
    let fog = sky.haze(air.azimuth).mix(Rgb::grey(sky.ambient.luma() * 0.3), 0.65);
    let mut canvas = Canvas::new(brief.width, brief.height);
    fill(&mut canvas, &view, &sky, fog);
    let grove = Grove::conifers(dice.seed(), brief.height);
    let slope = dice.range(-0.22, 0.22);
    for layer in 0..LAYERS {
        let near = layer as f32 / (LAYERS - 1) as f32;
        row_of_trees(&mut canvas, &grove, &mut dice, (near, slope, fog));
        mist(&mut canvas, &view, Noise::new(dice.seed()), (near, fog));
    }
    Painting { canvas, film: Film { key: 0.2, saturation: 0.9, contrast: 1.1, ..Film::default() } }
}

fn fill(canvas: &mut Canvas, view: &View, sky: &Sky, fog: Rgb) {
    let height = canvas.height as f32;
    for (y, row) in canvas.rows_mut() {
        let low = smooth(0.0, 0.8, y as f32 / height);
        for (x, pixel) in row.iter_mut().enumerate() {
            let above = sky.at(view.across(x as f32), 0.15);
            *pixel = above.mix(fog * 1.05, 0.45 + low * 0.55);
        }
    }
}

fn row_of_trees(
    canvas: &mut Canvas,
    grove: &Grove,
    dice: &mut Dice,
    (near, slope, fog): (f32, f32, Rgb),
) {
    let hill = Noise::new(dice.seed());
    let count = mix(90.0, 16.0, near) as usize;
    let unit = canvas.height as f32;
    let wide = canvas.width as f32 / unit;
    let dark = Rgb::new(0.010, 0.016, 0.014) * fog.luma();
    let colour = dark.mix(fog, mix(0.9, 0.05, near.powf(0.6)));
    for i in 0..count {
        let x = (i as f32 + dice.spread() * 0.6 + 0.5) / count as f32 * 1.9 - 0.2;
        let foot = mix(0.52, 1.12, near.powf(1.3))
            + hill.line_fbm(x * 2.1, 3) * 0.14
            + (x - wide * 0.5) * slope * mix(1.0, 0.4, near);
        let tall = mix(0.13, 0.62, near * near) * dice.range(0.6, 1.25);
        let stamp = Stamp {
            kind: dice.below(8),
            x: x * unit,
            foot: foot * unit,
            tall: tall * unit,
            dark: colour,
            bright: colour.mix(fog, 0.12),
            flip: dice.unit() < 0.5,
        };
        grove.plant(canvas, &stamp);
    }
}

fn mist(canvas: &mut Canvas, view: &View, noise: Noise, (near, fog): (f32, Rgb)) {
    let bottom = mix(0.62, 1.05, near);
    let wash = Wash::new(view, 8, |across, up| {
        let v = (view.row(up)) / view.unit();
        let cloud = noise.fbm(across * 2.2, up * 5.0, 4);
        let cover = smooth(bottom - 0.36, bottom, v + cloud * 0.16) * mix(0.75, 0.0, near * near);
        (fog, cover)
    });
    wash.lay_over(canvas);
}

const LAYERS: usize = 7;
