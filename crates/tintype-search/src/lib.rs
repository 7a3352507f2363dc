//! The full-text index. Derived data: it can always be rebuilt.

mod document;
mod error;
mod query;

pub use document::{CollectionDocument, Edit, PhotoDocument, UserDocument};
pub use error::SearchError;
pub use query::{ColorMatch, CountedWord, Hits, PhotoQuery, Replaced, Tried};
