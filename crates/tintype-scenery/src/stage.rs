//! What nearly every painter begins with: chance, a view, a sky, a sheet with that sky on it.

use crate::atmosphere::{Air, Sky};
use crate::brief::{Brief, Light};
use crate::canvas::{Canvas, View};
use crate::clouds::Clouds;
use crate::colour::Rgb;
use crate::develop::Film;
use crate::dice::Dice;
use crate::haze::Haze;
use crate::kinds::Painting;
use crate::march;
use crate::noise::Noise;
use crate::stars::Stars;
use crate::terrain::{Spot, Stand, Terrain};
use crate::water::Sea;

/// A picture in the making.
pub(crate) struct Stage {
    pub dice: Dice,
    pub noise: Noise,
    pub view: View,
    pub sky: Sky,
    pub canvas: Canvas,
    pub film: Film,
    /// For each column the row where land meets sky.
    pub skyline: Vec<f32>,
}

/// Fine grain of the ground, drawn at every pixel.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grit {
    /// How far it lightens and darkens.
    pub strength: f32,
    /// Larger patches per unit of ground.
    pub patches: f32,
}

impl Grit {
    /// The grain at a place. It grows and shrinks with the distance in octaves, so that the
    /// ground is neither blurred nearby nor noisy far away.
    fn at(self, noise: Noise, view: &View, seen: &march::Seen) -> f32 {
        let wanted = view.unit() * 1.2 / (seen.z * GRAIN * view.unit() / 2000.0).max(1e-4);
        let octave = f32::from_bits(wanted.to_bits() & 0xff80_0000);
        let share = wanted / octave - 1.0;
        let (x, z) = (seen.x * octave, (seen.z + seen.height * 1.3) * octave);
        let coarse = noise.at(x, z);
        let fine = coarse + (noise.at(x * 2.0, z * 2.0) - coarse) * share;
        let slant = seen.z + seen.height * 1.3;
        let patch = noise.at(seen.x * self.patches + 5.0, slant * self.patches);
        (fine + patch) * self.strength
    }
}

/// Width of the finest grain, in pixels of a picture 2000 high.
const GRAIN: f32 = 9.0;

impl Stage {
    pub fn new(brief: &Brief, mut dice: Dice, view: View, air: Air) -> Self {
        let noise = Noise::new(dice.seed());
        let sky = Sky::new(&view, &air);
        let mut canvas = Canvas::new(brief.width, brief.height);
        sky.paint(&mut canvas, &view);
        let skyline = vec![view.horizon; brief.width];
        let mut stage = Self { dice, noise, view, sky, canvas, film: brief.film(), skyline };
        if brief.light == Light::Night {
            stage.stars();
        }
        stage
    }

    fn stars(&mut self) {
        let stars =
            Stars { seed: self.dice.seed(), count: 3600, strength: self.sky.ambient.luma() * 0.30 };
        stars.paint(&mut self.canvas, &self.view);
    }

    /// A layer of clouds; see [`Clouds`].
    pub fn clouds(&mut self, cover: f32, stretch: f32, thick: f32) {
        let clouds = Clouds { seed: self.dice.seed(), cover, stretch, thick, ..Clouds::default() };
        clouds.paint(&mut self.canvas, &self.view, &self.sky);
    }

    pub fn sun(&mut self, size: f32) {
        self.sky.paint_sun(&mut self.canvas, &self.view, size);
    }

    /// Surveys ground, lights it and draws it through the air.
    pub fn ground(
        &mut self,
        stand: Stand,
        (haze, grit): (&Haze, Grit),
        height: impl Fn(f32, f32) -> f32,
        colour: impl Fn(&Spot) -> Rgb,
    ) {
        let mut terrain = Terrain::survey(&self.view, stand, height);
        let sky = &self.sky;
        terrain.light(sky.sun, |spot| colour(spot) * sky.falls_on(spot));
        let noise = self.noise.other(99);
        let (view, canvas) = (self.view, &mut self.canvas);
        self.skyline = march::draw(&terrain, canvas, &view, |seen| {
            let grain = grit.at(noise, &view, seen);
            haze.veil(seen.colour * (1.0 + grain), seen.z, seen.height, seen.across)
        });
    }

    /// Fills in the water.
    pub fn water(&mut self, sea: &Sea) {
        let sea = Sea { seed: self.dice.seed(), ..*sea };
        sea.paint(&mut self.canvas, &self.view, &self.sky, &self.skyline);
    }

    pub fn haze(&self, density: f32) -> Haze {
        Haze::new(&self.sky, density)
    }

    /// Colour of plain daylight on a level, light grey sheet: for things without a surface.
    pub fn daylight(&self) -> Rgb {
        self.sky.ambient * 0.2 + self.sky.sunlight * (0.42 * self.sky.sun[1].max(0.1))
    }

    pub fn finish(self) -> Painting {
        Painting { canvas: self.canvas, film: self.film }
    }
}
