//! Rows as they lie in the tables, and how they become what the rest of the program knows.

pub(crate) mod apps;
pub(crate) mod collections;
pub(crate) mod grants;
pub(crate) mod photos;
pub(crate) mod sessions;
pub(crate) mod tokens;
pub(crate) mod topics;
pub(crate) mod users;
pub(crate) mod wordings;

use tintype_domain::Timestamp;
use tintype_store::StoreError;

/// A stored number that cannot be negative.
pub(crate) fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// A point in time that may not have come.
pub(crate) fn time(micros: Option<i64>) -> Option<Timestamp> {
    micros.map(Timestamp::from_micros)
}

/// The same, for storing.
pub(crate) fn micros(time: Option<Timestamp>) -> Option<i64> {
    time.map(Timestamp::as_micros)
}

/// What is said of a stored text that could never have been written.
pub(crate) fn corrupt<E: std::fmt::Display>(
    what: &'static str,
    row: &str,
) -> impl FnOnce(E) -> StoreError {
    let row = row.to_owned();
    move |error| StoreError::Corrupt(format!("{what} of {row}: {error}"))
}

/// The same where a word is of no vocabulary.
pub(crate) fn unknown(what: &'static str, row: &str, text: &str) -> StoreError {
    StoreError::Corrupt(format!("{what} of {row}: {text:?}"))
}

/// A stored hash of 32 bytes.
pub(crate) fn hash(bytes: &[u8], what: &'static str, row: &str) -> Result<[u8; 32], StoreError> {
    bytes.try_into().map_err(corrupt(what, row))
}
