//! Rows of applications.

use sea_orm::entity::prelude::*;
use tintype_domain::{AccessKey, App, AppId, HourlyLimit, Timestamp, UserId};
use tintype_store::StoreError;

use super::{corrupt, hash, micros, time};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "apps")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub owner_id: String,
    pub name: String,
    pub access_key: String,
    pub secret_hash: Vec<u8>,
    pub redirect_uris: String,
    pub per_hour: Option<i64>,
    pub created_at: i64,
    pub revoked_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Stands for "as many as it likes"; no application has fewer than no calls.
const UNLIMITED: i64 = -1;

impl Model {
    /// A new row.
    pub(crate) fn new(app: &App) -> Self {
        Self {
            id: app.id.as_str().to_owned(),
            owner_id: app.owner.as_str().to_owned(),
            name: app.name.clone(),
            access_key: app.access_key.as_str().to_owned(),
            secret_hash: app.secret_hash.to_vec(),
            redirect_uris: serde_json::Value::from(app.redirect_uris.clone()).to_string(),
            per_hour: match app.limit {
                HourlyLimit::Default => None,
                HourlyLimit::PerHour(calls) => Some(i64::from(calls)),
                HourlyLimit::Unlimited => Some(UNLIMITED),
            },
            created_at: app.created_at.as_micros(),
            revoked_at: micros(app.revoked_at),
        }
    }

    /// The application in it.
    pub(crate) fn into_app(self) -> Result<App, StoreError> {
        let row = self.id.as_str();
        let uris = serde_json::from_str(&self.redirect_uris).map_err(corrupt("addresses", row))?;
        Ok(App {
            id: AppId::parse(row).map_err(corrupt("id", row))?,
            owner: UserId::parse(&self.owner_id).map_err(corrupt("owner", row))?,
            name: self.name,
            access_key: AccessKey::parse(&self.access_key).map_err(corrupt("access key", row))?,
            secret_hash: hash(&self.secret_hash, "secret", row)?,
            redirect_uris: uris,
            limit: match self.per_hour {
                None => HourlyLimit::Default,
                Some(UNLIMITED) => HourlyLimit::Unlimited,
                Some(calls) => {
                    HourlyLimit::PerHour(u32::try_from(calls).map_err(corrupt("limit", row))?)
                }
            },
            created_at: Timestamp::from_micros(self.created_at),
            revoked_at: time(self.revoked_at),
        })
    }
}
