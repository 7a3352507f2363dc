//! Codes and refresh tokens become access tokens, each once. What is brought a second time was
//! stolen from someone, so all that came from the same consent ends.

use std::time::Duration;

use tintype_domain::{
    AccessToken, App, AuthorizationCode, GrantId, RefreshToken, Scopes, Timestamp, User, UserId,
};
use tintype_store::{GivenTokens, StoreError};

use super::{SecretKind, hash, is_same};
use crate::Library;

/// Tokens just given, told this once.
#[derive(Clone, PartialEq)]
pub struct GrantedTokens {
    /// For calls.
    pub access_token: String,
    /// For the next access token.
    pub refresh_token: String,
    /// The facts of the access token.
    pub token: AccessToken,
    /// For whom.
    pub user: User,
}

/// Why no tokens were given.
#[derive(Debug, thiserror::Error)]
pub enum GrantError {
    /// There is no such code or token, or it belongs to another application.
    #[error("the code or token is unknown")]
    Unknown,
    /// Its time is over, or it was taken back.
    #[error("the code or token has ended")]
    Ended,
    /// It was used before; what came from it has ended now too.
    #[error("the code or token was used before")]
    UsedBefore,
    /// Not the address that the code was sent to.
    #[error("the redirect_uri is not the one that the code was sent to")]
    OtherRedirect,
    /// PKCE failed: the proof is missing, wrong, or was not announced.
    #[error("the code_verifier does not fit")]
    Verifier,
    /// More was asked for than the person agreed to.
    #[error("more scopes than were agreed to")]
    TooMuch,
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// One consent, as far as new tokens need it.
struct From<'a> {
    grant: &'a GrantId,
    user: &'a UserId,
    /// Of the refresh token, and the most of the access token.
    scopes: Scopes,
}

impl Library {
    /// Exchanges a code.
    pub async fn exchange_code(
        &self,
        client: &App,
        code: &str,
        redirect_uri: &str,
        verifier: Option<&str>,
    ) -> Result<GrantedTokens, GrantError> {
        let code = self.code_for(client, code).await?;
        if code.used_at.is_some() {
            return self.end_all_of(&code.grant).await;
        }
        let now = self.clock().now();
        if now >= code.expires_at {
            return Err(GrantError::Ended);
        }
        if code.redirect_uri != redirect_uri {
            return Err(GrantError::OtherRedirect);
        }
        if !is_proven(code.challenge.as_ref(), verifier) {
            return Err(GrantError::Verifier);
        }
        let from = From { grant: &code.grant, user: &code.user, scopes: code.scopes };
        let (granted, given) = self.prepare(client, &from, code.scopes, now).await?;
        if self.store().redeem_code(&code.hash, &given, now).await? {
            Ok(granted)
        } else {
            self.end_all_of(&code.grant).await
        }
    }

    /// Exchanges a refresh token for a new pair; `scopes` may be fewer than were agreed to.
    pub async fn refresh(
        &self,
        client: &App,
        token: &str,
        scopes: Option<Scopes>,
    ) -> Result<GrantedTokens, GrantError> {
        let old = self.refresh_token_for(client, token).await?;
        if old.used_at.is_some() {
            return self.end_all_of(&old.grant).await;
        }
        let now = self.clock().now();
        if old.revoked_at.is_some() || now >= old.expires_at {
            return Err(GrantError::Ended);
        }
        let scopes = scopes.unwrap_or(old.scopes);
        if !old.scopes.contain(scopes) {
            return Err(GrantError::TooMuch);
        }
        let from = From { grant: &old.grant, user: &old.user, scopes: old.scopes };
        let (granted, given) = self.prepare(client, &from, scopes, now).await?;
        if self.store().rotate_refresh_token(&old.hash, &given, now).await? {
            Ok(granted)
        } else {
            self.end_all_of(&old.grant).await
        }
    }

    async fn code_for(&self, client: &App, code: &str) -> Result<AuthorizationCode, GrantError> {
        if !SecretKind::Code.looks_like(code) {
            return Err(GrantError::Unknown);
        }
        let found = self.store().code(&hash(code)).await?;
        found.filter(|code| code.app == client.id).ok_or(GrantError::Unknown)
    }

    pub(super) async fn refresh_token_for(
        &self,
        client: &App,
        token: &str,
    ) -> Result<RefreshToken, GrantError> {
        if !SecretKind::RefreshToken.looks_like(token) {
            return Err(GrantError::Unknown);
        }
        let found = self.store().refresh_token(&hash(token)).await?;
        found.filter(|token| token.app == client.id).ok_or(GrantError::Unknown)
    }

    async fn end_all_of<T>(&self, grant: &GrantId) -> Result<T, GrantError> {
        self.store().revoke_grant(grant, self.clock().now()).await?;
        Err(GrantError::UsedBefore)
    }

    /// A new pair, not yet saved.
    async fn prepare(
        &self,
        client: &App,
        from: &From<'_>,
        scopes: Scopes,
        now: Timestamp,
    ) -> Result<(GrantedTokens, GivenTokens), GrantError> {
        let user = self.store().user(from.user).await?;
        let user = user.filter(|user| user.disabled_at.is_none()).ok_or(GrantError::Ended)?;
        let access_token = SecretKind::AccessToken.make(self.chance());
        let refresh_token = SecretKind::RefreshToken.make(self.chance());
        let access = AccessToken {
            hash: hash(&access_token),
            user: user.id.clone(),
            app: client.id.clone(),
            grant: Some(from.grant.clone()),
            scopes,
            created_at: now,
            expires_at: client.token_lifetime.map(|lifetime| now.plus(lifetime)),
            revoked_at: None,
        };
        let refresh = RefreshToken {
            hash: hash(&refresh_token),
            grant: from.grant.clone(),
            user: user.id.clone(),
            app: client.id.clone(),
            scopes: from.scopes,
            created_at: now,
            expires_at: now.plus(REFRESH_LIFETIME),
            used_at: None,
            revoked_at: None,
        };
        let granted = GrantedTokens { access_token, refresh_token, token: access.clone(), user };
        Ok((granted, GivenTokens { access, refresh }))
    }
}

/// PKCE (RFC 7636, S256). A verifier without a challenge is refused too: someone took the
/// challenge out on the way.
fn is_proven(challenge: Option<&[u8; 32]>, verifier: Option<&str>) -> bool {
    let is_well_formed = |verifier: &str| {
        let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        (43..=128).contains(&verifier.len()) && verifier.bytes().all(is_unreserved)
    };
    match (challenge, verifier) {
        (None, None) => true,
        (Some(challenge), Some(verifier)) => {
            is_well_formed(verifier) && is_same(&hash(verifier), challenge)
        }
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// A refresh token that nobody used for a year is forgotten.
const REFRESH_LIFETIME: Duration = Duration::from_hours(24 * 365);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proof_of_the_standard_is_taken() {
        // RFC 7636, appendix B.
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        let challenge = hash(verifier);
        assert!(is_proven(Some(&challenge), Some(verifier)));
        assert!(is_proven(None, None));
        assert!(!is_proven(Some(&challenge), None));
        assert!(!is_proven(None, Some(verifier)));
        let short = "a".repeat(42);
        assert!(!is_proven(Some(&hash(&short)), Some(&short)));
    }
}
