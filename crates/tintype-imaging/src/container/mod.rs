//! The shells that picture files are packed in: segments, chunks and boxes, read without copying.

pub(crate) mod bmff;
pub(crate) mod gif;
pub(crate) mod heif;
pub(crate) mod jpeg;
pub(crate) mod png;
pub(crate) mod riff;
