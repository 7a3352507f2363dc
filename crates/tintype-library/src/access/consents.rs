//! A person lets an application act for them, and takes it back.

use std::time::Duration;

use tintype_domain::{App, AppId, AuthorizationCode, GivenAccess, GrantId, Scopes, User};
use tintype_store::StoreError;

use super::app_rules::OUT_OF_BAND;
use super::{SecretKind, hash};
use crate::Library;

/// What a person agrees to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// What the application may do.
    pub scopes: Scopes,
    /// Where the code is sent.
    pub redirect_uri: String,
    /// The S256 challenge that came with the wish.
    pub challenge: Option<[u8; 32]>,
}

impl Library {
    /// Makes a code for an application that a person agreed to; it is told this once.
    pub async fn consent(
        &self,
        user: &User,
        app: &App,
        consent: Consent,
    ) -> Result<String, StoreError> {
        let code = SecretKind::Code.make(self.chance());
        let now = self.clock().now();
        let row = AuthorizationCode {
            hash: hash(&code),
            grant: GrantId::random(self.chance()),
            user: user.id.clone(),
            app: app.id.clone(),
            scopes: consent.scopes,
            redirect_uri: consent.redirect_uri,
            challenge: consent.challenge,
            created_at: now,
            expires_at: now.plus(CODE_LIFETIME),
            used_at: None,
        };
        self.store().insert_code(&row).await?;
        Ok(code)
    }

    /// Whether a text may be a code, told by its looks alone.
    pub fn looks_like_code(text: &str) -> bool {
        SecretKind::Code.looks_like(text)
    }

    /// Whether an application may send people there: to an address it registered, letter by
    /// letter, or nowhere, so that they carry the code over themselves.
    pub fn may_redirect(app: &App, uri: &str) -> bool {
        uri == OUT_OF_BAND || app.redirect_uris.iter().any(|registered| registered == uri)
    }

    /// The applications that a person lets act for them.
    pub async fn access_given_by(&self, user: &User) -> Result<Vec<GivenAccess>, StoreError> {
        self.store().access_given_by(&user.id, self.clock().now()).await
    }

    /// Takes back all that a person let an application do.
    pub async fn withdraw_access(&self, user: &User, app: &AppId) -> Result<(), StoreError> {
        self.store().revoke_access(&user.id, app, self.clock().now()).await
    }
}

/// Codes travel through browsers and their histories, so they are of use for a moment only.
const CODE_LIFETIME: Duration = Duration::from_mins(1);
