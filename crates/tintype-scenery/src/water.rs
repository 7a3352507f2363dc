//! Water: the picture above it turned upside down, broken up by waves.

use crate::atmosphere::Sky;
use crate::canvas::{Canvas, View};
use crate::colour::Rgb;
use crate::curves::{fade, mix};
use crate::noise::Noise;

/// Water from the horizon to the lower edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sea {
    pub seed: u32,
    /// How steep the waves are: 0.05 a pond, 1 a fresh breeze.
    pub swell: f32,
    /// Size of the waves against the height of the eye.
    pub size: f32,
    /// What deep water looks like from above.
    pub deep: Rgb,
}

impl Default for Sea {
    fn default() -> Self {
        Self { seed: 1, swell: 0.6, size: 1.0, deep: Rgb::new(0.012, 0.05, 0.065) }
    }
}

impl Sea {
    /// Paints the water below the horizon out of what is painted above it.
    pub fn paint(&self, canvas: &mut Canvas, view: &View, sky: &Sky) {
        let horizon = view.horizon.max(1.0) as usize;
        let width = canvas.width;
        let mut waves = Waves::new(self, width);
        let deep = self.deep * (sky.ambient.luma() * 0.5);
        for y in horizon..canvas.height {
            let down = (y as f32 + 0.5 - view.horizon) / view.focal;
            let away = 1.0 / down.max(1e-4);
            waves.roll(view, away);
            let (above, row) = canvas.above_and_row(y);
            let calm = fade(away * 0.012);
            for (x, pixel) in row.iter_mut().enumerate() {
                let (slope, side) = (waves.up[x], waves.side[x]);
                // A wave that leans towards us shows higher sky; far away they blur together.
                let up =
                    (down * 1.02 + (slope * 1.9 + 0.055) * self.swell * mix(0.6, 1.0, calm)).abs();
                let back = view.row(up).clamp(0.0, view.horizon - 1.0);
                let aside = (x as f32 + side * self.swell * view.focal * 0.10)
                    .clamp(0.0, (width - 1) as f32);
                let mirrored = above[back as usize * width + aside as usize];
                let facing = (down + slope * self.swell * 0.8).clamp(0.0, 1.0);
                let fresnel = 0.02 + 0.98 * (1.0 - facing).powi(5);
                let body = deep * (1.0 + slope * 1.2);
                *pixel = body.mix(mirrored, fresnel);
            }
        }
    }
}

/// The slopes of the water along one row of the picture.
struct Waves {
    noise: Noise,
    size: f32,
    up: Vec<f32>,
    side: Vec<f32>,
}

impl Waves {
    fn new(sea: &Sea, width: usize) -> Self {
        Self {
            noise: Noise::new(sea.seed),
            size: sea.size,
            up: vec![0.0; width],
            side: vec![0.0; width],
        }
    }

    fn roll(&mut self, view: &View, away: f32) {
        self.up.fill(0.0);
        self.side.fill(0.0);
        let left = view.across(0.0) * away;
        let step = away / view.focal;
        // A pixel covers much more water in depth than across; waves below it blur out.
        let grain = away * away / view.focal;
        let mut scale = 0.55 / self.size;
        let mut strength = 0.26;
        for octave in 0..8u32 {
            let blur = fade((grain * scale) * (grain * scale) * 2.0);
            if blur > 0.02 {
                let noise = self.noise.other(octave);
                let long = if octave < 3 { 0.34 } else { 0.6 };
                let turn = octave as f32 * 7.31;
                let row = away * scale + turn;
                noise.add_row(
                    &mut self.up,
                    left * scale * long + turn,
                    step * scale * long,
                    row,
                    strength * blur,
                );
                noise.other(77).add_row(
                    &mut self.side,
                    left * scale * long,
                    step * scale * long,
                    row,
                    strength * blur,
                );
            }
            scale *= 1.93;
            strength *= 0.8;
        }
    }
}
