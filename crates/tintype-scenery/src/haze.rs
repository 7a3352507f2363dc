//! The air between the eye and things far away.

use crate::atmosphere::Sky;
use crate::colour::Rgb;
use crate::curves::fade;

/// Air that swallows colour with distance and gives back its own; thicker near the ground.
#[derive(Debug, Clone)]
pub(crate) struct Haze {
    /// How much per unit of distance.
    pub density: f32,
    /// How fast it thins with height; 0 is the same everywhere.
    pub thinning: f32,
    /// Blue is swallowed more than red by this much: 0 is fog, 1 clear mountain air.
    pub blue: f32,
    colours: Vec<Rgb>,
    left: f32,
    right: f32,
}

impl Haze {
    /// Takes its colour from the sky just above the horizon, between slopes ±`reach`.
    pub fn new(sky: &Sky, density: f32) -> Self {
        let (left, right) = (-1.2, 1.2);
        let colours = (0..=STOPS)
            .map(|i| sky.haze(left + (right - left) * i as f32 / STOPS as f32))
            .collect();
        Self { density, thinning: 0.0, blue: 0.6, colours, left, right }
    }

    pub fn thinning(mut self, thinning: f32) -> Self {
        self.thinning = thinning;
        self
    }

    pub fn blue(mut self, blue: f32) -> Self {
        self.blue = blue;
        self
    }

    /// Mixes a colour of its own into the air: `amount` 1 replaces the sky's.
    pub fn tinted(mut self, tint: Rgb, amount: f32) -> Self {
        for colour in &mut self.colours {
            *colour = colour.mix(tint, amount);
        }
        self
    }

    pub fn colour(&self, across: f32) -> Rgb {
        let at = ((across - self.left) / (self.right - self.left)).clamp(0.0, 1.0) * STOPS as f32;
        let i = (at as usize).min(STOPS - 1);
        self.colours[i].mix(self.colours[i + 1], at - i as f32)
    }

    /// What is seen of `colour` at a distance and height through this air.
    pub fn veil(&self, colour: Rgb, away: f32, height: f32, across: f32) -> Rgb {
        let thin = if self.thinning > 0.0 { fade((height * self.thinning).max(0.0)) } else { 1.0 };
        let depth = away * self.density * thin;
        let left = fade(depth);
        let (red, blue) = (
            left + (1.0 - left) * left * 0.35 * self.blue,
            left - left * (1.0 - left) * 0.55 * self.blue,
        );
        let air = self.colour(across);
        Rgb::new(
            air.r + (colour.r - air.r) * red,
            air.g + (colour.g - air.g) * left,
            air.b + (colour.b - air.b) * blue,
        )
    }
}

const STOPS: usize = 24;
