//! The change feed, and the files that uploads are about to use.

use sea_orm::{DbBackend, Statement};
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, small_integer, string_len, var_binary},
};

use super::Script;

pub(super) fn statements(backend: DbBackend) -> Vec<Statement> {
    let mut script = Script::new(backend);
    script.add(&changes());
    script.add(&pending_uploads()).index("pending_uploads", &["checksum", "opened_at"]);
    script.into_statements()
}

fn changes() -> TableCreateStatement {
    Table::create()
        .table("changes")
        .col(big_integer("sequence").primary_key().auto_increment())
        .col(small_integer("kind"))
        .col(string_len("subject", 32))
        .to_owned()
}

fn pending_uploads() -> TableCreateStatement {
    Table::create()
        .table("pending_uploads")
        .col(big_integer("id").primary_key().auto_increment())
        .col(var_binary("checksum", 32))
        .col(big_integer("opened_at"))
        .to_owned()
}
