//! Open water to the horizon, under a sky it gives back.

use super::Painting;
use crate::atmosphere::Sky;
use crate::brief::Brief;
use crate::canvas::Canvas;
use crate::clouds::Clouds;
use crate::develop::Film;
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.2, dice.range(0.36, 0.62));
    let air = brief.air(dice.range(-0.4, 0.4));
    let sky = Sky::new(&view, &air);
    let mut canvas = Canvas::new(brief.width, brief.height);
    sky.paint(&mut canvas, &view);
    sky.paint_sun(&mut canvas, &view, 1.0);
    let clouds = Clouds {
        seed: dice.seed(),
        cover: dice.range(0.4, 0.62),
        stretch: dice.range(1.5, 4.0),
        thick: dice.range(0.5, 1.6),
        ..Clouds::default()
    };
    clouds.paint(&mut canvas, &view, &sky);
    let sea = Sea { seed: dice.seed(), swell: dice.range(0.5, 1.2), ..Sea::default() };
    sea.paint(&mut canvas, &view, &sky);
    Painting { canvas, film: Film { key: 0.19, contrast: 1.05, ..Film::default() } }
}
