//! Why a file was not fetched.

/// Why a file was not fetched. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The address is none that may be fetched; asking again will not help.
    #[error("the address may not be fetched: {0}")]
    NotAllowed(&'static str),
    /// The name leads to an address inside, or to none.
    #[error("the host has no public address")]
    NotPublic,
    /// There is more of it than was agreed.
    #[error("the file has more than {most} bytes")]
    TooLarge {
        /// What was agreed.
        most: u64,
    },
    /// It led from one address to the next.
    #[error("the address was redirected too often")]
    RedirectedTooOften,
    /// The other side has it not, or does not give it.
    #[error("the answer was {0}")]
    Status(u16),
    /// It took too long.
    #[error("the answer did not come in time")]
    Slow,
    /// No connection.
    #[error("no connection: {0}")]
    Unreachable(#[from] std::io::Error),
    /// The other side does not speak HTTP as it should.
    #[error("the answer broke off: {0}")]
    Broken(#[from] hyper::Error),
}
