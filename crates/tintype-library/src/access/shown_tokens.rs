//! An application shows a token of its own, to have it ended or described.

use tintype_domain::{App, Scopes, Timestamp, User};
use tintype_store::StoreError;

use super::{GrantError, SecretKind, hash};
use crate::Library;

/// What there is to say of a token that lives.
#[derive(Debug, Clone, PartialEq)]
pub struct Introspection {
    /// For whom it acts.
    pub user: User,
    /// What it may do.
    pub scopes: Scopes,
    /// When it was given.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
    /// Whether it is one for calls, not one for new tokens.
    pub is_access_token: bool,
}

impl Library {
    /// Ends a token: an access token alone, a refresh token with all that came from the same
    /// consent. What is unknown, or another application's, is left as it is.
    pub async fn revoke_shown(&self, client: &App, token: &str) -> Result<(), StoreError> {
        let now = self.clock().now();
        if SecretKind::AccessToken.looks_like(token) {
            let found = self.store().token(&hash(token)).await?;
            if let Some(token) = found.filter(|token| token.app == client.id) {
                self.store().revoke_token(&token.hash, now).await?;
            }
            return Ok(());
        }
        match self.refresh_token_for(client, token).await {
            Ok(token) => self.store().revoke_grant(&token.grant, now).await,
            Err(GrantError::Store(error)) => Err(error),
            Err(_) => Ok(()),
        }
    }

    /// What a token of this application may do, while it may.
    pub async fn introspect(
        &self,
        client: &App,
        token: &str,
    ) -> Result<Option<Introspection>, StoreError> {
        if SecretKind::AccessToken.looks_like(token) {
            let found = self.bearer(token).await?.filter(|bearer| bearer.app.id == client.id);
            return Ok(found.map(|bearer| Introspection {
                user: bearer.user,
                scopes: bearer.token.scopes,
                created_at: bearer.token.created_at,
                expires_at: bearer.token.expires_at,
                is_access_token: true,
            }));
        }
        let token = match self.refresh_token_for(client, token).await {
            Ok(token) => token,
            Err(GrantError::Store(error)) => return Err(error),
            Err(_) => return Ok(None),
        };
        let lives = token.used_at.is_none()
            && token.revoked_at.is_none()
            && self.clock().now() < token.expires_at;
        let user = self.store().user(&token.user).await?.filter(|user| user.disabled_at.is_none());
        Ok(user.filter(|_| lives).map(|user| Introspection {
            user,
            scopes: token.scopes,
            created_at: token.created_at,
            expires_at: Some(token.expires_at),
            is_access_token: false,
        }))
    }
}
