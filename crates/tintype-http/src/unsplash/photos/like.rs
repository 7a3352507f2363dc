//! `/photos/{id}/like`: giving a like, and taking it back.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::{PhotoId, Scope, UserId};

use super::get::find;
use crate::answer::Unkept;
use crate::error::gone;
use crate::extract::Path;
use crate::gather::Gathered;
use crate::unsplash::json::{UnsplashPhoto, UnsplashUser};
use crate::unsplash::lists::Asked;
use crate::{ApiError, deeds};

/// `POST /photos/{id}/like`: 201, and twice is once.
pub(crate) async fn like(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let user = asked.caller.acting(Scope::WriteLikes)?.id.clone();
    let photo = find(&asked.app, &id).await?.id;
    let given = asked.app.library().like(&user, &photo).await;
    let is_new = given.map_err(|error| gone(error, "Photo"))?;
    deeds::database(|| format!("like of {photo}: {}", if is_new { "given" } else { "stood" }));
    answer(&asked, StatusCode::CREATED, &user, &photo).await
}

/// `DELETE /photos/{id}/like`: 200 with the same body, whether there was a like or not.
pub(crate) async fn unlike(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let user = asked.caller.acting(Scope::WriteLikes)?.id.clone();
    let photo = find(&asked.app, &id).await?.id;
    let was_there = asked.app.library().unlike(&user, &photo).await?;
    deeds::database(|| format!("like of {photo}: {}", if was_there { "taken" } else { "none" }));
    answer(&asked, StatusCode::OK, &user, &photo).await
}

/// The photo, and who likes it or does so no more.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Liked<'a> {
    pub photo: UnsplashPhoto<'a>,
    pub user: UnsplashUser<'a>,
}

/// Both as they stand now: their numbers have changed.
async fn answer(
    asked: &Asked,
    status: StatusCode,
    user: &UserId,
    photo: &PhotoId,
) -> Result<Response, ApiError> {
    let (app, links) = (&asked.app, &asked.here.links);
    let photo = app.store().photo(photo).await?.ok_or(ApiError::NotFound("Photo"))?;
    let user = app.store().user(user).await?.ok_or(ApiError::NotFound("User"))?;
    let photos = std::slice::from_ref(&photo);
    let around = Gathered::around(app, asked.caller.viewer(), photos).await?;
    let body = Liked {
        photo: UnsplashPhoto::render(&photo, &around, links).ok_or(ApiError::NotFound("Photo"))?,
        user: UnsplashUser::render(&user, links),
    };
    Ok(Unkept(status, body).into_response())
}
