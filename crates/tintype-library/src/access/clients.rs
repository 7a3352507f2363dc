//! Whether an application that wants tokens is the one it says it is.

use tintype_domain::{AccessKey, App, AppKind};
use tintype_store::StoreError;

use super::{hash, is_same};
use crate::Library;

/// Why an application was not believed.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// No application has this key, or it was switched off.
    #[error("no application has this key")]
    Unknown,
    /// It has a secret and did not show it, or showed another; or it has none and showed one.
    #[error("the secret is wrong or missing")]
    WrongSecret,
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Library {
    /// The application behind a key, if it proves to be it: by its secret, when it can keep one.
    pub async fn client(&self, key: &str, secret: Option<&str>) -> Result<App, ClientError> {
        let key = AccessKey::parse(key).map_err(|_| ClientError::Unknown)?;
        let app = self.app_by_key(&key).await?.ok_or(ClientError::Unknown)?;
        let is_proven = match (app.kind, secret) {
            (AppKind::Public, None) => true,
            (AppKind::Confidential, Some(secret)) => is_same(&hash(secret), &app.secret_hash),
            (AppKind::Public, Some(_)) | (AppKind::Confidential, None) => false,
        };
        if is_proven { Ok(app) } else { Err(ClientError::WrongSecret) }
    }
}
