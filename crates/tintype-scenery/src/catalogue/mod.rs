//! The scenes of the demo, one file for each photographer.

mod arden;
mod birch;
mod calder;
mod holt;
mod lindqvist;
mod said;
mod varga;

use std::sync::LazyLock;

pub use said::Translation;

use crate::scene::{Camera, Place, Scene};

/// Every scene of the demo. The order is the order in which the demo takes them in: mixed.
pub fn catalogue() -> &'static [Scene] {
    static SCENES: LazyLock<Vec<Scene>> = LazyLock::new(|| {
        interleave(&[
            varga::SCENES,
            holt::SCENES,
            calder::SCENES,
            arden::SCENES,
            lindqvist::SCENES,
            birch::SCENES,
        ])
    });
    &SCENES
}

/// Takes one of each list in turn, so that neighbours are by different people.
fn interleave(lists: &[&[Scene]]) -> Vec<Scene> {
    let longest = lists.iter().map(|list| list.len()).max().unwrap_or(0);
    (0..longest).flat_map(|i| lists.iter().filter_map(move |list| list.get(i).copied())).collect()
}

/// Width and height of the usual picture.
const LANDSCAPE: (u32, u32) = (3000, 2000);
const PORTRAIT: (u32, u32) = (2000, 3000);
const SQUARE: (u32, u32) = (2400, 2400);
const PANORAMA: (u32, u32) = (3000, 1250);

const fn place(name: &'static str, country: &'static str, latitude: f64, longitude: f64) -> Place {
    Place { name, city: None, country, latitude, longitude }
}

impl Place {
    const fn near(mut self, city: &'static str) -> Self {
        self.city = Some(city);
        self
    }
}

/// The big view camera: slow, sharp, on a tripod.
const fn plate(exposure_time: &'static str, aperture: f32, iso: u32) -> Camera {
    Camera {
        make: "Tintype",
        model: "Plate 8x10",
        lens: "Meniscus 300mm f/5.6",
        exposure_time,
        aperture,
        focal_length: 300.0,
        iso,
    }
}

/// The folding field camera.
const fn field(exposure_time: &'static str, aperture: f32, iso: u32) -> Camera {
    Camera {
        make: "Tintype",
        model: "Field 4x5",
        lens: "Aplanat 150mm f/4.5",
        exposure_time,
        aperture,
        focal_length: 150.0,
        iso,
    }
}

/// The small one that is always there.
const fn pocket(exposure_time: &'static str, aperture: f32, iso: u32) -> Camera {
    Camera {
        make: "Tintype",
        model: "Pocket 35",
        lens: "Petzval 35mm f/1.8",
        exposure_time,
        aperture,
        focal_length: 35.0,
        iso,
    }
}
