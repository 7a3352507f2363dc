//! What can go wrong in a database, told by what the caller can do about it.

/// Why a database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The thing exists already: choose another name.
    #[error("{0} already exists")]
    Conflict(&'static str),
    /// A thing that was referred to is not there.
    #[error("there is no such {0}")]
    Missing(&'static str),
    /// The database cannot be reached, is full or too busy: try again later.
    #[error("the database is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What was read cannot be true: look at the data.
    #[error("the database holds something impossible: {0}")]
    Corrupt(String),
}
