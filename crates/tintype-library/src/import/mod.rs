//! Many pictures at once: folders of them, and datasets of nothing but words about them.

mod dataset;
mod folder;
mod tsv;
mod walk;

pub use dataset::{DatasetError, DatasetImported};
pub use folder::{ImportProgress, ImportRequest, Imported, ImportedPhoto, RefusedFile};
pub use tsv::TsvError;
