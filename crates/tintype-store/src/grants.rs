//! Consents: codes, refresh tokens, and the tokens that came from them.

use async_trait::async_trait;
use tintype_domain::{
    AccessToken, AppId, AuthorizationCode, GivenAccess, GrantId, RefreshToken, Timestamp, UserId,
};

use crate::StoreError;

/// What people let applications do. Codes and tokens are looked up by their SHA-256.
#[async_trait]
pub trait GrantStore: Send + Sync {
    /// Saves a code.
    async fn insert_code(&self, code: &AuthorizationCode) -> Result<(), StoreError>;

    /// The code with this hash, whatever its state.
    async fn code(&self, hash: &[u8; 32]) -> Result<Option<AuthorizationCode>, StoreError>;

    /// Exchanges a code for the tokens in `given`, which are saved with it. `false`, and nothing
    /// is saved, when it was exchanged before or is gone.
    async fn redeem_code(
        &self,
        hash: &[u8; 32],
        given: &GivenTokens,
        at: Timestamp,
    ) -> Result<bool, StoreError>;

    /// The refresh token with this hash, whatever its state.
    async fn refresh_token(&self, hash: &[u8; 32]) -> Result<Option<RefreshToken>, StoreError>;

    /// Exchanges a refresh token for the tokens in `given`; the access tokens that came from the
    /// same consent before end. `false`, and nothing changes, when it was exchanged or taken back.
    async fn rotate_refresh_token(
        &self,
        hash: &[u8; 32],
        given: &GivenTokens,
        at: Timestamp,
    ) -> Result<bool, StoreError>;

    /// Takes back all tokens that came from a consent.
    async fn revoke_grant(&self, grant: &GrantId, at: Timestamp) -> Result<(), StoreError>;

    /// The applications that hold a living token for a user, the earliest first.
    async fn access_given_by(
        &self,
        user: &UserId,
        now: Timestamp,
    ) -> Result<Vec<GivenAccess>, StoreError>;

    /// Takes back all that a user let an application do, codes on their way included.
    async fn revoke_access(
        &self,
        user: &UserId,
        app: &AppId,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Forgets codes and refresh tokens that ended before `before`; says how many.
    async fn sweep_grants(&self, before: Timestamp) -> Result<u64, StoreError>;
}

/// Tokens that are given together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenTokens {
    /// For calls.
    pub access: AccessToken,
    /// For the next access token.
    pub refresh: RefreshToken,
}
