//! `/assets/…`: styles, scripts and icons. Their names hold their hash, so they never change.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use crate::ApiError;
use crate::extract::Path;

/// `GET /assets/{name}`.
pub(crate) async fn asset(Path(name): Path<String>) -> Result<Response, ApiError> {
    let found = tintype_pages::asset(&name).ok_or(ApiError::NoRoute)?;
    let mut response = Response::new(Body::from(found.bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(found.content_type));
    headers.insert(header::CACHE_CONTROL, FOR_EVER);
    Ok(response)
}

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
