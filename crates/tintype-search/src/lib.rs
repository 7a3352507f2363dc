//! The full-text index. Derived data: it can always be rebuilt.

mod asked;
mod dictionary;
mod document;
mod encode;
mod error;
mod facet;
mod filter;
mod find;
mod fingerprint;
mod folder;
mod index;
mod kind;
mod meant;
mod palette;
mod photos;
mod query;
mod ranking;
mod schema;
mod statistics;
mod stem;
mod text;
mod together;
mod writer;

pub use document::{CollectionDocument, Edit, PhotoDocument, UserDocument};
pub use error::SearchError;
pub use fingerprint::fingerprint;
pub use index::SearchIndex;
pub use query::{ColorMatch, CountedWord, Hits, PhotoQuery, Replaced, Tried};
pub use writer::{IndexWriter, WriterSettings};
