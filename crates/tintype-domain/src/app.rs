//! Applications and what they show to get in: access keys, secrets, tokens, sessions.

use std::fmt;
use std::time::Duration;

use crate::{AppId, GrantId, Scopes, Timestamp, UserId};

/// A text that cannot be an access key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an access key has 1 to 128 letters, digits, hyphens or underscores")]
pub struct InvalidKey;

/// Names an application to the API, as in `Authorization: Client-ID <key>`. It is public.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccessKey(String);

impl AccessKey {
    /// Reads a key; it never begins with `-`, so that it can stand on a command line.
    pub fn parse(text: &str) -> Result<Self, InvalidKey> {
        let good = (1..=128).contains(&text.len())
            && !text.starts_with('-')
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if good { Ok(Self(text.to_owned())) } else { Err(InvalidKey) }
    }

    /// As it stands in headers.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How many calls an application has in an hour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HourlyLimit {
    /// What the settings say.
    #[default]
    Default,
    /// So many.
    PerHour(u32),
    /// As many as it likes.
    Unlimited,
}

/// Whether an application can keep a secret.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AppKind {
    /// It runs on a server of its own and shows its secret.
    #[default]
    Confidential,
    /// It runs in browsers or on telephones, where nothing is secret: it must prove by PKCE that
    /// a code was meant for it.
    Public,
}

/// An application that calls the API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    /// Never changes.
    pub id: AppId,
    /// Who answers for it.
    pub owner: UserId,
    /// What people call it.
    pub name: String,
    /// Whether it can keep a secret.
    pub kind: AppKind,
    /// Its public name; stored as it is.
    pub access_key: AccessKey,
    /// SHA-256 of its secret; the secret itself was shown once.
    pub secret_hash: [u8; 32],
    /// Where it may send people back to.
    pub redirect_uris: Vec<String>,
    /// The origins whose pages may call with its key; any when there are none.
    pub origins: Vec<String>,
    /// Its calls in an hour.
    pub limit: HourlyLimit,
    /// How long its tokens last; without end when `None`.
    pub token_lifetime: Option<Duration>,
    /// Whether somebody learns with it: answers are strict, and say what the server did.
    pub is_teaching: bool,
    /// When it was registered.
    pub created_at: Timestamp,
    /// When it was switched off.
    pub revoked_at: Option<Timestamp>,
}

/// A Bearer token: a user lets an application do certain things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessToken {
    /// SHA-256 of the token; the token itself was shown once.
    pub hash: [u8; 32],
    /// For whom it acts.
    pub user: UserId,
    /// Through which application.
    pub app: AppId,
    /// The consent it came from; none when its owner made it by hand.
    pub grant: Option<GrantId>,
    /// What it may do.
    pub scopes: Scopes,
    /// When it was given.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

/// A signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the cookie's value.
    pub hash: [u8; 32],
    /// Who is signed in.
    pub user: UserId,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when, whatever happens.
    pub expires_at: Timestamp,
    /// When it was last used (kept to the minute).
    pub seen_at: Timestamp,
}
