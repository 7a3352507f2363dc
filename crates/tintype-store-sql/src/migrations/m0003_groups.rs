//! Collections and topics, and what is in them.

use sea_orm::{DbBackend, Statement};
use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, boolean, integer, string_len, string_len_uniq, text,
        text_null,
    },
};

use super::{COLLECTION_ID_LENGTH, ID_LENGTH, Script};

pub(super) fn statements(backend: DbBackend) -> Vec<Statement> {
    let mut script = Script::new(backend);
    let clustered = script.clustered();
    script.add(&collections());
    script.index("collections", &["is_private", "published_at", "id"]);
    script.index("collections", &["owner_id", "published_at", "id"]);
    script.add(&collection_photos(clustered));
    script.index("collection_photos", &["collection_id", "added_at", "photo_id"]);
    script.index("collection_photos", &["photo_id"]);
    script.add(&topics());
    script.add(&topic_owners(clustered));
    script.add(&topic_photos(clustered));
    script.index("topic_photos", &["topic_id", "approved_at", "photo_id"]);
    script.index("topic_photos", &["photo_id"]);
    script.into_statements()
}

fn collections() -> TableCreateStatement {
    Table::create()
        .table("collections")
        .col(string_len("id", COLLECTION_ID_LENGTH).primary_key())
        .col(string_len("owner_id", ID_LENGTH))
        .col(text("title"))
        .col(text_null("description"))
        .col(boolean("is_private"))
        .col(boolean("is_featured"))
        .col(string_len("share_key", 40))
        .col(big_integer("published_at"))
        .col(big_integer("updated_at"))
        .col(big_integer_null("last_collected_at"))
        .col(big_integer("total_photos"))
        .col(text("preview"))
        .foreign_key(ForeignKey::create().from("collections", "owner_id").to("users", "id"))
        .to_owned()
}

fn collection_photos(clustered: &str) -> TableCreateStatement {
    Table::create()
        .table("collection_photos")
        .col(string_len("collection_id", COLLECTION_ID_LENGTH))
        .col(string_len("photo_id", ID_LENGTH))
        .col(big_integer("added_at"))
        .primary_key(Index::create().col("collection_id").col("photo_id"))
        .foreign_key(
            ForeignKey::create().from("collection_photos", "collection_id").to("collections", "id"),
        )
        .extra(clustered)
        .to_owned()
}

fn topics() -> TableCreateStatement {
    Table::create()
        .table("topics")
        .col(string_len("id", ID_LENGTH).primary_key())
        .col(string_len_uniq("slug", 120))
        .col(text("title"))
        .col(text_null("description"))
        .col(string_len("visibility", 10))
        .col(boolean("is_open"))
        .col(integer("position"))
        .col(big_integer("published_at"))
        .col(big_integer("updated_at"))
        .col(big_integer("starts_at"))
        .col(big_integer_null("ends_at"))
        .col(big_integer("total_photos"))
        .col(text("preview"))
        .to_owned()
}

fn topic_owners(clustered: &str) -> TableCreateStatement {
    Table::create()
        .table("topic_owners")
        .col(string_len("topic_id", ID_LENGTH))
        .col(string_len("user_id", ID_LENGTH))
        .col(integer("position"))
        .primary_key(Index::create().col("topic_id").col("user_id"))
        .foreign_key(ForeignKey::create().from("topic_owners", "topic_id").to("topics", "id"))
        .foreign_key(ForeignKey::create().from("topic_owners", "user_id").to("users", "id"))
        .extra(clustered)
        .to_owned()
}

fn topic_photos(clustered: &str) -> TableCreateStatement {
    Table::create()
        .table("topic_photos")
        .col(string_len("topic_id", ID_LENGTH))
        .col(string_len("photo_id", ID_LENGTH))
        .col(big_integer("approved_at"))
        .primary_key(Index::create().col("topic_id").col("photo_id"))
        .foreign_key(ForeignKey::create().from("topic_photos", "topic_id").to("topics", "id"))
        .extra(clustered)
        .to_owned()
}
