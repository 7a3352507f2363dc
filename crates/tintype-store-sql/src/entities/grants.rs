//! Rows of codes and refresh tokens, read and written by hand: they have no life of their own.

use sea_orm::{FromQueryResult, Value};
use tintype_domain::{AppId, AuthorizationCode, GrantId, RefreshToken, Scopes, Timestamp, UserId};
use tintype_store::StoreError;

use super::{corrupt, hash, micros, time};

/// A row of `oauth_codes`.
#[derive(Debug, FromQueryResult)]
pub(crate) struct CodeRow {
    hash: Vec<u8>,
    grant_id: String,
    user_id: String,
    app_id: String,
    scopes: String,
    redirect_uri: String,
    challenge: Option<Vec<u8>>,
    created_at: i64,
    expires_at: i64,
    used_at: Option<i64>,
}

impl CodeRow {
    /// The code in it.
    pub(crate) fn into_code(self) -> Result<AuthorizationCode, StoreError> {
        let row = "a code";
        Ok(AuthorizationCode {
            hash: hash(&self.hash, "hash", row)?,
            grant: GrantId::parse(&self.grant_id).map_err(corrupt("grant", row))?,
            user: UserId::parse(&self.user_id).map_err(corrupt("user", row))?,
            app: AppId::parse(&self.app_id).map_err(corrupt("application", row))?,
            scopes: Scopes::parse(&self.scopes).map_err(corrupt("scopes", row))?,
            redirect_uri: self.redirect_uri,
            challenge: self
                .challenge
                .map(|challenge| hash(&challenge, "challenge", row))
                .transpose()?,
            created_at: Timestamp::from_micros(self.created_at),
            expires_at: Timestamp::from_micros(self.expires_at),
            used_at: time(self.used_at),
        })
    }
}

/// A row of `refresh_tokens`.
#[derive(Debug, FromQueryResult)]
pub(crate) struct RefreshRow {
    hash: Vec<u8>,
    grant_id: String,
    user_id: String,
    app_id: String,
    scopes: String,
    created_at: i64,
    expires_at: i64,
    used_at: Option<i64>,
    revoked_at: Option<i64>,
}

impl RefreshRow {
    /// The token in it.
    pub(crate) fn into_token(self) -> Result<RefreshToken, StoreError> {
        let row = "a refresh token";
        Ok(RefreshToken {
            hash: hash(&self.hash, "hash", row)?,
            grant: GrantId::parse(&self.grant_id).map_err(corrupt("grant", row))?,
            user: UserId::parse(&self.user_id).map_err(corrupt("user", row))?,
            app: AppId::parse(&self.app_id).map_err(corrupt("application", row))?,
            scopes: Scopes::parse(&self.scopes).map_err(corrupt("scopes", row))?,
            created_at: Timestamp::from_micros(self.created_at),
            expires_at: Timestamp::from_micros(self.expires_at),
            used_at: time(self.used_at),
            revoked_at: time(self.revoked_at),
        })
    }
}

/// The values of a new row of `oauth_codes`, in the order of its columns.
pub(crate) fn code_values(code: &AuthorizationCode) -> [Value; 10] {
    [
        code.hash.to_vec().into(),
        code.grant.as_str().into(),
        code.user.as_str().into(),
        code.app.as_str().into(),
        code.scopes.to_string().into(),
        code.redirect_uri.as_str().into(),
        code.challenge.map(|challenge| challenge.to_vec()).into(),
        code.created_at.as_micros().into(),
        code.expires_at.as_micros().into(),
        micros(code.used_at).into(),
    ]
}

/// The values of a new row of `refresh_tokens`, in the order of its columns.
pub(crate) fn refresh_values(token: &RefreshToken) -> [Value; 9] {
    [
        token.hash.to_vec().into(),
        token.grant.as_str().into(),
        token.user.as_str().into(),
        token.app.as_str().into(),
        token.scopes.to_string().into(),
        token.created_at.as_micros().into(),
        token.expires_at.as_micros().into(),
        micros(token.used_at).into(),
        micros(token.revoked_at).into(),
    ]
}
