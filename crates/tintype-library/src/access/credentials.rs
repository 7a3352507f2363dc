//! Registering applications and giving tokens. Secrets are shown once and kept as hashes.

use std::time::Duration;

use tintype_domain::{
    AccessKey, AccessToken, App, AppId, AppKind, HourlyLimit, InvalidKey, Role, Scopes, User,
};
use tintype_store::StoreError;

use super::app_rules::{self, AppError, By};
use super::{SecretKind, hash};
use crate::Library;

/// What an application is to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AppRequest {
    /// What people call it.
    pub name: String,
    /// Whether it can keep a secret.
    pub kind: AppKind,
    /// Where it may send people back to.
    pub redirect_uris: Vec<String>,
    /// The origins whose pages may call with its key; any when there are none.
    pub origins: Vec<String>,
    /// Its calls in an hour.
    pub limit: HourlyLimit,
    /// How long its tokens last; without end when `None`.
    pub token_lifetime: Option<Duration>,
    /// Whether somebody learns with it.
    pub is_teaching: bool,
    /// A key of its owner's choice, for scripts that know it beforehand; made up when `None`.
    pub access_key: Option<AccessKey>,
}

/// An application just registered.
#[derive(Clone, PartialEq, Eq)]
pub struct NewApp {
    /// The application.
    pub app: App,
    /// Its secret, shown this once.
    pub secret_key: String,
}

/// A token just given.
#[derive(Clone, PartialEq, Eq)]
pub struct NewToken {
    /// The token's facts.
    pub token: AccessToken,
    /// The token itself, shown this once.
    pub access_token: String,
}

impl Library {
    /// Registers an application for `owner`, as whoever runs the library wishes.
    pub async fn register_app(
        &self,
        owner: &User,
        request: AppRequest,
    ) -> Result<NewApp, AppError> {
        self.register(owner, request, By::Operator).await
    }

    /// Registers an application of one's own: within the limits of everybody, unless one runs
    /// the library.
    pub async fn register_own_app(
        &self,
        owner: &User,
        request: AppRequest,
    ) -> Result<NewApp, AppError> {
        let by = self.by(owner);
        if by != By::Operator {
            let apps = self.store().apps(Some(&owner.id)).await?;
            if apps.iter().filter(|app| app.revoked_at.is_none()).count() >= MOST_APPS {
                return Err(AppError::TooMany { most: MOST_APPS });
            }
        }
        self.register(owner, AppRequest { access_key: None, ..request }, by).await
    }

    pub(super) fn by(&self, user: &User) -> By {
        if user.role == Role::Administrator {
            By::Operator
        } else {
            By::Owner { per_hour: self.settings().rate_limit.per_hour }
        }
    }

    async fn register(
        &self,
        owner: &User,
        request: AppRequest,
        by: By,
    ) -> Result<NewApp, AppError> {
        app_rules::check_limit(request.limit, by)?;
        let secret_key = SecretKind::SecretKey.make(self.chance());
        let made_up = || AccessKey::parse(&SecretKind::AccessKey.make(self.chance()));
        let access_key = match request.access_key {
            Some(key) => key,
            None => made_up().map_err(|InvalidKey| StoreError::Conflict("access key"))?,
        };
        let app = App {
            id: AppId::random(self.chance()),
            owner: owner.id.clone(),
            name: app_rules::name(&request.name)?,
            kind: request.kind,
            access_key,
            secret_hash: hash(&secret_key),
            redirect_uris: app_rules::redirect_uris(request.redirect_uris, by)?,
            origins: app_rules::origins(request.origins)?,
            limit: request.limit,
            token_lifetime: app_rules::lifetime(request.token_lifetime)?,
            is_teaching: request.is_teaching,
            created_at: self.clock().now(),
            revoked_at: None,
        };
        self.store().insert_app(&app).await?;
        Ok(NewApp { app, secret_key })
    }

    /// Gives a token: `app` may act for `user` within `scopes`.
    pub async fn give_token(
        &self,
        user: &User,
        app: &App,
        scopes: Scopes,
    ) -> Result<NewToken, StoreError> {
        let access_token = SecretKind::AccessToken.make(self.chance());
        let token = AccessToken {
            hash: hash(&access_token),
            user: user.id.clone(),
            app: app.id.clone(),
            grant: None,
            scopes,
            created_at: self.clock().now(),
            expires_at: None,
            revoked_at: None,
        };
        self.store().insert_token(&token).await?;
        Ok(NewToken { token, access_token })
    }
}

/// Applications that are not switched off, of one person.
const MOST_APPS: usize = 100;
