//! Rows of signed-in browsers.

use sea_orm::entity::prelude::*;
use tintype_domain::{Session, Timestamp, UserId};
use tintype_store::StoreError;

use super::{corrupt, hash};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: Vec<u8>,
    pub user_id: String,
    pub created_at: i64,
    pub expires_at: i64,
    pub seen_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A new row.
    pub(crate) fn new(session: &Session) -> Self {
        Self {
            hash: session.hash.to_vec(),
            user_id: session.user.as_str().to_owned(),
            created_at: session.created_at.as_micros(),
            expires_at: session.expires_at.as_micros(),
            seen_at: session.seen_at.as_micros(),
        }
    }

    /// The session in it.
    pub(crate) fn into_session(self) -> Result<Session, StoreError> {
        let row = "a session";
        Ok(Session {
            hash: hash(&self.hash, "hash", row)?,
            user: UserId::parse(&self.user_id).map_err(corrupt("user", row))?,
            created_at: Timestamp::from_micros(self.created_at),
            expires_at: Timestamp::from_micros(self.expires_at),
            seen_at: Timestamp::from_micros(self.seen_at),
        })
    }
}
