//! `GET /openapi.json`.

use axum::response::{IntoResponse, Response};

use super::document;
use crate::answer::Json;
use crate::extract::Here;

/// `GET /openapi.json`: needs no key, and names the address it was asked at.
pub(crate) async fn openapi(here: Here) -> Response {
    Json(document(here.links.origin())).into_response()
}
