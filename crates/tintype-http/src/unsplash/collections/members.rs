//! Putting photos into collections, and taking them out.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::{Collection, PhotoId, Scope, Timestamp, User};

use super::write::find_own;
use crate::answer::Unkept;
use crate::error::gone;
use crate::extract::{Fields, Path};
use crate::gather::Gathered;
use crate::unsplash::json::{UnsplashCollection, UnsplashPhoto, UnsplashUser};
use crate::unsplash::lists::Asked;
use crate::{ApiError, deeds};

/// `POST /collections/{id}/add`: 201, and twice is once.
pub(crate) async fn add(
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, ApiError> {
    let (user, collection, photo) = named(&asked, &id, request).await?;
    let member = asked.app.library().collect(&collection.id, &photo).await;
    let member = member.map_err(|error| gone(error, "Photo"))?;
    deeds::database(|| format!("photo {photo} put into collection {id}"));
    answer(&asked, StatusCode::CREATED, &user, (&collection, &photo), Some(member.added_at)).await
}

/// `DELETE /collections/{id}/remove`: of a photo that is not in it, it says so by `created_at`.
pub(crate) async fn remove(
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, ApiError> {
    let (user, collection, photo) = named(&asked, &id, request).await?;
    let member = asked.app.library().uncollect(&collection.id, &photo).await?;
    deeds::database(|| format!("photo {photo} taken out of collection {id}"));
    let since = member.map(|member| member.added_at);
    answer(&asked, StatusCode::OK, &user, (&collection, &photo), since).await
}

/// Who asks, for which collection of theirs, and the photo they name.
async fn named(
    asked: &Asked,
    id: &str,
    request: Request,
) -> Result<(User, Collection, PhotoId), ApiError> {
    let user = asked.caller.acting(Scope::WriteCollections)?;
    let collection = find_own(&asked.app, user, id).await?;
    let fields = Fields::read(request, &asked.app).await?;
    let photo = fields.get("photo_id").ok_or(ApiError::BadRequest("photo_id is missing".into()))?;
    let photo = PhotoId::from_id_or_slug(photo).map_err(|_| ApiError::NotFound("Photo"))?;
    Ok((user.clone(), collection, photo))
}

/// What was put where, by whom, and since when it is there.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Collected<'a> {
    pub photo: UnsplashPhoto<'a>,
    pub collection: UnsplashCollection<'a>,
    pub user: UnsplashUser<'a>,
    pub created_at: Option<String>,
}

/// Both as they stand now: numbers, cover and previews have changed.
async fn answer(
    asked: &Asked,
    status: StatusCode,
    user: &User,
    (collection, photo): (&Collection, &PhotoId),
    since: Option<Timestamp>,
) -> Result<Response, ApiError> {
    let (app, viewer, links) = (&asked.app, asked.caller.viewer(), &asked.here.links);
    let photo = app.store().photo(photo).await?.ok_or(ApiError::NotFound("Photo"))?;
    let collection = app.store().collection(&collection.id).await?;
    let collection = collection.ok_or(ApiError::NotFound("Collection"))?;
    let around = Gathered::around(app, viewer, std::slice::from_ref(&photo)).await?;
    let beside = std::slice::from_ref(&collection);
    let beside = Gathered::around_collections(app, viewer, beside).await?;
    let body = Collected {
        photo: UnsplashPhoto::render(&photo, &around, links).ok_or(ApiError::NotFound("Photo"))?,
        collection: UnsplashCollection::render(&collection, &beside, links)
            .ok_or(ApiError::NotFound("Collection"))?,
        user: UnsplashUser::render(user, links),
        created_at: since.map(Timestamp::to_rfc3339),
    };
    Ok(Unkept(status, body).into_response())
}
