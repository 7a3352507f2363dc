//! The full-text index. Derived data: it can always be rebuilt.
//!
//! [`SearchIndex`] reads; any number of them may be open in any number of processes. One
//! [`IndexWriter`] at a time applies [`Edit`]s in batches; each batch is one commit, which holds its
//! place in the change feed. [`Rebuild`] makes a new index beside the old one and swaps them. All of
//! it is synchronous: call it where blocking is allowed.

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
mod group;
mod index;
mod kind;
mod meant;
mod palette;
mod photos;
mod query;
mod ranking;
mod rebuild;
mod sample;
mod schema;
mod similar;
mod statistics;
mod stem;
mod stop_words;
mod tags;
mod text;
mod together;
mod tongue;
mod versions;
mod writer;

pub use document::{CollectionDocument, Edit, PhotoDocument, UserDocument};
pub use error::SearchError;
pub use fingerprint::fingerprint;
pub use index::SearchIndex;
pub use query::{ColorMatch, CountedWord, Hits, PhotoQuery, Replaced, Tried};
pub use rebuild::{Rebuild, rebuild};
pub use versions::PhotoVersion;
pub use writer::{IndexWriter, WriterSettings};
