//! What is said of photos in other languages than the library's own.

use sea_orm::{DbBackend, Statement};
use sea_orm_migration::{prelude::*, schema::text_null};

use super::Script;

/// A column of the photo and no table of its own: whoever reads a photo needs its words, and an
/// answer must not cost one more query for them.
pub(super) fn statements(backend: DbBackend) -> Vec<Statement> {
    let mut script = Script::new(backend);
    let column = Table::alter().table("photos").add_column(text_null("wordings")).to_owned();
    script.add(&column);
    script.into_statements()
}
