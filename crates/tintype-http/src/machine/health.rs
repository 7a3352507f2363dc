//! `/healthz` and `/readyz`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::App;
use crate::answer::Unkept;

/// `GET /healthz`: the process answers.
pub(crate) async fn alive() -> Response {
    Unkept(StatusCode::OK, serde_json::json!({ "status": "ok" })).into_response()
}

/// `GET /readyz`: everything stands, and the database answers.
pub(crate) async fn ready(State(app): State<App>) -> Response {
    let database = app.store().ping().await;
    let (status, word) = match (app.readiness().is_ready(), &database) {
        (true, Ok(())) => (StatusCode::OK, "ready"),
        (false, Ok(())) => (StatusCode::SERVICE_UNAVAILABLE, "starting or stopping"),
        (_, Err(error)) => {
            tracing::warn!(%error, "The database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    };
    Unkept(status, serde_json::json!({ "status": word })).into_response()
}
