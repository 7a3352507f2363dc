//! What happens to a picture after it has its size, in order. Each step lives in the file of its name.

mod backdrop;
mod bars;
mod blur;
mod border;
mod cut;
mod pad;
mod pixelate;
mod sharpen;
mod tone;
mod turn;

pub(super) use cut::place_cut;

use super::geometry::Plan;
use crate::ImageParams;
use crate::picture::Picture;

/// What every step knows of the rendering.
pub(super) struct Job<'a> {
    pub(super) params: &'a ImageParams,
    pub(super) plan: Plan,
}

/// A step gives a picture back unchanged when nothing is asked of it.
type Step = fn(Picture, &Job<'_>) -> Picture;

/// Behind decode, cut, resize and orientation; before encode.
pub(super) const STEPS: &[Step] = &[
    bars::bars,
    turn::turn,
    tone::tone,
    sharpen::sharpen,
    blur::blur,
    pixelate::pixelate,
    pad::pad,
    border::border,
    backdrop::backdrop,
];
