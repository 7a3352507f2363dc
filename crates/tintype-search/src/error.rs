//! What can go wrong with the index, named for what the caller can do.

/// Why the index could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index is damaged or of another version; nothing is lost, it must be built afresh.
    #[error("the search index must be rebuilt ({0}): run `tintype reindex`")]
    NeedsRebuild(String),
    /// Another process is building or changing the index; try again later.
    #[error("another process is writing the search index")]
    Busy,
    /// The index was swapped for a rebuilt one: ask for its sequence and apply from there.
    #[error("the search index was rebuilt meanwhile")]
    Replaced,
    /// The disk or the index library failed.
    #[error("the search index failed")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl SearchError {
    pub(crate) fn failed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Failed(error.into())
    }
}

impl From<std::io::Error> for SearchError {
    fn from(error: std::io::Error) -> Self {
        Self::failed(error)
    }
}

impl From<tantivy::TantivyError> for SearchError {
    fn from(error: tantivy::TantivyError) -> Self {
        match error {
            tantivy::TantivyError::DataCorruption(damage) => {
                Self::NeedsRebuild(format!("{damage:?}"))
            }
            other => Self::failed(other),
        }
    }
}
