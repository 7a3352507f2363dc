//! Opening a database: where it lies, how SQLite is set, and which connections there are.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use sea_orm::{DatabaseConnection, DbErr, RuntimeErr, SqlxSqliteConnector};
use sqlx::{
    ConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tintype_domain::Clock;

use crate::{error::OpenError, schema, store::SqlStore, ticks::Ticks, writing::Log};

/// Which database to open, and how.
#[derive(Clone)]
pub struct OpenOptions {
    /// The file of an SQLite database.
    pub path: PathBuf,
    /// Connections that read, at least one.
    pub readers: u32,
    /// What leases and expiry run on.
    pub clock: Arc<dyn Clock>,
    /// Whether to make the database when there is none.
    pub create: bool,
}

impl OpenOptions {
    /// An SQLite database in a file, made when it is not there.
    pub fn sqlite(path: impl Into<PathBuf>, clock: Arc<dyn Clock>) -> Self {
        Self { path: path.into(), readers: READERS, clock, create: true }
    }

    /// The database at an address such as `sqlite:library.db`.
    pub fn from_url(url: &str, clock: Arc<dyn Clock>) -> Result<Self, OpenError> {
        let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"));
        let path = path.filter(|path| !path.is_empty() && !path.starts_with(":memory:"));
        path.map(|path| Self::sqlite(path, clock))
            .ok_or_else(|| OpenError::UnknownAddress(without_password(url)))
    }
}

impl std::fmt::Debug for OpenOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OpenOptions")
            .field("path", &self.path)
            .field("readers", &self.readers)
            .field("create", &self.create)
            .finish_non_exhaustive()
    }
}

impl SqlStore {
    /// Opens a database and brings its schema up to date. A schema newer than this program knows
    /// is left alone.
    pub async fn open(options: &OpenOptions) -> Result<Self, OpenError> {
        let write = writer(options).await?;
        schema::bring_up_to_date(&write, &options.path).await?;
        let read = readers(options, options.readers.max(1)).await?;
        let watched = readers(options, 1).await?;
        Ok(Self {
            write,
            read,
            ticks: Ticks::watch(watched),
            log: Log::of(&options.path),
            options: options.clone(),
        })
    }
}

/// The one connection that writes.
pub(crate) async fn writer(options: &OpenOptions) -> Result<DatabaseConnection, OpenError> {
    if !options.create && !options.path.exists() {
        return Err(OpenError::Missing(options.path.clone()));
    }
    let settings = settings(&options.path)
        .create_if_missing(options.create)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("cache_size", "-8192")
        .pragma("wal_autocheckpoint", "2000")
        .pragma("journal_size_limit", "33554432");
    connect(options, settings, 1).await
}

/// Connections that read and cannot write.
pub(crate) async fn readers(
    options: &OpenOptions,
    count: u32,
) -> Result<DatabaseConnection, OpenError> {
    let settings = settings(&options.path).read_only(true).pragma("cache_size", "-4096");
    connect(options, settings, count).await
}

fn settings(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("temp_store", "MEMORY")
        .statement_cache_capacity(200)
        .disable_statement_logging()
}

async fn connect(
    options: &OpenOptions,
    settings: SqliteConnectOptions,
    connections: u32,
) -> Result<DatabaseConnection, OpenError> {
    // Connections to a file do not go stale, so they are neither tested nor renewed.
    let pool = SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(settings)
        .await
        .map_err(|error| {
            let error = DbErr::Conn(RuntimeErr::SqlxError(error.into()));
            OpenError::from_driver(&options.path, error)
        })?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

fn without_password(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(scheme), Some(at)) if scheme < at => {
            format!("{}://…@{}", &url[..scheme], &url[at + 1..])
        }
        _ => url.to_owned(),
    }
}

const READERS: u32 = 4;
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Longer than the busy timeout, so that the true reason is heard.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
