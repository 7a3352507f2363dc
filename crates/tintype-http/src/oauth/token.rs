//! `POST /oauth/token`: codes and refresh tokens become access tokens.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use tintype_domain::Scopes;
use tintype_library::GrantedTokens;

use super::client::authenticate;
use super::error::{OAuthError, unkept};
use super::form::Form;
use crate::App;

/// `POST /oauth/token`.
pub(crate) async fn give(
    State(app): State<App>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, OAuthError> {
    let grant_type = form.need("grant_type")?;
    let client = authenticate(&app, &headers, &form).await?;
    let granted = match grant_type {
        "authorization_code" => {
            let (code, uri) = (form.need("code")?, form.need("redirect_uri")?);
            let verifier = form.get("code_verifier");
            app.library().exchange_code(&client, code, uri, verifier).await?
        }
        "refresh_token" => {
            let token = form.need("refresh_token")?;
            let scopes = form.get("scope").map(read_scopes).transpose()?;
            app.library().refresh(&client, token, scopes).await?
        }
        _ => return Err(OAuthError::UnsupportedGrantType),
    };
    Ok(unkept(&TokenAnswer::of(&granted)))
}

/// Reads scopes; an unknown one is an error here, for nothing should be given by mistake.
pub(super) fn read_scopes(text: &str) -> Result<Scopes, OAuthError> {
    Scopes::parse(text).map_err(|error| OAuthError::InvalidScope(format!("{error}.").into()))
}

/// Tokens as the wire contract has them (section 7).
#[derive(Serialize)]
struct TokenAnswer<'a> {
    access_token: &'a str,
    token_type: &'static str,
    refresh_token: &'a str,
    scope: String,
    created_at: i64,
    /// Only for applications that want their tokens to end.
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_in: Option<i64>,
    user_id: &'a str,
    username: &'a str,
}

impl<'a> TokenAnswer<'a> {
    fn of(granted: &'a GrantedTokens) -> Self {
        let token = &granted.token;
        let created_at = token.created_at.as_seconds();
        Self {
            access_token: &granted.access_token,
            token_type: "bearer",
            refresh_token: &granted.refresh_token,
            scope: token.scopes.to_string(),
            created_at,
            expires_in: token.expires_at.map(|end| end.as_seconds() - created_at),
            user_id: granted.user.id.as_str(),
            username: granted.user.username.as_str(),
        }
    }
}
