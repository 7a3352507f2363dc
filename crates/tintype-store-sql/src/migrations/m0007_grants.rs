//! Consents with their codes and refresh tokens; what applications may and did do.

use sea_orm::{DbBackend, Statement};
use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, integer, small_integer, string_len, string_len_null, text,
        text_null, var_binary, var_binary_null,
    },
};

use super::{ID_LENGTH, Script};

pub(super) fn statements(backend: DbBackend) -> Vec<Statement> {
    let mut script = Script::new(backend);
    // SQLite takes one new column a statement.
    script.add(Table::alter().table("apps").add_column(small_integer("is_public").default(0)));
    script.add(Table::alter().table("apps").add_column(text_null("origins")));
    script.add(Table::alter().table("apps").add_column(big_integer_null("token_seconds")));
    script.add(Table::alter().table("apps").add_column(small_integer("is_teaching").default(0)));
    script
        .add(Table::alter().table("tokens").add_column(string_len_null("grant_id", ID_LENGTH)))
        .index("tokens", &["grant_id"]);
    script.add(&oauth_codes()).index("oauth_codes", &["expires_at"]);
    script.add(&refresh_tokens());
    script.index("refresh_tokens", &["grant_id"]).index("refresh_tokens", &["expires_at"]);
    let clustered = script.clustered();
    script.add(&app_days(clustered)).add(&app_photos(clustered));
    script.into_statements()
}

fn oauth_codes() -> TableCreateStatement {
    Table::create()
        .table("oauth_codes")
        .col(var_binary("hash", 32).primary_key())
        .col(string_len("grant_id", ID_LENGTH))
        .col(string_len("user_id", ID_LENGTH))
        .col(string_len("app_id", ID_LENGTH))
        .col(text("scopes"))
        .col(text("redirect_uri"))
        .col(var_binary_null("challenge", 32))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .foreign_key(ForeignKey::create().from("oauth_codes", "user_id").to("users", "id"))
        .foreign_key(ForeignKey::create().from("oauth_codes", "app_id").to("apps", "id"))
        .to_owned()
}

fn refresh_tokens() -> TableCreateStatement {
    Table::create()
        .table("refresh_tokens")
        .col(var_binary("hash", 32).primary_key())
        .col(string_len("grant_id", ID_LENGTH))
        .col(string_len("user_id", ID_LENGTH))
        .col(string_len("app_id", ID_LENGTH))
        .col(text("scopes"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .col(big_integer_null("revoked_at"))
        .foreign_key(ForeignKey::create().from("refresh_tokens", "user_id").to("users", "id"))
        .foreign_key(ForeignKey::create().from("refresh_tokens", "app_id").to("apps", "id"))
        .to_owned()
}

fn app_days(clustered: &str) -> TableCreateStatement {
    Table::create()
        .table("app_days")
        .col(string_len("app_id", ID_LENGTH))
        .col(integer("day"))
        .col(big_integer("calls"))
        .col(big_integer("refused"))
        .primary_key(Index::create().col("app_id").col("day"))
        .foreign_key(ForeignKey::create().from("app_days", "app_id").to("apps", "id"))
        .extra(clustered)
        .to_owned()
}

fn app_photos(clustered: &str) -> TableCreateStatement {
    Table::create()
        .table("app_photos")
        .col(string_len("app_id", ID_LENGTH))
        .col(string_len("photo_id", ID_LENGTH))
        .col(big_integer("views"))
        .col(big_integer("downloads"))
        .col(integer("last_day"))
        .primary_key(Index::create().col("app_id").col("photo_id"))
        .foreign_key(ForeignKey::create().from("app_photos", "app_id").to("apps", "id"))
        .extra(clustered)
        .to_owned()
}
