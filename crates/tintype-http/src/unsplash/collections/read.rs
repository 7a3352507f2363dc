//! Reading collections and what is in them.

use axum::response::{IntoResponse, Response};
use tintype_domain::{Collection, CollectionId, Page, Scope};
use tintype_store::{CollectionFilter, PhotoFilter};

use crate::answer::Json;
use crate::extract::{Caller, Path};
use crate::gather::Gathered;
use crate::links::Links;
use crate::unsplash::json::{UnsplashCollection, UnsplashCollectionMeta};
use crate::unsplash::lists::Asked;
use crate::unsplash::{filters, photos};
use crate::{ApiError, App};

/// Both official mobile pickers have this id built in: it stands for the editorial feed.
const EDITORIAL: &str = "317099";

/// The collection with this id, if the caller may see it; a private one is as good as none.
pub(crate) async fn find(app: &App, caller: &Caller, id: &str) -> Result<Collection, ApiError> {
    let id = CollectionId::parse(id).map_err(|_| ApiError::NotFound("Collection"))?;
    let found = app.store().collection(&id).await?;
    crate::deeds::database(|| format!("collection {id}"));
    let reader = caller.acting(Scope::ReadCollections).ok();
    let may_see = |collection: &Collection| {
        !collection.is_private || reader.is_some_and(|reader| reader.id == collection.owner)
    };
    found.filter(may_see).ok_or(ApiError::NotFound("Collection"))
}

/// `GET /collections`, and `/collections/curated`.
pub(crate) async fn list(asked: Asked) -> Result<Response, ApiError> {
    listed(&asked, CollectionFilter::default()).await
}

/// `GET /collections/featured`: the featured ones; all where none is.
pub(crate) async fn featured(asked: Asked) -> Result<Response, ApiError> {
    let page = asked.page();
    let filter = CollectionFilter { is_featured: true, ..CollectionFilter::default() };
    let found = asked.app.store().collections(&filter, page).await?;
    if found.total == 0 {
        return listed(&asked, CollectionFilter::default()).await;
    }
    asked.collections(page, found).await
}

async fn listed(asked: &Asked, filter: CollectionFilter) -> Result<Response, ApiError> {
    let page = asked.page();
    let found = asked.app.store().collections(&filter, page).await?;
    asked.collections(page, found).await
}

/// `GET /collections/{id}`.
pub(crate) async fn get(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let collection = find(&asked.app, &asked.caller, &id).await?;
    let beside = std::slice::from_ref(&collection);
    let around = Gathered::around_collections(&asked.app, asked.caller.viewer(), beside).await?;
    Ok(Json(one(&collection, &around, &asked.here.links)?).into_response())
}

/// A collection by itself, with what search engines are told of it.
pub(super) fn one<'a>(
    collection: &'a Collection,
    around: &'a Gathered,
    links: &Links,
) -> Result<UnsplashCollection<'a>, ApiError> {
    let json = UnsplashCollection::render(collection, around, links);
    let json = json.ok_or(ApiError::NotFound("Collection"))?;
    Ok(json.with_meta(UnsplashCollectionMeta::of(collection, links)))
}

/// `GET /collections/{id}/photos`.
pub(crate) async fn photos(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let (page, params) = (asked.page(), &asked.here.params);
    let filter =
        PhotoFilter { orientation: filters::orientation(params), ..PhotoFilter::default() };
    let found = match find(&asked.app, &asked.caller, &id).await {
        Ok(collection) => {
            let filter = PhotoFilter { collections: vec![collection.id], ..filter };
            asked.app.store().photos(&filter, filters::photo_order(params), page).await?
        }
        Err(ApiError::NotFound(_)) if id == EDITORIAL => {
            photos::editorial(&asked.app, filter, page).await?
        }
        Err(error) => return Err(error),
    };
    asked.photos(page, found).await
}

/// `GET /collections/{id}/related`: no pages.
pub(crate) async fn related(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let collection = find(&asked.app, &asked.caller, &id).await?;
    let filter =
        CollectionFilter { related_to: Some(collection.id), ..CollectionFilter::default() };
    let found = asked.app.store().collections(&filter, Page::first(MOST_RELATED)).await?;
    let around =
        Gathered::around_collections(&asked.app, asked.caller.viewer(), &found.items).await?;
    let links = &asked.here.links;
    let json: Vec<_> = found
        .items
        .iter()
        .filter_map(|one| UnsplashCollection::render(one, &around, links))
        .collect();
    Ok(Json(json).into_response())
}

const MOST_RELATED: u32 = 10;
