//! What an application sends: a form, or JSON, or parameters in the address; each name once.

use axum::extract::{FromRequest, Request};

use super::error::OAuthError;
use crate::App;
use crate::extract::{Fields, Params};

/// The parameters of one request, no name of ours twice.
pub(crate) struct Form(Params);

impl FromRequest<App> for Form {
    type Rejection = OAuthError;

    async fn from_request(request: Request, app: &App) -> Result<Self, OAuthError> {
        let Fields(params) = Fields::from_request(request, app).await?;
        match NAMES.iter().find(|name| params.count(name) > 1) {
            None => Ok(Self(params)),
            Some(name) => Err(OAuthError::InvalidRequest(format!("{name} came twice.").into())),
        }
    }
}

impl Form {
    /// The value of a name, if one came.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)
    }

    /// The value of a name that must be there.
    pub(super) fn need(&self, name: &str) -> Result<&str, OAuthError> {
        self.get(name)
            .ok_or_else(|| OAuthError::InvalidRequest(format!("{name} is missing.").into()))
    }
}

const NAMES: [&str; 9] = [
    "grant_type",
    "client_id",
    "client_secret",
    "code",
    "redirect_uri",
    "code_verifier",
    "refresh_token",
    "scope",
    "token",
];
