//! Registering applications and giving tokens. Secrets are shown once and kept as hashes.

use tintype_domain::{AccessKey, AccessToken, App, AppId, HourlyLimit, InvalidKey, Scopes, User};
use tintype_store::StoreError;

use super::{SecretKind, hash};
use crate::Library;

/// What an application is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppRequest {
    /// What people call it.
    pub name: String,
    /// Where it may send people back to.
    pub redirect_uris: Vec<String>,
    /// Its calls in an hour.
    pub limit: HourlyLimit,
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
    /// Registers an application for `owner`.
    pub async fn register_app(
        &self,
        owner: &User,
        request: AppRequest,
    ) -> Result<NewApp, StoreError> {
        let secret_key = SecretKind::SecretKey.make(self.chance());
        let made_up = || AccessKey::parse(&SecretKind::AccessKey.make(self.chance()));
        let access_key = match request.access_key {
            Some(key) => key,
            None => made_up().map_err(|InvalidKey| StoreError::Conflict("access key"))?,
        };
        let app = App {
            id: AppId::random(self.chance()),
            owner: owner.id.clone(),
            name: request.name,
            access_key,
            secret_hash: hash(&secret_key),
            redirect_uris: request.redirect_uris,
            limit: request.limit,
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
            scopes,
            created_at: self.clock().now(),
            expires_at: None,
            revoked_at: None,
        };
        self.store().insert_token(&token).await?;
        Ok(NewToken { token, access_token })
    }
}
