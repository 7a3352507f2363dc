//! Open water to the horizon, under a sky it gives back.

use super::Painting;
use crate::brief::Brief;
use crate::stage::Stage;
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.2, dice.range(0.36, 0.62));
    let air = brief.air(dice.range(-0.4, 0.4));
    let mut stage = Stage::new(brief, dice, view, air);
    stage.sun(1.0);
    let (cover, stretch, thick) =
        (stage.dice.range(0.4, 0.66), stage.dice.range(1.5, 4.0), stage.dice.range(0.5, 1.6));
    stage.clouds(cover, stretch, thick);
    let swell = stage.dice.range(0.35, 1.1);
    stage.water(&Sea { swell, ..Sea::default() });
    stage.finish()
}
