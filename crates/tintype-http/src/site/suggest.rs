//! `/suggest?q=`: words that begin so, as the visitor types.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::visit::Visit;
use crate::answer::Unkept;
use crate::unsplash::filters;
use crate::{ApiError, spoken};

/// `GET /suggest?q=`: a bare array of words.
pub(crate) async fn suggest(visit: Visit) -> Result<Response, ApiError> {
    let typed = visit.params().get("q").unwrap_or_default();
    filters::check_length(typed)?;
    let words = visit.app.library().suggest(typed, spoken::language(), 8).await?;
    let mut response = Unkept(StatusCode::OK, words).into_response();
    let minute = HeaderValue::from_static("public, max-age=60");
    response.headers_mut().insert(header::CACHE_CONTROL, minute);
    Ok(response)
}
