//! `/t/{topic}`.

use axum::response::Response;
use tintype_domain::{Page, PhotoOrder, TopicOrder};
use tintype_pages::view::{Feed, TopicPage};
use tintype_store::{PhotoFilter, TopicFilter};

use super::visit::Visit;
use crate::ApiError;
use crate::extract::Path;
use crate::gather::Gathered;
use crate::links::topic_path;
use crate::unsplash::topics::find;

/// `GET /t/{topic}`.
pub(crate) async fn topic(Path(slug): Path<String>, visit: Visit) -> Result<Response, ApiError> {
    let app = &visit.app;
    let topic = find(app, &slug).await?;
    let page = visit.grid_page();
    let filter = PhotoFilter { topics: vec![topic.id.clone()], ..PhotoFilter::default() };
    let found = app.store().photos(&filter, PhotoOrder::Latest, page).await?;
    let around = Gathered::around(app, visit.viewer(), &found.items).await?;
    let others =
        app.store().topics(&TopicFilter::default(), TopicOrder::Position, Page::first(7)).await?;
    let others: Vec<_> =
        others.items.into_iter().filter(|one| one.id != topic.id).take(6).collect();
    let beside = Gathered::around_topics(app, None, &others).await?;
    let owners = app.store().users_by_ids(&topic.owners).await?;
    let calls = vec![
        format!("/topics/{}/photos?page={}&per_page=30", topic.slug, page.number()),
        format!("/topics/{}", topic.slug),
    ];
    let feed =
        Feed { href: format!("{}/feed.atom", topic_path(&topic.slug)), title: topic.title.clone() };
    let mut address = visit.address(calls, Some(feed));
    address.share_image = found.items.first().map(|photo| visit.share_image(photo));
    let view = TopicPage {
        address,
        title: topic.title.clone(),
        description: topic.description.clone(),
        curators: owners.iter().map(|user| visit.person(user)).collect(),
        total: found.total,
        photos: visit.photo_cards(&found.items, &around),
        related: others.iter().map(|one| visit.topic_card(one, &beside)).collect(),
        next_href: visit.next(page, found.total),
    };
    Ok(visit.answer(|site| view.render(site)))
}
