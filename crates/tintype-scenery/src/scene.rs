//! A scene: what is painted, and everything a library wants to know of the photograph.

use crate::brief::{Light, Season};
use crate::kinds::Kind;

/// One picture of the demo, with its metadata. [`render`] paints it.
#[derive(Debug, Clone, Copy)]
pub struct Scene {
    /// All chance in the picture comes from this number.
    pub seed: u64,
    /// What kind of landscape it is.
    pub kind: Kind,
    /// The time of day, as far as it shows.
    pub light: Light,
    /// The season, as far as it shows.
    pub season: Season,
    /// Its title, in title case.
    pub title: &'static str,
    /// One plain sentence that says what is to be seen.
    pub alt_description: &'static str,
    /// What the photographer says about it.
    pub description: Option<&'static str>,
    /// Eight to fourteen words to find it by.
    pub tags: &'static [&'static str],
    /// Where such a place would be.
    pub place: Place,
    /// The camera that would have taken it.
    pub camera: Camera,
    /// Local time with offset, as in `2025-06-21T04:52:10+02:00`.
    pub taken_at: &'static str,
    /// The user name of one of [`crate::photographers`].
    pub photographer: &'static str,
    /// Slugs of [`crate::topics`].
    pub topics: &'static [&'static str],
    /// Slugs of [`crate::collections`].
    pub collections: &'static [&'static str],
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Scene {
    /// Its name in data, made of the title: `last-sun-on-the-north-ridge`. No two scenes share one.
    pub fn slug(&self) -> String {
        let words = self.title.split(|c: char| !c.is_ascii_alphanumeric());
        let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
        words.join("-").to_ascii_lowercase()
    }
}

/// A place on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The region or landmark.
    pub name: &'static str,
    /// The nearest town, if there is one.
    pub city: Option<&'static str>,
    /// The country, in English.
    pub country: &'static str,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// A camera and its settings. The make is always "Tintype", for no other camera took these.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// "Tintype".
    pub make: &'static str,
    /// The model.
    pub model: &'static str,
    /// The lens.
    pub lens: &'static str,
    /// Seconds, as `1/250` or `30`.
    pub exposure_time: &'static str,
    /// The f-number.
    pub aperture: f32,
    /// Millimetres.
    pub focal_length: f32,
    /// Sensitivity.
    pub iso: u32,
}

/// A finished picture: rows of red, green, blue bytes, top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// `width` × `height` × 3 bytes.
    pub rgb: Vec<u8>,
}

/// Paints a scene at any size; the place stays the same. Sides are held between 16 and 8192.
pub fn render(scene: &Scene, width: u32, height: u32) -> Raster {
    scene.kind.render(scene.seed, (scene.light, scene.season), (width, height))
}
