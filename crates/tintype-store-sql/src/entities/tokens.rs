//! Rows of Bearer tokens.

use sea_orm::entity::prelude::*;
use tintype_domain::{AccessToken, AppId, GrantId, Scopes, Timestamp, UserId};
use tintype_store::StoreError;

use super::{corrupt, hash, micros, time};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tokens")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: Vec<u8>,
    pub user_id: String,
    pub app_id: String,
    pub scopes: String,
    pub created_at: i64,
    pub expires_at: Option<i64>,
    pub revoked_at: Option<i64>,
    pub grant_id: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A new row.
    pub(crate) fn new(token: &AccessToken) -> Self {
        Self {
            hash: token.hash.to_vec(),
            user_id: token.user.as_str().to_owned(),
            app_id: token.app.as_str().to_owned(),
            scopes: token.scopes.to_string(),
            created_at: token.created_at.as_micros(),
            expires_at: micros(token.expires_at),
            revoked_at: micros(token.revoked_at),
            grant_id: token.grant.as_ref().map(|grant| grant.as_str().to_owned()),
        }
    }

    /// The token in it.
    pub(crate) fn into_token(self) -> Result<AccessToken, StoreError> {
        let row = "a token";
        Ok(AccessToken {
            hash: hash(&self.hash, "hash", row)?,
            user: UserId::parse(&self.user_id).map_err(corrupt("user", row))?,
            app: AppId::parse(&self.app_id).map_err(corrupt("application", row))?,
            grant: match self.grant_id {
                Some(grant) => Some(GrantId::parse(&grant).map_err(corrupt("grant", row))?),
                None => None,
            },
            scopes: Scopes::parse(&self.scopes).map_err(corrupt("scopes", row))?,
            created_at: Timestamp::from_micros(self.created_at),
            expires_at: time(self.expires_at),
            revoked_at: time(self.revoked_at),
        })
    }
}
