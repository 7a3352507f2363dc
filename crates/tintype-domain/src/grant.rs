//! What stands between a person's consent and a token: codes and refresh tokens.

use crate::{AppId, GrantId, Scopes, Timestamp, UserId};

/// A code that an application exchanges for a token, once and soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorizationCode {
    /// SHA-256 of the code; the code itself was sent once.
    pub hash: [u8; 32],
    /// The consent it stands for.
    pub grant: GrantId,
    /// Who consented.
    pub user: UserId,
    /// To which application.
    pub app: AppId,
    /// To what.
    pub scopes: Scopes,
    /// Where the code was sent; whoever exchanges it must know.
    pub redirect_uri: String,
    /// The S256 challenge of PKCE: SHA-256 of a secret that only the application knows.
    pub challenge: Option<[u8; 32]>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it may be exchanged.
    pub expires_at: Timestamp,
    /// When it was exchanged.
    pub used_at: Option<Timestamp>,
}

/// A token that gets new access tokens. Each is used once; its successor comes with the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// SHA-256 of the token; the token itself was shown once.
    pub hash: [u8; 32],
    /// The consent it came from.
    pub grant: GrantId,
    /// For whom.
    pub user: UserId,
    /// Through which application.
    pub app: AppId,
    /// The most that new access tokens may do.
    pub scopes: Scopes,
    /// When it was given.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// When it was exchanged.
    pub used_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

/// An application that a person lets act for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenAccess {
    /// Which.
    pub app: AppId,
    /// All that its tokens may do together.
    pub scopes: Scopes,
    /// Since when.
    pub since: Timestamp,
}
