//! `GET /jobs/{id}`: where a job stands. What it works on and what went wrong is told to those
//! who look after the library alone.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::{Role, Timestamp};
use tintype_store::{JobId, JobRecord};

use super::lists::Asked;
use crate::ApiError;
use crate::answer::Unkept;
use crate::extract::Path;

/// Where a job stands.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "Job")]
pub(crate) struct JobStanding {
    id: String,
    kind: String,
    state: &'static str,
    attempts: u32,
    max_attempts: u32,
    queued_at: String,
    started_at: Option<String>,
    finished_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_error: Option<String>,
}

/// `GET /jobs/{id}`.
pub(crate) async fn get(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let id = id.parse().map(JobId).map_err(|_| ApiError::NotFound("Job"))?;
    let job = asked.app.store().job(id).await?.ok_or(ApiError::NotFound("Job"))?;
    let is_keeper = asked.caller.user().is_some_and(|user| user.role >= Role::Editor);
    Ok(Unkept(StatusCode::OK, render(job, is_keeper)).into_response())
}

fn render(job: JobRecord, is_keeper: bool) -> JobStanding {
    let JobRecord {
        id,
        kind,
        payload: _,
        state,
        attempts,
        max_attempts,
        run_at: _,
        queued_at,
        started_at,
        finished_at,
        last_error,
        worker: _,
    } = job;
    JobStanding {
        id: id.0.to_string(),
        kind,
        state: state.as_str(),
        attempts,
        max_attempts,
        queued_at: queued_at.to_rfc3339(),
        started_at: started_at.map(Timestamp::to_rfc3339),
        finished_at: finished_at.map(Timestamp::to_rfc3339),
        last_error: last_error.filter(|_| is_keeper),
    }
}
