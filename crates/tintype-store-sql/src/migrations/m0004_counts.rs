//! Likes, counts by day, and the library's totals.

use sea_orm::{DbBackend, Statement};
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, integer, string_len},
};

use super::{ID_LENGTH, Script};

pub(super) fn statements(backend: DbBackend) -> Vec<Statement> {
    let mut script = Script::new(backend);
    let clustered = script.clustered();
    script.add(&likes(clustered));
    script.index("likes", &["user_id", "liked_at", "photo_id"]).index("likes", &["photo_id"]);
    script.add(&daily_counts(clustered)).index("daily_counts", &["day"]);
    script.add(&library_days());
    script.add(&library_totals());
    script.add(
        Query::insert()
            .into_table("library_totals")
            .columns([
                "id",
                "listed",
                "withdrawn",
                "collections",
                "pixels",
                "views",
                "downloads",
                "likes",
            ])
            .values_panic([1, 0, 0, 0, 0, 0, 0, 0].map(|number: i64| Expr::val(number))),
    );
    script.into_statements()
}

fn likes(clustered: &str) -> TableCreateStatement {
    Table::create()
        .table("likes")
        .col(string_len("user_id", ID_LENGTH))
        .col(string_len("photo_id", ID_LENGTH))
        .col(big_integer("liked_at"))
        .primary_key(Index::create().col("user_id").col("photo_id"))
        .foreign_key(ForeignKey::create().from("likes", "user_id").to("users", "id"))
        .extra(clustered)
        .to_owned()
}

fn daily_counts(clustered: &str) -> TableCreateStatement {
    Table::create()
        .table("daily_counts")
        .col(string_len("photo_id", ID_LENGTH))
        .col(integer("day"))
        .col(big_integer("views"))
        .col(big_integer("downloads"))
        .col(big_integer("likes"))
        .primary_key(Index::create().col("photo_id").col("day"))
        .extra(clustered)
        .to_owned()
}

fn library_days() -> TableCreateStatement {
    Table::create()
        .table("library_days")
        .col(integer("day").primary_key())
        .col(big_integer("views").default(0))
        .col(big_integer("downloads").default(0))
        .col(big_integer("likes").default(0))
        .col(big_integer("new_photos").default(0))
        .col(big_integer("new_pixels").default(0))
        .to_owned()
}

/// One row, so that the length of the longest list is known without counting.
fn library_totals() -> TableCreateStatement {
    Table::create()
        .table("library_totals")
        .col(integer("id").primary_key())
        .col(big_integer("listed"))
        .col(big_integer("withdrawn"))
        .col(big_integer("collections"))
        .col(big_integer("pixels"))
        .col(big_integer("views"))
        .col(big_integer("downloads"))
        .col(big_integer("likes"))
        .to_owned()
}
