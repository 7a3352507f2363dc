//! `/topics` and what lies below.

use axum::response::{IntoResponse, Response};
use tintype_domain::{Page, Topic, TopicOrder};
use tintype_store::{PhotoFilter, TopicFilter};

use super::filters;
use super::json::UnsplashFullTopic;
use super::lists::Asked;
use crate::answer::Json;
use crate::extract::Path;
use crate::gather::Gathered;
use crate::{ApiError, App};

/// The topic with this id or slug.
pub(crate) async fn find(app: &App, id_or_slug: &str) -> Result<Topic, ApiError> {
    let filter = TopicFilter { ids_or_slugs: vec![id_or_slug.to_owned()] };
    let found = app.store().topics(&filter, TopicOrder::Position, Page::first(2)).await?;
    crate::deeds::database(|| format!("topic {id_or_slug}"));
    // One topic's slug may be another's id: the slug is what people see.
    let mut found = found.items;
    found.sort_by_key(|topic| topic.slug != id_or_slug);
    found.into_iter().next().ok_or(ApiError::NotFound("Topic"))
}

/// `GET /topics`.
pub(crate) async fn list(asked: Asked) -> Result<Response, ApiError> {
    let (page, params) = (asked.page(), &asked.here.params);
    let ids_or_slugs = params.list("ids").into_iter().take(100).map(str::to_owned).collect();
    let order = params.get("order_by").and_then(TopicOrder::parse).unwrap_or(TopicOrder::Position);
    let found = asked.app.store().topics(&TopicFilter { ids_or_slugs }, order, page).await?;
    asked.topics(page, found).await
}

/// `GET /topics/{topic}`.
pub(crate) async fn get(Path(topic): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let topic = find(&asked.app, &topic).await?;
    let store = asked.app.store();
    let contributors = store.top_contributors(&topic.id, 10).await?;
    let (beside, viewer) = (std::slice::from_ref(&topic), asked.caller.viewer());
    let around =
        Gathered::around_topics_and(&asked.app, viewer, beside, contributors.clone()).await?;
    let json = UnsplashFullTopic::render(&topic, &contributors, &around, &asked.here.links);
    Ok(Json(json).into_response())
}

/// `GET /topics/{topic}/photos`.
pub(crate) async fn photos(Path(topic): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let topic = find(&asked.app, &topic).await?;
    let (page, params) = (asked.page(), &asked.here.params);
    let filter = PhotoFilter {
        topics: vec![topic.id],
        orientation: filters::orientation(params),
        ..PhotoFilter::default()
    };
    let found = asked.app.store().photos(&filter, filters::photo_order(params), page).await?;
    asked.photos(page, found).await
}
