//! Photos, and the index of their tags.

use sea_orm::{DbBackend, Statement};
use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, boolean, double_null, integer, integer_null, small_integer,
        string_len, string_len_null, string_len_uniq, text, text_null, var_binary_null,
    },
};

use super::{ID_LENGTH, Script};

pub(super) fn statements(backend: DbBackend) -> Vec<Statement> {
    let mut script = Script::new(backend);
    script.add(&photos());
    // Each list has an index that gives its pages without sorting.
    script.index("photos", &["state", "created_at", "id"]);
    script.index("photos", &["state", "likes", "id"]);
    script.index("photos", &["state", "views", "id"]);
    script.index("photos", &["state", "downloads", "id"]);
    script.index("photos", &["owner_id", "state", "created_at", "id"]);
    script.index("photos", &["promoted_at", "id"]);
    script.index("photos", &["draw"]);
    script.index("photos", &["batch"]);
    script.index("photos", &["checksum"]);
    script.index("photos", &["public_checksum"]);
    let clustered = script.clustered();
    script.add(&photo_tags(clustered));
    script.into_statements()
}

fn photos() -> TableCreateStatement {
    Table::create()
        .table("photos")
        .col(string_len("id", ID_LENGTH).primary_key())
        .col(string_len("owner_id", ID_LENGTH))
        .col(string_len("slug", 120))
        .col(string_len_uniq("image_key", 60))
        // 0 listed, 1 withdrawn, 2 deleted.
        .col(small_integer("state"))
        // Listed photos are numbered from 0 without holes, so that a random pick is one look-up.
        .col(big_integer_null("draw"))
        // Owner and checksum; NULL once the photo is deleted.
        .col(string_len_null("same_bytes", 80).unique_key())
        .col(var_binary_null("checksum", 32))
        .col(big_integer_null("size_bytes"))
        .col(string_len_null("media_type", 20))
        .col(var_binary_null("public_checksum", 32))
        .col(big_integer_null("public_size_bytes"))
        .col(string_len_null("public_media_type", 20))
        .col(text_null("remote_url"))
        .col(big_integer("width"))
        .col(big_integer("height"))
        .col(small_integer("orientation"))
        .col(integer_null("color"))
        .col(text("palette"))
        .col(text_null("blur_hash"))
        .col(big_integer_null("perceptual_hash"))
        .col(text_null("title"))
        .col(text_null("description"))
        .col(text_null("alt_description"))
        .col(text("tags"))
        .col(text("camera"))
        .col(text("location"))
        .col(double_null("latitude"))
        .col(double_null("longitude"))
        .col(boolean("shares_place"))
        .col(string_len("license", 40))
        .col(boolean("is_sensitive"))
        .col(string_len_null("batch", 100))
        .col(big_integer("created_at"))
        .col(big_integer("updated_at"))
        .col(big_integer_null("promoted_at"))
        .col(big_integer_null("withdrawn_at"))
        .col(big_integer_null("deleted_at"))
        .col(big_integer("likes"))
        .col(big_integer("views"))
        .col(big_integer("downloads"))
        .foreign_key(ForeignKey::create().from("photos", "owner_id").to("users", "id"))
        .to_owned()
}

fn photo_tags(clustered: &str) -> TableCreateStatement {
    Table::create()
        .table("photo_tags")
        .col(string_len("tag", 191))
        .col(string_len("photo_id", ID_LENGTH))
        .col(integer("position"))
        .primary_key(Index::create().col("tag").col("photo_id"))
        .extra(clustered)
        .to_owned()
}
