//! Bytes and parameters in, bytes out: decoding, metadata, renditions.
//!
//! Everything here is pure: no files, no network, no clock, no threads of its own; the same bytes and parameters give
//! the same bytes. Bad input is answered by a [`PictureError`], never by a panic, and every limit is
//! checked on the header, before the cost.
//!
//! - [`probe()`] judges a file by its header, [`ingest()`] decodes it once into master and analysis,
//!   [`renditions`] makes the named sizes from the master.
//! - [`cut_private`] takes place, serial numbers and owner out of a file without touching a pixel.
//! - [`ImageParams`] reads `?w=400&fit=crop…`, [`render()`] carries it out, [`best_source`] says from which file.
//! - [`paint_blurhash`] stands in for pictures that have no file.

mod analysis;
mod codec;
pub mod color;
mod container;
mod error;
mod format;
mod guard;
mod ingest;
mod limits;
mod metadata;
mod params;
mod picture;
mod privacy;
mod probe;
mod render;

pub use error::PictureError;
pub use format::Format;
pub use ingest::{Ingested, Master, RENDITION_WIDTHS, Rendition, ingest, renditions};
pub use limits::DecodeLimits;
pub use metadata::{Metadata, Place, TakenAt, read_sidecar};
pub use params::ImageParams;
pub use privacy::cut_private;
pub use probe::{Header, probe};
pub use render::{
    ENGINE_VERSION, Rendered, Source, SourceChoice, best_source, blurhash_preview, paint_blurhash,
    render, render_cost_bytes,
};
