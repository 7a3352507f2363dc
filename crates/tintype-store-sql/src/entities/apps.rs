//! Rows of applications.

use std::time::Duration;

use sea_orm::entity::prelude::*;
use tintype_domain::{AccessKey, App, AppId, AppKind, HourlyLimit, Timestamp, UserId};
use tintype_store::{AppEdit, StoreError};

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
    pub is_public: i16,
    pub origins: Option<String>,
    pub token_seconds: Option<i64>,
    pub is_teaching: i16,
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
            redirect_uris: list(&app.redirect_uris),
            per_hour: per_hour(app.limit),
            created_at: app.created_at.as_micros(),
            revoked_at: micros(app.revoked_at),
            is_public: i16::from(app.kind == AppKind::Public),
            origins: Some(list(&app.origins)),
            token_seconds: seconds(app.token_lifetime),
            is_teaching: i16::from(app.is_teaching),
        }
    }

    /// Lays an edit over it.
    pub(crate) fn apply(&mut self, edit: &AppEdit) {
        if let Some(name) = &edit.name {
            self.name.clone_from(name);
        }
        if let Some(hash) = &edit.secret_hash {
            self.secret_hash = hash.to_vec();
        }
        if let Some(uris) = &edit.redirect_uris {
            self.redirect_uris = list(uris);
        }
        if let Some(origins) = &edit.origins {
            self.origins = Some(list(origins));
        }
        if let Some(limit) = edit.limit {
            self.per_hour = per_hour(limit);
        }
        if let Some(lifetime) = edit.token_lifetime {
            self.token_seconds = seconds(lifetime);
        }
        if let Some(is_teaching) = edit.is_teaching {
            self.is_teaching = i16::from(is_teaching);
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
            kind: if self.is_public == 0 { AppKind::Confidential } else { AppKind::Public },
            origins: match &self.origins {
                Some(list) => serde_json::from_str(list).map_err(corrupt("origins", row))?,
                None => Vec::new(),
            },
            token_lifetime: match self.token_seconds {
                Some(seconds) => Some(Duration::from_secs(
                    u64::try_from(seconds).map_err(corrupt("token lifetime", row))?,
                )),
                None => None,
            },
            is_teaching: self.is_teaching != 0,
            created_at: Timestamp::from_micros(self.created_at),
            revoked_at: time(self.revoked_at),
        })
    }
}

fn list(texts: &[String]) -> String {
    serde_json::Value::from(texts.to_vec()).to_string()
}

fn per_hour(limit: HourlyLimit) -> Option<i64> {
    match limit {
        HourlyLimit::Default => None,
        HourlyLimit::PerHour(calls) => Some(i64::from(calls)),
        HourlyLimit::Unlimited => Some(UNLIMITED),
    }
}

fn seconds(lifetime: Option<Duration>) -> Option<i64> {
    lifetime.map(|lifetime| lifetime.as_secs() as i64)
}
