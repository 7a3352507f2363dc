//! Northern lights over snow, water and spruces.

use super::Painting;
use crate::brief::Brief;
use crate::canvas::View;
use crate::colour::Rgb;
use crate::curves::{bell, fade, smooth};
use crate::develop::Film;
use crate::dice::Dice;
use crate::noise::Noise;
use crate::silhouettes;
use crate::stage::Stage;
use crate::stars::Stars;
use crate::wash::Wash;
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let lake = dice.unit() < 0.6;
    let view = brief.view(0.9, if lake { dice.range(0.58, 0.68) } else { dice.range(0.78, 0.86) });
    let air = crate::atmosphere::Air { elevation: -9.0, azimuth: 0.4, haze: 0.9, turned: 0.0 };
    let mut stage = Stage::new(brief, dice, view, air);
    let colours = stage.dice.pick(&[
        [Rgb::new(0.02, 0.30, 0.12), Rgb::new(0.16, 0.05, 0.26)],
        [Rgb::new(0.03, 0.26, 0.20), Rgb::new(0.05, 0.08, 0.30)],
        [Rgb::new(0.06, 0.30, 0.06), Rgb::new(0.30, 0.04, 0.12)],
    ]);
    night(&mut stage, &view);
    let curtains: Vec<Curtain> = (0..3).map(|i| Curtain::new(&mut stage.dice, i)).collect();
    glow(&mut stage, &view, &curtains, colours);
    silhouettes::ridge(&mut stage, 0.09, Rgb::new(0.0035, 0.0055, 0.007));
    if lake {
        let sea = Sea {
            swell: 0.05,
            size: 0.25,
            coarse: 3,
            glitter: 0.0,
            deep: Rgb::BLACK,
            ..Sea::default()
        };
        stage.water(&sea);
    }
    silhouettes::pines(&mut stage, 0.26, Rgb::new(0.0007, 0.0011, 0.0012));
    stage.film = Film {
        key: 0.07,
        saturation: 1.1,
        contrast: 1.2,
        grain: 1.6,
        vignette: 0.3,
        ..Film::default()
    };
    stage.finish()
}

fn night(stage: &mut Stage, view: &View) {
    let bottom = view.unit();
    for (y, row) in stage.canvas.rows_mut() {
        let low = smooth(0.0, 1.0, y as f32 / bottom);
        row.fill(Rgb::new(0.003, 0.006, 0.013).mix(Rgb::new(0.008, 0.017, 0.024), low));
    }
    let stars = Stars { seed: stage.dice.seed(), count: 4200, strength: 0.09 };
    stars.paint(&mut stage.canvas, view);
}

/// One folded curtain of light: its lower hem runs across the sky.
struct Curtain {
    noise: Noise,
    hem: f32,
    slant: f32,
    tall: f32,
    strength: f32,
}

impl Curtain {
    fn new(dice: &mut Dice, number: usize) -> Self {
        Self {
            noise: Noise::new(dice.seed()),
            hem: 0.13 + number as f32 * 0.2 + dice.spread() * 0.05,
            slant: dice.spread() * 0.35,
            tall: dice.range(0.22, 0.42),
            strength: dice.range(0.35, 1.0) / (1.0 + number as f32 * 0.25),
        }
    }

    /// Brightness and height above the hem, as a share of the curtain.
    fn light(&self, across: f32, up: f32) -> (f32, f32) {
        let noise = self.noise;
        let fold =
            noise.line_fbm(across * 1.1, 3) * 0.34 + noise.other(1).line(across * 5.0) * 0.035;
        let hem = self.hem + self.slant * across + fold;
        let above = (up - hem) / self.tall;
        // Rays lean a little, and crowd together where the curtain folds.
        let ray = across + fold * 0.55 + up * 0.06;
        let rays =
            0.45 + 0.6 * noise.other(2).line(ray * 9.0) + 0.35 * noise.other(3).line(ray * 41.0);
        let patches = smooth(-0.15, 0.4, noise.other(4).line_fbm(across * 1.9 + 5.0, 3));
        let body = if above < 0.0 { bell(above, 0.09) } else { fade(above * 2.1) };
        (body * rays.max(0.08) * patches * self.strength, above.max(0.0))
    }
}

fn glow(stage: &mut Stage, view: &View, curtains: &[Curtain], [green, red]: [Rgb; 2]) {
    let top = view.up(0.0);
    let left = view.across(0.0);
    let right = view.across(view.width as f32);
    let add = Wash::within(view, 3, [left, right, -0.02, top], |across, up| {
        let mut light = Rgb::BLACK;
        for curtain in curtains {
            let (body, above) = curtain.light(across, up);
            light += green.mix(red, smooth(0.25, 1.1, above)) * body;
        }
        let spread = green * (0.022 * fade((up - 0.15).abs() * 3.0));
        (light + spread, 1.0)
    });
    add.add_to(&mut stage.canvas);
}
