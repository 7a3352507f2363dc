//! Water: the picture above it turned upside down and broken up by waves, the colour of its
//! depth where one looks into it, the sun's glitter, foam along the shore.

use crate::atmosphere::Sky;
use crate::canvas::{Canvas, View};
use crate::colour::Rgb;
use crate::curves::{fade, mix, smooth};
use crate::mirror::Mirror;
use crate::noise::Noise;

/// Water from the horizon to the lower edge, or wherever the ground left room for it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sea {
    pub seed: u32,
    /// How steep the waves are: 0.05 a pond, 1 a fresh breeze.
    pub swell: f32,
    /// Size of the waves against the height of the eye.
    pub size: f32,
    /// What deep water looks like from above, in daylight.
    pub deep: Rgb,
    /// What shallow water over light ground looks like.
    pub shallow: Rgb,
    /// Depth at which the ground is hardly seen any more.
    pub clear: f32,
    /// Width of the foam along the shore, as a depth; 0 for none.
    pub foam: f32,
    /// How coarse the mirror image is: 2 for still water, 8 for waves.
    pub coarse: usize,
    /// Strength of the sun's glitter.
    pub glitter: f32,
    /// Only where the ground painter left water; else everywhere below the horizon.
    pub masked: bool,
    /// Land rises from its shore steeply enough to be mirrored along it.
    pub steep: bool,
}

impl Default for Sea {
    fn default() -> Self {
        Self {
            seed: 1,
            swell: 0.6,
            size: 1.0,
            deep: Rgb::new(0.010, 0.045, 0.065),
            shallow: Rgb::new(0.05, 0.22, 0.22),
            clear: 0.05,
            foam: 0.0,
            coarse: 8,
            glitter: 1.0,
            masked: false,
            steep: true,
        }
    }
}

impl Sea {
    /// Paints the water out of what is painted above it. `skyline` tells for each column the
    /// row where land meets sky, if there is land.
    pub fn paint(&self, canvas: &mut Canvas, view: &View, sky: &Sky, skyline: &[f32]) {
        let horizon = view.horizon.max(1.0) as usize;
        let lowest = if self.masked && self.steep { canvas.height } else { horizon };
        let mirror = Mirror::new(canvas, lowest, self.coarse);
        let mut shores = vec![view.horizon; canvas.width];
        let mut waves = Waves::new(self, canvas.width);
        let glints = Glints::new(sky, self.glitter);
        let daylight = sky.ambient * 0.3 + sky.sunlight * 0.10;
        let (deep, shallow) = (self.deep * daylight, self.shallow * daylight);
        for y in horizon..canvas.height {
            let row = canvas.row_mut(y);
            let is_water = |pixel: &Rgb| !self.masked || pixel.r < 0.0;
            let (Some(first), Some(last)) =
                (row.iter().position(is_water), row.iter().rposition(is_water))
            else {
                shores.fill(y as f32 + 1.0);
                continue;
            };
            let down = ((y as f32 + 0.5 - view.horizon) / view.focal).max(1e-4);
            waves.roll(view, 1.0 / down, (first, last));
            let rough = waves.unresolved * self.swell;
            for (x, pixel) in row.iter_mut().enumerate() {
                if self.masked && pixel.r >= 0.0 {
                    shores[x] = y as f32 + 1.0;
                    continue;
                }
                let (slope, side) = (waves.up[x] * self.swell, waves.side[x] * self.swell);
                let facing = (down + slope * 0.8).clamp(0.006, 1.0);
                // A wave that leans towards us shows higher sky; far away they blur together.
                let lift = (slope * 1.9 + rough * 0.35) * view.focal;
                let aside = side * (facing + 0.04) * 1.8;
                let column = x as f32 + aside * view.focal;
                let mut seen = view.horizon - (y as f32 + 0.5 - view.horizon + lift).abs();
                if self.masked && self.steep {
                    let top = skyline[(column.max(0.0) as usize).min(skyline.len() - 1)];
                    let ashore = shores[x] - (y as f32 + 0.5 - shores[x] + lift).abs();
                    seen = if ashore >= top { ashore } else { seen.min(top - 1.0) };
                }
                let mirrored = mirror.at(column, seen, view.horizon, |over| {
                    sky.at(view.across(x as f32), over / view.focal)
                });
                let fresnel = 0.02 + 0.98 * (1.0 - facing).powi(5).max(0.0);
                let depth = if self.masked { pixel.g } else { f32::MAX };
                let body =
                    deep.mix(shallow, fade((depth / self.clear).min(80.0))) * (1.0 + slope * 1.5);
                let glint = glints.at(view.across(x as f32) + aside, view.up(seen), rough);
                let foam = self.foam(depth, waves.up[x], waves.side[x]);
                *pixel = body.mix(mirrored + glint, fresnel).mix(daylight * 0.85, foam);
            }
        }
    }

