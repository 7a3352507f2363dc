//! Landscapes rendered from a seed, for the demo, the tests and the benchmarks.
//!
//! [`catalogue()`] lists the scenes of the demo with all that a photo library wants to know of a
//! photograph; [`photograph`] renders one into a JPEG file with EXIF, IPTC and XMP, as a camera
//! and its owner would leave it. [`picture`] makes any number of further pictures, one for each
//! seed. The same seed gives the same picture on the same machine, at any size the same place.
//!
//! Inside, a picture is painted in linear light on a `canvas` by the painter of its kind
//! (`kinds/`), out of shared parts — sky, clouds, ground, water, trees — and then developed
//! like a film (`develop`).

mod atmosphere;
mod brief;
mod canvas;
mod catalogue;
mod clouds;
mod colour;
mod curves;
mod develop;
mod dice;
mod file;
mod growth;
mod haze;
mod heaps;
mod kinds;
mod march;
mod mirror;
mod noise;
mod people;
mod scene;
mod series;
mod shape;
mod silhouettes;
mod stage;
mod stars;
mod strokes;
mod terrain;
mod trees;
mod wash;
mod water;

pub use brief::{Light, Season};
pub use catalogue::{Translation, catalogue};
pub use file::{encode_jpeg, photograph, photograph_sized, picture};
pub use kinds::Kind;
pub use people::{Photographer, photographers};
pub use scene::{Camera, Place, Raster, Scene, render};
pub use series::{Collection, Topic, collections, topics};
