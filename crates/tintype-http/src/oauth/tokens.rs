//! `POST /oauth/revoke` and `POST /oauth/introspect`: what an application may do with its tokens.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Serialize;
use tintype_domain::AppKind;
use tintype_library::Introspection;

use super::client::authenticate;
use super::error::{OAuthError, unkept};
use super::form::Form;
use crate::App;

/// `POST /oauth/revoke`. An unknown token is as good as revoked, so it is no error (RFC 7009).
pub(crate) async fn revoke(
    State(app): State<App>,
    headers: HeaderMap,
    form: Form,
) -> Result<StatusCode, OAuthError> {
    let client = authenticate(&app, &headers, &form).await?;
    app.library().revoke_shown(&client, form.need("token")?).await?;
    Ok(StatusCode::OK)
}

/// `POST /oauth/introspect`: for applications with a secret, of their own tokens. Of all others
/// it says that they are not active, and no more.
pub(crate) async fn introspect(
    State(app): State<App>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, OAuthError> {
    let client = authenticate(&app, &headers, &form).await?;
    if client.kind == AppKind::Public {
        return Err(OAuthError::UnauthorizedClient("Introspection needs a secret."));
    }
    let found = app.library().introspect(&client, form.need("token")?).await?;
    let answer = found.map_or_else(TokenState::default, |token| {
        TokenState::active(&token, client.access_key.as_str())
    });
    Ok(unkept(&answer))
}

/// A token as RFC 7662 describes it.
#[derive(Default, Serialize)]
struct TokenState {
    active: bool,
    #[serde(flatten)]
    facts: Option<TokenFacts>,
}

#[derive(Serialize)]
struct TokenFacts {
    scope: String,
    client_id: String,
    username: String,
    sub: String,
    token_type: &'static str,
    iat: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    exp: Option<i64>,
}

impl TokenState {
    fn active(token: &Introspection, client_id: &str) -> Self {
        let facts = TokenFacts {
            scope: token.scopes.to_string(),
            client_id: client_id.to_owned(),
            username: token.user.username.to_string(),
            sub: token.user.id.to_string(),
            token_type: if token.is_access_token { "bearer" } else { "refresh_token" },
            iat: token.created_at.as_seconds(),
            exp: token.expires_at.map(tintype_domain::Timestamp::as_seconds),
        };
        Self { active: true, facts: Some(facts) }
    }
}
