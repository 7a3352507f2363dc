//! People, and what lets them and their programs in.

use sea_orm::{DbBackend, Statement};
use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, string_len, string_len_null, string_len_uniq, text,
        text_null, var_binary,
    },
};

use super::{ID_LENGTH, Script};

pub(super) fn statements(backend: DbBackend) -> Vec<Statement> {
    let mut script = Script::new(backend);
    script.add(&users()).index("users", &["created_at", "id"]);
    script.index("users", &["first_photo_at"]).index("users", &["total_photos"]);
    script.add(&apps()).index("apps", &["owner_id"]);
    script.add(&tokens()).index("tokens", &["user_id"]).index("tokens", &["app_id"]);
    script.add(&sessions()).index("sessions", &["user_id"]).index("sessions", &["expires_at"]);
    script.into_statements()
}

fn users() -> TableCreateStatement {
    Table::create()
        .table("users")
        .col(string_len("id", ID_LENGTH).primary_key())
        .col(string_len("username", 60))
        .col(string_len_uniq("username_folded", 60))
        .col(text("first_name"))
        .col(text_null("last_name"))
        .col(text_null("email"))
        .col(string_len_null("email_folded", 254).unique_key())
        .col(string_len("role", 16))
        .col(text_null("bio"))
        .col(text_null("location"))
        .col(text_null("portfolio_url"))
        .col(text_null("instagram_username"))
        .col(text_null("twitter_username"))
        .col(text_null("avatar"))
        .col(string_len_null("default_license", 40))
        .col(big_integer("created_at"))
        .col(big_integer("updated_at"))
        .col(big_integer_null("disabled_at"))
        .col(text_null("password_hash"))
        .col(big_integer("total_photos"))
        .col(big_integer("total_promoted"))
        .col(big_integer("total_likes"))
        .col(big_integer("total_collections"))
        .col(big_integer_null("first_photo_at"))
        .to_owned()
}

fn apps() -> TableCreateStatement {
    Table::create()
        .table("apps")
        .col(string_len("id", ID_LENGTH).primary_key())
        .col(string_len("owner_id", ID_LENGTH))
        .col(text("name"))
        .col(string_len_uniq("access_key", 128))
        .col(var_binary("secret_hash", 32))
        .col(text("redirect_uris"))
        .col(big_integer_null("per_hour"))
        .col(big_integer("created_at"))
        .col(big_integer_null("revoked_at"))
        .foreign_key(ForeignKey::create().from("apps", "owner_id").to("users", "id"))
        .to_owned()
}

fn tokens() -> TableCreateStatement {
    Table::create()
        .table("tokens")
        .col(var_binary("hash", 32).primary_key())
        .col(string_len("user_id", ID_LENGTH))
        .col(string_len("app_id", ID_LENGTH))
        .col(text("scopes"))
        .col(big_integer("created_at"))
        .col(big_integer_null("expires_at"))
        .col(big_integer_null("revoked_at"))
        .foreign_key(ForeignKey::create().from("tokens", "user_id").to("users", "id"))
        .foreign_key(ForeignKey::create().from("tokens", "app_id").to("apps", "id"))
        .to_owned()
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        .col(var_binary("hash", 32).primary_key())
        .col(string_len("user_id", ID_LENGTH))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer("seen_at"))
        .foreign_key(ForeignKey::create().from("sessions", "user_id").to("users", "id"))
        .to_owned()
}
