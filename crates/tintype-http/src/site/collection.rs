//! `/c/{id}/{slug}`.

use axum::response::Response;
use tintype_domain::{Page, PhotoOrder};
use tintype_pages::view::CollectionPage;
use tintype_store::{CollectionFilter, PhotoFilter};

use super::visit::Visit;
use crate::ApiError;
use crate::extract::{Caller, Path};
use crate::gather::Gathered;
use crate::unsplash::collections::find;

/// `GET /c/{id}/{slug}`; the slug is for people.
pub(crate) async fn collection(
    Path((id, _slug)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, ApiError> {
    let app = &visit.app;
    let collection = match find(app, &Caller::Stranger, &id).await {
        Err(ApiError::NotFound(_)) => own(&visit, &id).await?,
        found => found?,
    };
    let page = visit.grid_page();
    let filter = PhotoFilter { collections: vec![collection.id.clone()], ..PhotoFilter::default() };
    let found = app.store().photos(&filter, PhotoOrder::Latest, page).await?;
    let around = Gathered::around(app, visit.viewer(), &found.items).await?;
    let related =
        CollectionFilter { related_to: Some(collection.id.clone()), ..CollectionFilter::default() };
    let related = app.store().collections(&related, Page::first(6)).await?.items;
    let beside = Gathered::around_collections(app, None, &related).await?;
    let owner = app.store().user(&collection.owner).await?.ok_or(ApiError::NotFound("User"))?;
    let calls = vec![
        format!("/collections/{}/photos?page={}&per_page=30", collection.id, page.number()),
        format!("/collections/{}", collection.id),
    ];
    let mut address = visit.address(calls, None);
    address.share_image = found.items.first().map(|photo| visit.share_image(photo));
    if collection.is_private {
        address.canonical = None;
    }
    let view = CollectionPage {
        address,
        title: collection.title.clone(),
        description: collection.description.clone(),
        curator: visit.person(&owner),
        total: found.total,
        photos: visit.photo_cards(&found.items, &around),
        related: related.iter().map(|one| visit.collection_card(one, &beside)).collect(),
        next_href: visit.next(page, found.total),
    };
    Ok(visit.answer(|site| view.render(site)))
}

/// A private collection is seen by its owner alone.
async fn own(visit: &Visit, id: &str) -> Result<tintype_domain::Collection, ApiError> {
    let missing = || ApiError::NotFound("Collection");
    let user = visit.user.as_ref().ok_or_else(missing)?;
    let id = tintype_domain::CollectionId::parse(id).map_err(|_| missing())?;
    let found = visit.app.store().collection(&id).await?;
    found.filter(|collection| collection.owner == user.id).ok_or_else(missing)
}
