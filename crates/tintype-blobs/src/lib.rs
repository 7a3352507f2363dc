//! Files: where uploads, masters, renditions and cached pictures lie.
//!
//! A place is named by a [`BlobKey`] only, so nothing a client sends can become a path. What is
//! kept is durable when a method returns: written, flushed, renamed, and its folder flushed.

mod blobs;
mod error;
mod key;
mod staging;

pub use blobs::{BlobMeta, Blobs};
pub use error::BlobError;
pub use key::{BlobKey, BlobKind};
pub use staging::{Staged, Staging};
