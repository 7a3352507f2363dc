//! What lets callers in: applications, tokens, sessions.

use std::time::Duration;

use async_trait::async_trait;
use tintype_domain::{AccessKey, AccessToken, App, AppId, HourlyLimit, Session, Timestamp, UserId};

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

    /// Changes what the edit names. `None` when there is no such application.
    async fn edit_app(&self, id: &AppId, edit: &AppEdit) -> Result<Option<App>, StoreError>;

    /// Switches an application off; its codes and tokens go with it. `false` when there is none.
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

/// What changes of an application; `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AppEdit {
    /// What people call it.
    pub name: Option<String>,
    /// SHA-256 of a new secret; the old one is worth nothing from then on.
    pub secret_hash: Option<[u8; 32]>,
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
