//! `GET /photos/{id}`, and photos like it.

use axum::response::{IntoResponse, Response};
use tintype_domain::{Page, Photo, PhotoId};
use tintype_store::CollectionFilter;

use crate::answer::Json;
use crate::extract::Path;
use crate::gather::Gathered;
use crate::unsplash::json::{RelatedCollections, UnsplashCollection, UnsplashFullPhoto};
use crate::unsplash::lists::Asked;
use crate::{ApiError, App, deeds};

/// The photo with this id, or with a slug that ends in it.
pub(crate) async fn find(app: &App, id_or_slug: &str) -> Result<Photo, ApiError> {
    let id = PhotoId::from_id_or_slug(id_or_slug).map_err(|_| ApiError::NotFound("Photo"))?;
    let photo = app.store().photo(&id).await?;
    deeds::database(|| format!("photo {id}"));
    photo.ok_or(ApiError::NotFound("Photo"))
}

/// `GET /photos/{id}`.
pub(crate) async fn get(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let app = &asked.app;
    let photo = find(app, &id).await?;
    let viewer = asked.caller.user();
    let around = Gathered::around(app, viewer, std::slice::from_ref(&photo)).await?;
    let filter = CollectionFilter { photo: Some(photo.id.clone()), ..CollectionFilter::default() };
    let collections = app.store().collections(&filter, Page::first(MOST_RELATED)).await?;
    let beside = Gathered::around_collections(app, viewer, &collections.items).await?;
    let links = &asked.here.links;
    let results = collections.items.iter();
    let related = RelatedCollections {
        total: collections.total,
        kind: "collected",
        results: results
            .filter_map(|one| UnsplashCollection::render(one, &beside, links))
            .collect(),
    };
    let json = UnsplashFullPhoto::render(&photo, &around, links);
    Ok(Json(json.ok_or(ApiError::NotFound("Photo"))?.with_collections(related)).into_response())
}

const MOST_RELATED: u32 = 3;

/// `GET /photos/{id}/similar`: `{"total", "results"}`.
pub(crate) async fn similar(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let photo = find(&asked.app, &id).await?;
    let size = asked.page().size();
    let photos = asked.app.library().similar_photos(&photo.id, size).await?;
    asked.some_photos(&photos).await
}
