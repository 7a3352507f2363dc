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
    pub light: Light,
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
    /// Grains per unit of ground.
    pub fine: f32,
    /// How far it lightens and darkens.
    pub strength: f32,
}

impl Stage {
    pub fn new(brief: &Brief, mut dice: Dice, view: View, air: Air) -> Self {
        let noise = Noise::new(dice.seed());
        let sky = Sky::new(&view, &air);
        let mut canvas = Canvas::new(brief.width, brief.height);
        sky.paint(&mut canvas, &view);
        let skyline = vec![view.horizon; brief.width];
        let mut stage = Self {
            light: brief.light,
            dice,
            noise,
            view,
            sky,
            canvas,
            film: brief.film(),
            skyline,
        };
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
        haze: &Haze,
        grit: Grit,
        height: impl Fn(f32, f32) -> f32,
        colour: impl Fn(&Spot) -> Rgb,
    ) {
        let mut terrain = Terrain::survey(&self.view, stand, height);
        let sky = &self.sky;
        terrain.light(sky.sun, |spot| colour(spot) * sky.falls_on(spot));
        let noise = self.noise.other(99);
        let (view, canvas) = (self.view, &mut self.canvas);
        // Grains finer than a pixel would only flicker.
        let reach = view.focal / (grit.fine * 2.5);
        self.skyline = march::draw(&terrain, canvas, &view, |seen| {
            let shown = (reach / seen.z).min(1.0) * grit.strength;
            let grain = if shown > 0.01 {
                noise.at(seen.x * grit.fine, (seen.z + seen.height * 1.3) * grit.fine) * shown
            } else {
                0.0
            };
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
