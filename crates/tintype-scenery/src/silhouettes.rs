//! Dark shapes along the horizon: a ridge, groups of pines, reeds.

use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::noise::Noise;
use crate::stage::Stage;
use crate::strokes::Stroke;
use crate::trees::{Grove, Stamp};

/// A ridge of about `rise` picture heights; everything below it is filled.
pub(crate) fn ridge(stage: &mut Stage, rise: f32, colour: Rgb) {
    let noise = Noise::new(stage.dice.seed());
    let (unit, horizon) = (stage.view.unit(), stage.view.horizon);
    let line = |x: f32| {
        let at = x * 1.4;
        let shape = 0.75 - noise.line(at).abs() + noise.other(1).line_fbm(at * 2.7, 7) * 0.55;
        horizon - shape.max(0.03) * rise * unit
    };
    fill_below(stage, line, colour);
}

/// A bank in the foreground and pines on it, of about `tall` picture heights, gathered at
/// one or both sides so that the middle stays open.
pub(crate) fn pines(stage: &mut Stage, tall: f32, colour: Rgb) {
    let grove = Grove::conifers(stage.dice.seed(), stage.canvas.height / 2);
    let noise = Noise::new(stage.dice.seed());
    let (unit, wide) = (stage.view.unit(), stage.canvas.width as f32);
    let opening = stage.dice.range(0.3, 0.7);
    let deep = stage.dice.range(0.03, 0.07);
    let crowd =
        move |at: f32| smooth(0.08, 0.5, (at - opening).abs() + noise.line(at * 5.0) * 0.14);
    let bank = move |x: f32| {
        let at = x * unit / wide;
        let rise = 0.25 + crowd(at) * 1.1 + noise.other(1).line_fbm(x * 3.0, 6) * 0.7;
        unit * (1.0 - deep * rise.max(0.0))
    };
    for _ in 0..130 {
        let dice = &mut stage.dice;
        let (at, size) = (dice.unit(), dice.range(0.45, 1.0));
        let (kind, flip, kept) = (dice.below(8), dice.unit() < 0.5, dice.unit());
        let here = crowd(at);
        if kept > here {
            continue;
        }
        let high = tall * size * (0.4 + 0.8 * here) * unit;
        let foot = bank(at * wide / unit) + unit * 0.012;
        let stamp =
            Stamp { kind, x: at * wide, foot, tall: high, dark: colour, bright: colour, flip };
        grove.plant(&mut stage.canvas, &stamp);
    }
    fill_below(stage, bank, colour);
}

/// Reeds in the foreground, bending in one wind.
pub(crate) fn reeds(stage: &mut Stage, tall: f32, (dark, rim): (Rgb, Rgb)) {
    let noise = Noise::new(stage.dice.seed());
    let (unit, wide) = (stage.view.unit(), stage.canvas.width as f32);
    let side = stage.dice.side();
    let wind = stage.dice.range(0.06, 0.3) * stage.dice.side();
    for i in 0..1100 {
        let near = i as f32 / 1100.0;
        let dice = &mut stage.dice;
        let at = dice.unit();
        let (size, tilt, tone) = (dice.range(0.4, 1.0), dice.spread(), dice.unit());
        let (ear, leaf) = (dice.unit() < 0.16, dice.range(0.3, 0.8));
        let crowd = smooth(0.1, 0.75, 0.5 + side * (at - 0.5) + noise.line(at * 6.0) * 0.35);
        let high = tall * unit * size * crowd * mix(0.6, 1.0, near);
        if high < unit * 0.02 {
            continue;
        }
        let (x, y) = (at * wide, unit * mix(0.96, 1.06, near));
        let lean = (wind + tilt * 0.12) * high;
        let tip = dark.mix(rim, tone * tone);
        Stroke { x, y, lean, tall: high, thick: unit * 0.0034, foot: dark, tip }
            .paint(&mut stage.canvas);
        let bend = lean * leaf + tilt * high * 0.35;
        Stroke { x, y, lean: bend, tall: high * leaf, thick: unit * 0.005, foot: dark, tip }
            .paint(&mut stage.canvas);
        if ear {
            let at = (x + lean * 0.92, y - high * 0.94);
            let plume = Stroke {
                x: at.0,
                y: at.1,
                lean: lean * 0.22,
                tall: high * 0.14,
                thick: unit * 0.011,
                foot: tip,
                tip,
            };
            plume.paint(&mut stage.canvas);
        }
    }
}

/// Fills everything below a line, given in picture heights across and pixels down.
fn fill_below(stage: &mut Stage, line: impl Fn(f32) -> f32, colour: Rgb) {
    let unit = stage.view.unit();
    for x in 0..stage.canvas.width {
        let top = line(x as f32 / unit).max(0.0);
        let first = top as usize;
        if first < stage.canvas.height {
            stage.canvas.lay(x as i32, first as i32, colour, first as f32 + 1.0 - top);
        }
        for y in first + 1..stage.canvas.height {
            stage.canvas.set(x, y, colour);
        }
    }
}
