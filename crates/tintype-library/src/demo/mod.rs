//! The demo: a library of rendered landscapes, filled through the ordinary door.

mod fill;
mod reset;
mod scenes;

pub use fill::DemoError;
pub(crate) use fill::scene_with;
pub use scenes::{DEMO_PASSWORD, DEMO_USERNAME, DemoAccess};
