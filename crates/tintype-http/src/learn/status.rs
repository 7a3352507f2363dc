//! `/learn/status/{code}`: answers that code, with the headers that belong to it.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use crate::ApiError;
use crate::answer::{APPLICATION_JSON, NOT_KEPT};
use crate::extract::Path;

/// Any method of `/learn/status/{code}`.
pub(crate) async fn status(Path(code): Path<String>) -> Result<Response, ApiError> {
    let code = code.parse::<u16>().ok().filter(|code| (200..600).contains(code));
    let status = code.and_then(|code| StatusCode::from_u16(code).ok());
    let status = status.ok_or(ApiError::BadRequest("code must be from 200 to 599".into()))?;
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, NOT_KEPT);
    let beside = match status.as_u16() {
        301 | 302 | 303 | 307 | 308 => Some((header::LOCATION, "/learn/echo")),
        401 => Some((header::WWW_AUTHENTICATE, "Client-ID realm=\"learn\"")),
        405 => Some((header::ALLOW, "GET")),
        429 | 503 => Some((header::RETRY_AFTER, "1")),
        _ => None,
    };
    if let Some((name, value)) = beside {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if ![204, 205, 304].contains(&status.as_u16()) {
        headers.insert(header::CONTENT_TYPE, APPLICATION_JSON);
        let reason = status.canonical_reason().unwrap_or_default();
        let json = serde_json::json!({ "status": status.as_u16(), "reason": reason });
        *response.body_mut() = Body::from(json.to_string());
    }
    Ok(response)
}
