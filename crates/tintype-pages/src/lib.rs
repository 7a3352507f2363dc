//! The pages people see: view models in, complete HTML out; templates, styles, scripts and texts
//! embedded.
//!
//! The caller fills one of the structs of [`view`] with ready-made addresses and calls its
//! `render`. The answer is a [`Page`]: the HTML, and the hash of its one `<style>` element for the
//! `style-src` of the Content-Security-Policy. Scripts are files only ([`asset`]), so `script-src
//! 'self'` is enough.

mod assets;
mod chart;
mod client;
mod grid;
mod json_tree;
mod metadata;
mod page;
mod programs;
mod render;
mod restate;
mod snippets;

pub mod view;
mod words;

pub use assets::{Asset, asset, asset_url};
pub use client::ClientTold;
pub use page::Page;
pub use render::footer_words;
pub use restate::restate;
