//! Looking after the applications one has registered: changes, new secrets, the end, the usage.

use std::time::Duration;

use tintype_domain::{App, AppId, DailyUsage, Day, HourlyLimit, Photo, PhotoUse, Role, User};
use tintype_store::{AppEdit, StoreError};

use super::app_rules::{self, AppError};
use super::{SecretKind, hash};
use crate::Library;

/// What is to change of an application; `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AppChange {
    /// What people call it.
    pub name: Option<String>,
    /// Where it may send people back to.
    pub redirect_uris: Option<Vec<String>>,
    /// The origins whose pages may call with its key.
    pub origins: Option<Vec<String>>,
    /// Its calls in an hour.
    pub limit: Option<HourlyLimit>,
    /// How long its tokens last.
    pub token_lifetime: Option<Option<Duration>>,
    /// Whether somebody learns with it.
    pub is_teaching: Option<bool>,
}

/// What an application did of late.
#[derive(Debug, Clone, PartialEq)]
pub struct AppUsage {
    /// The last 30 days on which it called, the earliest first.
    pub days: Vec<DailyUsage>,
    /// The photos it used, the latest first; those that are gone are left out.
    pub photos: Vec<(Photo, PhotoUse)>,
}

impl Library {
    /// An application that this person may look after: their own, or any for whoever runs the
    /// library.
    pub async fn own_app(&self, user: &User, id: &AppId) -> Result<Option<App>, StoreError> {
        let may = |app: &App| app.owner == user.id || user.role == Role::Administrator;
        Ok(self.store().app(id).await?.filter(|app| app.revoked_at.is_none() && may(app)))
    }

    /// Changes an application; `None` when this person has none of that id.
    pub async fn change_app(
        &self,
        user: &User,
        id: &AppId,
        change: AppChange,
    ) -> Result<Option<App>, AppError> {
        let Some(app) = self.own_app(user, id).await? else { return Ok(None) };
        let by = self.by(user);
        if let Some(limit) = change.limit.filter(|limit| *limit != app.limit) {
            app_rules::check_limit(limit, by)?;
        }
        let uris = |uris| app_rules::redirect_uris(uris, by);
        let edit = AppEdit {
            name: change.name.as_deref().map(app_rules::name).transpose()?,
            secret_hash: None,
            redirect_uris: change.redirect_uris.map(uris).transpose()?,
            origins: change.origins.map(app_rules::origins).transpose()?,
            limit: change.limit,
            token_lifetime: change.token_lifetime.map(app_rules::lifetime).transpose()?,
            is_teaching: change.is_teaching,
        };
        Ok(self.store().edit_app(&app.id, &edit).await?)
    }

    /// Gives an application a new secret, shown this once. The old one is worth nothing from
    /// then on; tokens stay.
    pub async fn rotate_secret(
        &self,
        user: &User,
        id: &AppId,
    ) -> Result<Option<String>, StoreError> {
        let Some(app) = self.own_app(user, id).await? else { return Ok(None) };
        let secret = SecretKind::SecretKey.make(self.chance());
        let edit = AppEdit { secret_hash: Some(hash(&secret)), ..AppEdit::default() };
        Ok(self.store().edit_app(&app.id, &edit).await?.map(|_| secret))
    }

    /// Switches an application off, with all its tokens. `false` when this person has none of
    /// that id.
    pub async fn revoke_own_app(&self, user: &User, id: &AppId) -> Result<bool, StoreError> {
        let Some(app) = self.own_app(user, id).await? else { return Ok(false) };
        self.store().revoke_app(&app.id, self.clock().now()).await
    }

    /// What an application did of late.
    pub async fn app_usage(&self, app: &App) -> Result<AppUsage, StoreError> {
        self.write_usage().await?;
        let today = Day::of(self.clock().now());
        let days = self.store().daily_usage(&app.id, today.back(DAYS_SHOWN - 1), today).await?;
        let used = self.store().photos_used(&app.id, PHOTOS_SHOWN).await?;
        let ids: Vec<_> = used.iter().map(|used| used.photo.clone()).collect();
        let found = self.store().photos_by_ids(&ids).await?;
        let with_photo = |used: PhotoUse| {
            found.iter().find(|photo| photo.id == used.photo).cloned().map(|photo| (photo, used))
        };
        Ok(AppUsage { days, photos: used.into_iter().filter_map(with_photo).collect() })
    }
}

const DAYS_SHOWN: u32 = 30;
const PHOTOS_SHOWN: u32 = 50;
