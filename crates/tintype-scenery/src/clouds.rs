//! Clouds: a sheet of noise seen in perspective, lit from the sun's side.

use crate::atmosphere::Sky;
use crate::canvas::{Canvas, View};
use crate::colour::Rgb;
use crate::curves::{fade, mix, smooth};
use crate::noise::Noise;
use crate::wash::Wash;

/// One layer of cloud.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clouds {
    pub seed: u32,
    /// Share of the sky that is covered, 0 to 1.
    pub cover: f32,
    /// Size of a cloud: 1 is a usual one.
    pub size: f32,
    /// How much wider than deep: 1 is heaped, 4 drawn out into streaks.
    pub stretch: f32,
    /// How thick it is: 0.3 a veil, 3 a heap with a dark base.
    pub thick: f32,
    /// How ragged the edges are, 0 to 1.
    pub ragged: f32,
}

impl Default for Clouds {
    fn default() -> Self {
        Self { seed: 1, cover: 0.45, size: 1.0, stretch: 1.5, thick: 1.0, ragged: 0.6 }
    }
}

impl Clouds {
    pub fn paint(&self, canvas: &mut Canvas, view: &View, sky: &Sky) {
        let light = Light::new(sky);
        let noise = Noise::new(self.seed);
        let bounds = [view.across(0.0), view.across(view.width as f32), -0.01, view.up(0.0)];
        let top = Wash::within(view, 4, bounds, |across, up| {
            if up <= 0.0 {
                return (Rgb::BLACK, 0.0);
            }
            self.look(noise, &light, sky, (across, up))
        });
        top.lay_over(canvas);
    }

    fn look(&self, noise: Noise, light: &Light, sky: &Sky, (across, up): (f32, f32)) -> (Rgb, f32) {
        let away = 1.0 / (up + 0.07);
        let (x, z) = (across * away / self.stretch, away);
        let scale = 1.25 / self.size;
        let here = self.density(noise, x * scale, z * scale);
        if here <= 0.0 {
            return (Rgb::BLACK, 0.0);
        }
        let step = 0.22;
        let (toward, _) = self.mass(noise, x * scale + light.x * step, z * scale + light.z * step);
        let toward = (toward * 1.3).max(0.0);
        let deep = here * self.thick * 2.2;
        let shadow = fade((toward * 0.9 + here * 0.5) * self.thick * 1.6);
        let edge = fade(deep * 1.4);
        let glow = light.near(across, up);
        let lit = light.sun * (shadow * (0.30 + 0.9 * glow * edge));
        let body = lit + light.sky * mix(0.55, 0.9, edge);
        let far = smooth(0.0, 0.16, up);
        let colour = sky.haze(across).mix(body, mix(0.25, 1.0, far));
        let alpha = (1.0 - fade(deep)) * smooth(0.0, 0.05, up);
        (colour, alpha)
    }

    fn density(&self, noise: Noise, x: f32, z: f32) -> f32 {
        let (level, bend) = self.mass(noise, x, z);
        if level < -0.32 * self.ragged {
            return 0.0;
        }
        let fine = noise.other(2).fbm(x * 3.7 + bend * 0.8, z * 3.7, 5);
        (level + fine * 0.62 * self.ragged).max(0.0) * 1.3
    }

    /// The large shapes alone, and how far the wind has bent them.
    fn mass(&self, noise: Noise, x: f32, z: f32) -> (f32, f32) {
        let bend = noise.other(1).at(x * 0.7, z * 0.7);
        let large = noise.fbm(x + bend * 0.5, z - bend * 0.3, 2);
        (large * 1.1 + self.cover - 0.48, bend)
    }
}

/// What falls on the clouds.
struct Light {
    sun: Rgb,
    sky: Rgb,
    x: f32,
    z: f32,
    direction: [f32; 3],
}

impl Light {
    fn new(sky: &Sky) -> Self {
        let [x, up, z] = sky.sun;
        let flat = (x * x + z * z).sqrt().max(1e-3);
        let slant = (1.0 - up * 0.7).max(0.3);
        Self {
            sun: sky.sunlight * 0.26,
            sky: sky.ambient * 0.30,
            x: x / flat * slant,
            z: z / flat * slant,
            direction: sky.sun,
        }
    }

    /// How near to the sun a direction is: clouds before it glow.
    fn near(&self, across: f32, up: f32) -> f32 {
        let length = (across * across + up * up + 1.0).sqrt();
        let [x, y, z] = self.direction;
        let cosine = (across * x + up * y + z) / length;
        cosine.max(0.0).powi(6) * 2.0
    }
}
