//! `POST /photos/{id}/withdraw`: out of search and lists, the address lives on.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use tintype_domain::Scope;

use super::delete::check_owner;
use super::get::find;
use crate::ApiError;
use crate::extract::{Fields, Path};
use crate::unsplash::lists::Asked;

/// `POST /photos/{id}/withdraw`; `withdrawn=false` puts it back.
pub(crate) async fn withdraw(
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, ApiError> {
    let user = asked.caller.acting(Scope::WritePhotos)?;
    let photo = find(&asked.app, &id).await?;
    check_owner(user, &photo)?;
    let fields = Fields::read(request, &asked.app).await?;
    let is_withdrawn = fields.flag("withdrawn").unwrap_or(true);
    let changed = asked.app.library().withdraw_photo(&photo.id, is_withdrawn).await?;
    asked.written_photo(StatusCode::OK, &changed.ok_or(ApiError::NotFound("Photo"))?).await
}
