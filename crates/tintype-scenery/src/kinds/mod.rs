//! The kinds of landscape; each has its painter in the file of its name.

mod dunes;
mod fog_forest;
mod lake;
mod peaks;
mod ridges;
mod sea;

use crate::brief::{Brief, Light, Season};
use crate::canvas::Canvas;
use crate::develop::Film;
use crate::scene::Raster;

/// A painted sheet and the film it wants to be developed as.
pub(crate) struct Painting {
    pub canvas: Canvas,
    pub film: Film,
}

/// Names every kind once: its variant, its documentation and its painter.
macro_rules! kinds {
    ($($(#[doc = $text:literal])* $name:ident => $painter:path,)*) => {
        /// A kind of landscape.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind {
            $($(#[doc = $text])* $name,)*
        }

        impl Kind {
            /// Every kind there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            fn painter(self) -> fn(&Brief) -> Painting {
                match self {
                    $(Self::$name => $painter,)*
                }
            }
        }
    };
}

kinds! {
    /// Ridge behind ridge in haze.
    Ridges => ridges::paint,
    /// Open water to the horizon.
    Sea => sea::paint,
    /// Snow and rock, high up.
    Peaks => peaks::paint,
    /// A still lake below mountains.
    Lake => lake::paint,
    /// Sand dunes.
    Dunes => dunes::paint,
    /// Conifers in fog.
    FogForest => fog_forest::paint,
}

impl Kind {
    /// Paints any landscape of this kind. Sides are held between 16 and 8192 pixels.
    pub fn render(
        self,
        seed: u64,
        (light, season): (Light, Season),
        (width, height): (u32, u32),
    ) -> Raster {
        let side = |length: u32| length.clamp(16, 8192) as usize;
        let brief = Brief { seed, light, season, width: side(width), height: side(height) };
        let Painting { canvas, film } = self.painter()(&brief);
        film.develop(&canvas, brief.dice().seed())
    }
}
