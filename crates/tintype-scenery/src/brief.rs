//! What a painter is told: seed, size, light and season; and what follows from them.

use crate::atmosphere::Air;
use crate::canvas::View;
use crate::colour::Rgb;
use crate::develop::Film;
use crate::dice::Dice;

/// The time of day, as far as light shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// Just before or after sunrise, cool and soft.
    Dawn,
    /// A low sun in clear air.
    Morning,
    /// The sun high up.
    Noon,
    /// A slanting, warm sun.
    Afternoon,
    /// The last hour of sun.
    Golden,
    /// The sun on the horizon.
    Sunset,
    /// The sun is gone, its light is not.
    Dusk,
    /// Stars or moon.
    Night,
    /// An even grey sky.
    Overcast,
}

/// The season, as far as plants and snow show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// Fresh greens.
    Spring,
    /// Full greens.
    Summer,
    /// Yellows and reds.
    Autumn,
    /// Snow or bare wood.
    Winter,
}

/// The order for one picture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Brief {
    pub seed: u64,
    pub light: Light,
    pub season: Season,
    pub width: usize,
    pub height: usize,
}

impl Brief {
    pub fn dice(&self) -> Dice {
        Dice::new(self.seed)
    }

    pub fn view(&self, zoom: f32, horizon: f32) -> View {
        View::new(self.width, self.height, zoom, horizon)
    }

    /// The air that goes with the time of day, the sun at `azimuth` in front of the camera.
    pub fn air(&self, azimuth: f32) -> Air {
        let (elevation, haze) = match self.light {
            Light::Dawn => (0.6, 1.4),
            Light::Morning => (13.0, 1.2),
            Light::Noon => (52.0, 1.0),
            Light::Afternoon => (26.0, 1.2),
            Light::Golden => (6.5, 1.6),
            Light::Sunset => (2.2, 1.6),
            Light::Dusk => (-3.6, 1.1),
            // Moonlight is sunlight, only less of it.
            Light::Night => (24.0, 0.8),
            Light::Overcast => (38.0, 2.5),
        };
        Air { elevation, azimuth, haze, turned: 0.0 }
    }

    /// The film that goes with the time of day.
    pub fn film(&self) -> Film {
        let usual = Film::default();
        match self.light {
            Light::Night => Film {
                key: 0.075,
                saturation: 0.7,
                filter: Rgb::new(0.72, 0.88, 1.2),
                grain: 1.6,
                vignette: 0.3,
                ..usual
            },
            Light::Dusk => Film { key: 0.15, contrast: 1.15, ..usual },
            Light::Dawn | Light::Sunset => Film { key: 0.19, contrast: 1.15, ..usual },
            Light::Noon => Film { key: 0.24, contrast: 1.1, saturation: 0.9, ..usual },
            Light::Overcast => Film { key: 0.22, saturation: 0.95, contrast: 1.15, ..usual },
            Light::Morning | Light::Afternoon | Light::Golden => {
                Film { key: 0.22, contrast: 1.25, ..usual }
            }
        }
    }
}
