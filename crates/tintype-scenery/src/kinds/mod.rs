//! The kinds of landscape; each has its painter in the file of its name.

mod above;
mod aurora;
mod birches;
mod canyon;
mod cloud_sea;
mod coast;
mod dunes;
mod flats;
mod fog_forest;
mod glacier;
mod hills;
mod icebergs;
mod islands;
mod lake;
mod meadow;
mod mesa;
mod milky_way;
mod moonrise;
mod peaks;
mod ridges;
mod river;
mod rows;
mod savanna;
mod sea;
mod storm;
mod terraces;
mod valley;
mod volcano;

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
    /// Buttes on a desert plain.
    Mesa => mesa::paint,
    /// A canyon from its rim.
    Canyon => canyon::paint,
    /// A great cone above a lake.
    Volcano => volcano::paint,
    /// Islands seen from a height.
    Islands => islands::paint,
    /// Cliffs above the surf.
    Cliffs => coast::cliffs,
    /// A long beach.
    Beach => coast::beach,
    /// Farmland on rolling hills.
    Fields => hills::fields,
    /// Wooded hills to the horizon.
    Woods => hills::woods,
    /// A valley with fog in it.
    Valley => valley::paint,
    /// A river winding through its plain.
    River => river::paint,
    /// Summits above the clouds.
    CloudSea => cloud_sea::paint,
    /// Icebergs adrift.
    Icebergs => icebergs::paint,
    /// Rows of lavender, tulips or tea.
    Rows => rows::paint,
    /// A meadow in flower.
    Meadow => meadow::paint,
    /// A birch wood.
    Birches => birches::paint,
    /// The Milky Way.
    MilkyWay => milky_way::paint,
    /// Northern lights.
    Aurora => aurora::paint,
    /// The full moon at dusk.
    Moonrise => moonrise::paint,
    /// A storm over the plain.
    Storm => storm::paint,
    /// Acacias in dry grass.
    Savanna => savanna::paint,
    /// Surf from straight above.
    Surf => above::surf,
    /// A braided river from straight above.
    Braids => above::braids,
    /// A glacier and its lake.
    Glacier => glacier::paint,
    /// Flooded rice terraces.
    Terraces => terraces::paint,
    /// A salt flat under water.
    SaltFlat => flats::salt,
    /// Reeds on a misty shore.
    Reeds => flats::reeds,
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
