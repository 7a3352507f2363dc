//! The schema: which version a database has, and how it gets to the newest.

use std::path::Path;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use tintype_store::StoreError;

use crate::{
    error::OpenError,
    migrations::{Migrator, STEPS},
    open::{self, OpenOptions},
    sql::Sql,
    store::SqlStore,
};

/// A step of the schema that a database has not taken yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedStep {
    /// Its name.
    pub name: String,
    /// The statements it runs.
    pub statements: Vec<String>,
}

impl SqlStore {
    /// The steps that opening this database would take, without taking them. A database that is
    /// not there yet lacks them all.
    pub async fn plan(options: &OpenOptions) -> Result<Vec<PlannedStep>, OpenError> {
        let applied = if options.path.exists() {
            let db = open::readers(options, 1).await?;
            let applied = applied(&db).await;
            // A failed close leaves nothing behind: the connection only read.
            let _ = db.close().await;
            applied.map_err(|error| OpenError::from_store(&options.path, error))?
        } else {
            Vec::new()
        };
        refuse_newer(&applied)?;
        Ok(STEPS
            .iter()
            .filter(|step| !applied.iter().any(|name| name == step.name))
            .map(|step| PlannedStep {
                name: step.name.to_owned(),
                statements: (step.statements)(DbBackend::Sqlite)
                    .iter()
                    .map(ToString::to_string)
                    .collect(),
            })
            .collect())
    }

    /// The names of the steps that opening this database would take.
    pub async fn pending_migrations(options: &OpenOptions) -> Result<Vec<String>, OpenError> {
        Ok(Self::plan(options).await?.into_iter().map(|step| step.name).collect())
    }

    /// Brings the schema up to date, and says which steps that took.
    pub async fn migrate(options: &OpenOptions) -> Result<Vec<String>, OpenError> {
        let db = open::writer(options).await?;
        let taken = bring_up_to_date(&db, &options.path).await;
        // The steps are committed; closing only lets go of the file.
        let _ = db.close().await;
        taken
    }
}

/// Takes all steps that are lacking, in one transaction that keeps every other process out.
pub(crate) async fn bring_up_to_date(
    db: &DatabaseConnection,
    path: &Path,
) -> Result<Vec<String>, OpenError> {
    let failed = |error| OpenError::from_driver(path, error);
    let unread = |error| OpenError::from_store(path, error);
    let before = applied(db).await.map_err(unread)?;
    refuse_newer(&before)?;
    if before.len() == STEPS.len() {
        return Ok(Vec::new());
    }
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Exclusive),
        ..TransactionOptions::default()
    };
    let tx = db.begin_with_options(options).await.map_err(failed)?;
    // Another process may have been faster.
    let before = applied(&tx).await.map_err(unread)?;
    refuse_newer(&before)?;
    Migrator::up(&tx, None).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    let is_new = |name: &&str| !before.iter().any(|applied| applied == name);
    Ok(STEPS.iter().map(|step| step.name).filter(is_new).map(str::to_owned).collect())
}

/// The names of the steps that a database has taken.
pub(crate) async fn applied(db: &impl ConnectionTrait) -> Result<Vec<String>, StoreError> {
    let tables = Sql::new("SELECT count(*) FROM sqlite_master WHERE name = 'seaql_migrations'", []);
    if tables.count(db).await? == 0 {
        return Ok(Vec::new());
    }
    Sql::new("SELECT version FROM seaql_migrations ORDER BY version", []).column(db).await
}

fn refuse_newer(applied: &[String]) -> Result<(), OpenError> {
    let is_known = |name: &String| STEPS.iter().any(|step| step.name == name);
    if applied.iter().all(is_known) {
        return Ok(());
    }
    let known = STEPS.len() as u32;
    let unknown = applied.iter().filter(|name| !is_known(name)).count() as u32;
    Err(OpenError::NewerSchema { found: known + unknown, known })
}
