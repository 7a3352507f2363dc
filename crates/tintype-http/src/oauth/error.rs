//! Errors as RFC 6749 writes them: `{"error", "error_description"}`.

use std::borrow::Cow;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tintype_library::{ClientError, GrantError};
use tintype_store::StoreError;

use crate::ApiError;
use crate::answer::{APPLICATION_JSON, Unkept};

/// Why an application got no token.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OAuthError {
    /// Something is missing, doubled or unreadable.
    #[error("{0}")]
    InvalidRequest(Cow<'static, str>),
    /// The application is unknown, or did not prove to be it.
    #[error("The application is unknown, or its secret is wrong or missing.")]
    InvalidClient,
    /// The code or token is of no use.
    #[error("{0}")]
    InvalidGrant(Cow<'static, str>),
    /// This application may not ask for that.
    #[error("{0}")]
    UnauthorizedClient(&'static str),
    /// There is no such way to a token.
    #[error("grant_type is authorization_code or refresh_token.")]
    UnsupportedGrantType,
    /// Unknown scopes, or more than were agreed to.
    #[error("{0}")]
    InvalidScope(Cow<'static, str>),
    /// Anything else, in OAuth's form.
    #[error(transparent)]
    Other(#[from] ApiError),
}

impl OAuthError {
    const fn code(&self) -> &'static str {
        match self {
            Self::InvalidRequest(_) => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant(_) => "invalid_grant",
            Self::UnauthorizedClient(_) => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::InvalidScope(_) => "invalid_scope",
            Self::Other(_) => "server_error",
        }
    }

    fn into_parts(self) -> (StatusCode, &'static str, String, HeaderMap) {
        let (code, description) = (self.code(), self.to_string());
        match self {
            Self::InvalidClient => (StatusCode::UNAUTHORIZED, code, description, challenge()),
            Self::Other(error) => {
                let status = error.status();
                let code = match status {
                    StatusCode::SERVICE_UNAVAILABLE => "temporarily_unavailable",
                    status if status.is_client_error() => "invalid_request",
                    _ => code,
                };
                // It writes the log's line, and knows when to come again.
                (status, code, description, error.into_response().into_parts().0.headers)
            }
            _ => (StatusCode::BAD_REQUEST, code, description, HeaderMap::new()),
        }
    }
}

fn challenge() -> HeaderMap {
    let challenge = HeaderValue::from_static("Basic realm=\"oauth\", charset=\"UTF-8\"");
    HeaderMap::from_iter([(header::WWW_AUTHENTICATE, challenge)])
}

impl IntoResponse for OAuthError {
    fn into_response(self) -> Response {
        let (status, code, description, headers) = self.into_parts();
        let body = serde_json::json!({ "error": code, "error_description": description });
        let mut response = Response::new(Body::from(body.to_string()));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        never_kept(response.headers_mut());
        response.headers_mut().insert(header::CONTENT_TYPE, APPLICATION_JSON);
        response
    }
}

/// An answer in JSON that nobody keeps.
pub(super) fn unkept(body: &impl Serialize) -> Response {
    let mut response = Unkept(StatusCode::OK, body).into_response();
    never_kept(response.headers_mut());
    response
}

/// Nothing between us and the application may keep a token.
fn never_kept(headers: &mut HeaderMap) {
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::PRAGMA, HeaderValue::from_static("no-cache"));
}

impl From<StoreError> for OAuthError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

impl From<ClientError> for OAuthError {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::Unknown | ClientError::WrongSecret => Self::InvalidClient,
            ClientError::Store(error) => error.into(),
        }
    }
}

impl From<GrantError> for OAuthError {
    fn from(error: GrantError) -> Self {
        let sentence = format!("{error}.");
        match error {
            GrantError::Unknown
            | GrantError::Ended
            | GrantError::UsedBefore
            | GrantError::OtherRedirect
            | GrantError::Verifier => Self::InvalidGrant(sentence.into()),
            GrantError::TooMuch => Self::InvalidScope(sentence.into()),
            GrantError::Store(error) => error.into(),
        }
    }
}
