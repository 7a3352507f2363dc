//! The pages people see: view models in, complete HTML out; templates, styles, scripts and texts
//! embedded.
//!
//! The caller fills one of the structs of [`view`] with ready-made addresses and calls its
//! `render(&self, &view::Site) -> Page`. The answer is a [`Page`]: the HTML, and the hash of its
//! one `<style>` element for the `style-src` of the Content-Security-Policy. Scripts are files
//! only, so `script-src 'self'` is enough.

mod page;
pub mod view;

pub use page::Page;
