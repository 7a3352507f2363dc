//! `GET /photos`, its older names, and the editorial feed.

use axum::response::Response;
use tintype_domain::{Listing, Page, Photo, PhotoOrder};
use tintype_store::PhotoFilter;

use crate::unsplash::filters;
use crate::unsplash::lists::Asked;
use crate::{ApiError, App};

/// `GET /photos` and `GET /photos/curated`.
pub(crate) async fn list(asked: Asked) -> Result<Response, ApiError> {
    let page = asked.page();
    let filter = PhotoFilter {
        orientation: filters::orientation(&asked.here.params),
        ..PhotoFilter::default()
    };
    let order = filters::photo_order(&asked.here.params);
    let found = asked.app.store().photos(&filter, order, page).await?;
    asked.photos(page, found).await
}

/// `GET /photos/search`: the older search, a bare array.
pub(crate) async fn search(asked: Asked) -> Result<Response, ApiError> {
    let page = asked.page();
    let words = filters::words(&asked.here.params)?;
    let query = filters::photo_query(&asked.app, words, &asked.here.params).await?;
    let found = asked.app.library().search_photos(&query, page).await?;
    asked.photos(page, found.into()).await
}

/// The photos that the editors featured; all photos where they featured none.
pub(crate) async fn editorial(
    app: &App,
    filter: PhotoFilter,
    page: Page,
) -> Result<Listing<Photo>, ApiError> {
    let featured = PhotoFilter { is_featured: true, ..filter.clone() };
    let found = app.store().photos(&featured, PhotoOrder::Latest, page).await?;
    if found.total > 0 {
        return Ok(found);
    }
    Ok(app.store().photos(&filter, PhotoOrder::Latest, page).await?)
}
