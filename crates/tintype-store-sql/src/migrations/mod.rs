//! Every step the schema has taken, one file a step. A step that was released is never edited.

mod m0001_people;
mod m0002_photos;
mod m0003_groups;
mod m0004_counts;
mod m0005_ledgers;
mod m0006_jobs;
mod m0007_grants;
mod m0008_wordings;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, StatementBuilder};
use sea_orm_migration::{MigrationName, MigrationTrait, MigratorTrait, SchemaManager, async_trait};

/// Knows every step of the schema, in order.
pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        STEPS.iter().map(|step| Box::new(*step) as Box<dyn MigrationTrait>).collect()
    }
}

/// One step of the schema.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    /// Its name in the table of steps taken; its number is the schema version it leads to.
    pub name: &'static str,
    /// What it does, in the words of a database.
    pub statements: fn(DbBackend) -> Vec<Statement>,
}

/// Every step, in order.
pub(crate) const STEPS: &[Step] = &[
    Step { name: "m0001_people", statements: m0001_people::statements },
    Step { name: "m0002_photos", statements: m0002_photos::statements },
    Step { name: "m0003_groups", statements: m0003_groups::statements },
    Step { name: "m0004_counts", statements: m0004_counts::statements },
    Step { name: "m0005_ledgers", statements: m0005_ledgers::statements },
    Step { name: "m0006_jobs", statements: m0006_jobs::statements },
    Step { name: "m0007_grants", statements: m0007_grants::statements },
    Step { name: "m0008_wordings", statements: m0008_wordings::statements },
];

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in (self.statements)(manager.get_database_backend()) {
            manager.get_connection().execute_raw(statement).await?;
        }
        Ok(())
    }
}

/// Collects the statements of a step in one dialect.
struct Script {
    backend: DbBackend,
    statements: Vec<Statement>,
}

impl Script {
    fn new(backend: DbBackend) -> Self {
        Self { backend, statements: Vec::new() }
    }

    fn add(&mut self, statement: &impl StatementBuilder) -> &mut Self {
        self.statements.push(statement.build(&self.backend));
        self
    }

    /// An index on `columns` of `table`, named after them.
    fn index(&mut self, table: &'static str, columns: &[&'static str]) -> &mut Self {
        let mut index = sea_orm_migration::prelude::Index::create();
        index.name(format!("{table}_by_{}", columns.join("_"))).table(table);
        for column in columns {
            index.col(*column);
        }
        self.add(&index)
    }

    /// Rows of a table whose key is all it is looked up by lie in the key itself, where the
    /// database can do that.
    fn clustered(&self) -> &'static str {
        if self.backend == DbBackend::Sqlite { "WITHOUT ROWID" } else { "" }
    }

    fn into_statements(self) -> Vec<Statement> {
        self.statements
    }
}

/// An id that the program makes.
const ID_LENGTH: u32 = 11;
/// Collections of old have decimal numbers, and longer ones.
const COLLECTION_ID_LENGTH: u32 = 32;
