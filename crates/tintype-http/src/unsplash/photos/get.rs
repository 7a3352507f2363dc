//! `GET /photos/{id}`, and photos like it.

use axum::response::{IntoResponse, Response};
use tintype_domain::{Collection, Listing, Page, Photo, PhotoId};
use tintype_store::CollectionFilter;

use crate::answer::Json;
use crate::extract::Path;
use crate::gather::Gathered;
use crate::links::Links;
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
    let id = PhotoId::from_id_or_slug(&id).map_err(|_| ApiError::NotFound("Photo"))?;
    let whole = Whole::read(&asked, &id).await?;
    Ok(Json(whole.render(&asked.here.links)?).into_response())
}

/// A photo with all that stands in its full form.
pub(crate) struct Whole {
    photo: Photo,
    collections: Listing<Collection>,
    around: Gathered,
}

impl Whole {
    /// Reads it, in four reads whatever there is; two more for a viewer.
    pub(crate) async fn read(asked: &Asked, id: &PhotoId) -> Result<Self, ApiError> {
        let store = asked.app.store();
        let found = store.photo_with_topics(id).await?;
        deeds::database(|| format!("photo {id} and its topics"));
        let (photo, topics) = found.ok_or(ApiError::NotFound("Photo"))?;
        let filter = CollectionFilter { photo: Some(id.clone()), ..CollectionFilter::default() };
        let collections = store.collections(&filter, Page::first(MOST_RELATED)).await?;
        deeds::database(|| format!("collections with it: {}", collections.total));
        let (viewer, held) = (asked.caller.viewer(), &collections.items);
        let around = Gathered::around_one(&asked.app, viewer, &photo, topics, held).await?;
        Ok(Self { photo, collections, around })
    }

    /// As JSON.
    pub(crate) fn render(&self, links: &Links) -> Result<UnsplashFullPhoto<'_>, ApiError> {
        let results = self.collections.items.iter();
        let results = results
            .filter_map(|one| UnsplashCollection::render(one, &self.around, links))
            .collect();
        let total = self.collections.total;
        let related = RelatedCollections { total, kind: "collected", results };
        let json = UnsplashFullPhoto::render(&self.photo, &self.around, links);
        Ok(json.ok_or(ApiError::NotFound("Photo"))?.with_collections(related))
    }
}

const MOST_RELATED: u32 = 3;

/// `GET /photos/{id}/similar`: `{"total", "results"}`.
pub(crate) async fn similar(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let photo = find(&asked.app, &id).await?;
    let size = asked.page().size();
    let photos = asked.app.library().similar_photos(&photo.id, size).await?;
    asked.some_photos(&photos).await
}
