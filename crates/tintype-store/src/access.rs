//! What lets callers in: applications, tokens, sessions.

use async_trait::async_trait;
use tintype_domain::{AccessKey, AccessToken, App, AppId, Session, Timestamp, UserId};

use crate::StoreError;

/// Applications, tokens and sessions. Secrets are looked up by their SHA-256.
#[async_trait]
pub trait AccessStore: Send + Sync {
    /// The application with this access key, revoked ones too.
    async fn app_by_key(&self, key: &AccessKey) -> Result<Option<App>, StoreError>;

    /// One application.
    async fn app(&self, id: &AppId) -> Result<Option<App>, StoreError>;

    /// All applications of a user, or of everyone, the earliest first.
    async fn apps(&self, owner: Option<&UserId>) -> Result<Vec<App>, StoreError>;

    /// Registers an application. A key that is taken is a conflict.
    async fn insert_app(&self, app: &App) -> Result<(), StoreError>;

    /// Switches an application off, its tokens with it. `false` when there is none.
    async fn revoke_app(&self, id: &AppId, at: Timestamp) -> Result<bool, StoreError>;

    /// The token with this hash, whatever its state.
    async fn token(&self, hash: &[u8; 32]) -> Result<Option<AccessToken>, StoreError>;

    /// Saves a token.
    async fn insert_token(&self, token: &AccessToken) -> Result<(), StoreError>;

    /// Takes a token back. `false` when there is none.
    async fn revoke_token(&self, hash: &[u8; 32], at: Timestamp) -> Result<bool, StoreError>;

    /// The session with this hash.
    async fn session(&self, hash: &[u8; 32]) -> Result<Option<Session>, StoreError>;

    /// Saves a session, or its new `seen_at`.
    async fn save_session(&self, session: &Session) -> Result<(), StoreError>;

    /// Ends a session.
    async fn delete_session(&self, hash: &[u8; 32]) -> Result<(), StoreError>;

    /// Forgets sessions that ended before `at`; says how many.
    async fn sweep_sessions(&self, at: Timestamp) -> Result<u64, StoreError>;
}
