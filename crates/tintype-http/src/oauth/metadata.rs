//! `GET /.well-known/oauth-authorization-server`: what this server can do (RFC 8414).

use axum::response::{IntoResponse, Response};
use serde_json::json;
use tintype_domain::Scope;

use crate::answer::Json;
use crate::extract::Here;

/// The metadata.
pub(crate) async fn metadata(here: Here) -> Response {
    let at = |path: &str| here.links.absolute(path);
    let secret_or_none = ["client_secret_basic", "client_secret_post", "none"];
    Json(json!({
        "issuer": here.links.origin(),
        "authorization_endpoint": at("/oauth/authorize"),
        "token_endpoint": at("/oauth/token"),
        "revocation_endpoint": at("/oauth/revoke"),
        "introspection_endpoint": at("/oauth/introspect"),
        "scopes_supported": Scope::ALL.map(Scope::as_str),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": secret_or_none,
        "revocation_endpoint_auth_methods_supported": secret_or_none,
        "introspection_endpoint_auth_methods_supported": secret_or_none[..2],
    }))
    .into_response()
}
