//! Errors: why a database does not open, and what a driver's error means to the caller.

use std::path::PathBuf;

use sea_orm::{DbErr, RuntimeErr, SqlErr};
use tintype_store::StoreError;

/// Why a database did not open. Each is one sentence for the person who starts the program.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A later version of the program has been here.
    #[error(
        "the database has schema {found}, this program knows {known}: use the newer version it was last opened with"
    )]
    NewerSchema {
        /// The schema in the database.
        found: u32,
        /// The newest schema this program knows.
        known: u32,
    },
    /// There is no database, and none was to be made.
    #[error("there is no database at {}", .0.display())]
    Missing(PathBuf),
    /// The file or its folder cannot be written.
    #[error("the database {} cannot be written", .path.display())]
    NotWritable {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The file is there, but it is something else.
    #[error("{} is not a SQLite database, or it is damaged", .0.display())]
    NotADatabase(PathBuf),
    /// Another process is writing and does not stop.
    #[error("the database {} is busy: another program has been writing to it for 5 seconds", .0.display())]
    Busy(PathBuf),
    /// An address of a kind this build cannot open.
    #[error("cannot open the database {0:?}: this build knows sqlite:PATH")]
    UnknownAddress(String),
    /// Anything else.
    #[error("the database {} could not be opened", .path.display())]
    Failed {
        /// Which one.
        path: PathBuf,
        /// What the driver says.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl OpenError {
    /// What a driver's error means for opening the database at `path`.
    pub(crate) fn from_driver(path: &std::path::Path, error: DbErr) -> Self {
        let path = path.to_owned();
        match sqlite_code(&error) {
            Some(BUSY | LOCKED) => Self::Busy(path),
            Some(NOT_A_DATABASE | CORRUPT) => Self::NotADatabase(path),
            Some(READ_ONLY | CANNOT_OPEN | PERMISSION) => {
                Self::NotWritable { path, source: Box::new(error) }
            }
            _ => Self::Failed { path, source: Box::new(error) },
        }
    }

    /// The same where a query of ours has failed.
    pub(crate) fn from_store(path: &std::path::Path, error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(source) => match source.downcast::<DbErr>() {
                Ok(error) => Self::from_driver(path, *error),
                Err(source) => Self::Failed { path: path.to_owned(), source },
            },
            StoreError::Corrupt(_) => Self::NotADatabase(path.to_owned()),
            error => Self::Failed { path: path.to_owned(), source: Box::new(error) },
        }
    }
}

/// What a driver's error means to whoever called the store.
pub(crate) fn fault(error: DbErr) -> StoreError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(message)) => StoreError::Conflict(taken(&message)),
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => StoreError::Missing("thing of that id"),
        _ => match (&error, sqlite_code(&error)) {
            (DbErr::Type(_) | DbErr::Json(_), _) | (_, Some(CORRUPT | NOT_A_DATABASE)) => {
                StoreError::Corrupt(error.to_string())
            }
            _ => StoreError::Unavailable(Box::new(error)),
        },
    }
}

/// The noun for what a unique column holds. Drivers name the column or its index.
fn taken(message: &str) -> &'static str {
    NOUNS.iter().find(|(column, _)| message.contains(column)).map_or("that id", |(_, noun)| noun)
}

const NOUNS: &[(&str, &str)] = &[
    ("username_folded", "a user with that name"),
    ("email_folded", "a user with that e-mail address"),
    ("access_key", "an application with that access key"),
    ("tokens.hash", "that token"),
    ("oauth_codes.hash", "that code"),
    ("topics.slug", "a topic with that slug"),
    ("image_key", "a picture with that key"),
    ("same_bytes", "that photo"),
    ("collections.id", "a collection with that id"),
];

fn sqlite_code(error: &DbErr) -> Option<i32> {
    let (DbErr::Conn(RuntimeErr::SqlxError(error))
    | DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return None;
    };
    let code: i32 = error.as_database_error()?.code()?.parse().ok()?;
    // The low byte is the primary code; the rest says more than is needed here.
    Some(code & 0xff)
}

const PERMISSION: i32 = 3;
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const READ_ONLY: i32 = 8;
const CORRUPT: i32 = 11;
const CANNOT_OPEN: i32 = 14;
const NOT_A_DATABASE: i32 = 26;