    /// A seam along the shore and broken lines of surf behind it.
    fn foam(&self, depth: f32, up: f32, side: f32) -> f32 {
        if self.foam <= 0.0 || depth > self.foam * 6.0 {
            return 0.0;
        }
        let at = depth / self.foam + up * 2.2 + side * 1.2;
        let seam = smooth(0.55, 0.1, at);
        let surf = smooth(0.75, 1.0, (at * 2.4).sin())
            * smooth(6.0, 2.0, at)
            * smooth(-0.1, 0.3, side + up);
        let lace = smooth(0.0, 0.35, up + side) * smooth(3.0, 0.0, at) * 0.4;
        (seam + surf * 0.7 + lace).min(1.0) * 0.88
    }
}

/// The sun's mirror image, scattered over the waves.
struct Glints {
    across: f32,
    up: f32,
    light: Rgb,
}

impl Glints {
    fn new(sky: &Sky, strength: f32) -> Self {
        let ahead = sky.sun[2] > 0.15;
        let depth = if ahead { sky.sun[2] } else { 1.0 };
        Self {
            across: sky.sun[0] / depth,
            up: sky.sun[1] / depth,
            light: if ahead { sky.sunlight * (strength * 2.2) } else { Rgb::BLACK },
        }
    }

    fn at(&self, across: f32, up: f32, rough: f32) -> Rgb {
        let wide = 0.028 + rough * 0.25;
        let (dx, dy) = ((across - self.across) / (wide * 0.8), (up - self.up) / (wide * 1.6));
        let near = dx * dx + dy * dy;
        if near > 9.0 { Rgb::BLACK } else { self.light * (fade(near) * 0.03 / wide) }
    }
}

/// The slopes of the water along one row of the picture.
struct Waves {
    noise: Noise,
    size: f32,
    up: Vec<f32>,
    side: Vec<f32>,
    /// Slopes too fine to be seen one by one at this distance.
    unresolved: f32,
    /// Large pictures are asked at every second pixel only; these are the answers.
    sparse: Vec<f32>,
    stride: usize,
}

impl Waves {
    fn new(sea: &Sea, width: usize) -> Self {
        let flat = || vec![0.0; width];
        let stride = if width > 1800 { 2 } else { 1 };
        let sparse = vec![0.0; width / stride + 2];
        Self {
            noise: Noise::new(sea.seed),
            size: sea.size,
            up: flat(),
            side: flat(),
            unresolved: 0.0,
            sparse,
            stride,
        }
    }

    /// Finds the slopes of one row, from its first to its last pixel of water.
    fn roll(&mut self, view: &View, away: f32, (first, last): (usize, usize)) {
        let first = first / self.stride * self.stride;
        let count = (last - first) / self.stride + 2;
        let mut sparse = std::mem::take(&mut self.sparse);
        sparse[..count].fill(0.0);
        self.unresolved = self.add_waves(&mut sparse[..count], view, away, (first, 0));
        spread(&sparse, &mut self.up[first..=last], self.stride);
        sparse[..count].fill(0.0);
        self.add_waves(&mut sparse[..count], view, away, (first, 77));
        spread(&sparse, &mut self.side[first..=last], self.stride);
        self.sparse = sparse;
    }

    /// Adds all waves that can be seen at this distance; answers what is left unseen.
    fn add_waves(
        &self,
        row: &mut [f32],
        view: &View,
        away: f32,
        (first, salt): (usize, u32),
    ) -> f32 {
        let left = view.across(first as f32) * away;
        let step = away / view.focal * self.stride as f32;
        // A pixel covers much more water in depth than across; waves below it blur out.
        let grain = away * away / view.focal * 0.5;
        let mut scale = 0.42 / self.size;
        let mut unresolved = 0.0;
        for (octave, strength) in STRENGTHS.iter().enumerate() {
            let blur = fade((grain * scale) * (grain * scale) * 1.5);
            unresolved += strength * (1.0 - blur);
            if blur > 0.02 {
                let noise = self.noise.other(octave as u32 + salt);
                let long = mix(0.28, 0.75, octave as f32 / 8.0);
                let turn = octave as f32 * 7.31;
                let line = (left * scale * long + turn, step * scale * long);
                noise.add_row(row, line, away * scale + turn, strength * blur);
            }
            scale *= 1.93;
        }
        unresolved
    }
}

/// Draws a straight line between answers that are `stride` pixels apart.
fn spread(sparse: &[f32], row: &mut [f32], stride: usize) {
    if stride == 1 {
        row.copy_from_slice(&sparse[..row.len()]);
        return;
    }
    for (pair, ends) in row.chunks_mut(2).zip(sparse.windows(2)) {
        pair[0] = ends[0];
        if let Some(second) = pair.get_mut(1) {
            *second = (ends[0] + ends[1]) * 0.5;
        }
    }
}

/// Long waves are flat, the middle ones steep, ripples flat again.
const STRENGTHS: [f32; 9] = [0.07, 0.10, 0.13, 0.16, 0.17, 0.16, 0.14, 0.11, 0.08];
