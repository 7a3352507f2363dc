//! `POST /like/{id}`: the heart on a card, for those whose browser runs no scripts.

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::visit::Visit;
use crate::ApiError;
use crate::error::gone;
use crate::extract::{Fields, Path};
use crate::links::photo_path;
use crate::middleware::is_same_origin;
use crate::unsplash::photos::find;

/// Likes or, with `liked=false`, no longer; then leads back.
pub(crate) async fn like(
    Path(id): Path<String>,
    headers: HeaderMap,
    visit: Visit,
    Fields(fields): Fields,
) -> Result<Response, ApiError> {
    if !is_same_origin(&headers, visit.links().origin()) {
        return Err(ApiError::Forbidden("This form was not ours"));
    }
    let Some(user) = &visit.user else { return Ok(Redirect::to("/login").into_response()) };
    let photo = find(&visit.app, &id).await?;
    let library = visit.app.library();
    if fields.flag("liked") == Some(false) {
        library.unlike(&user.id, &photo.id).await?;
    } else {
        library.like(&user.id, &photo.id).await.map_err(|error| gone(error, "Photo"))?;
    }
    let back = came_from(&headers, visit.links().origin());
    Ok(Redirect::to(&back.unwrap_or_else(|| photo_path(&photo))).into_response())
}

/// The page of ours that the form stands on, as a path.
fn came_from(headers: &HeaderMap, origin: &str) -> Option<String> {
    let sent = headers.get(header::REFERER)?.to_str().ok()?;
    let path = sent.strip_prefix(origin).filter(|path| path.starts_with('/'))?;
    (!path.starts_with("//")).then(|| path.to_owned())
}
