//! `/topics` and what lies below.

use axum::response::{IntoResponse, Response};
use tintype_domain::{Topic, TopicId, TopicOrder};
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
    let mut found = app.store().topic_by_slug(id_or_slug).await?;
    if let (None, Ok(id)) = (&found, TopicId::parse(id_or_slug)) {
        found = app.store().topic(&id).await?;
    }
    crate::deeds::database(|| format!("topic {id_or_slug}"));
    found.ok_or(ApiError::NotFound("Topic"))
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
    let contributors = store.users_by_ids(&contributors).await?;
    let beside = std::slice::from_ref(&topic);
    let around = Gathered::around_topics(&asked.app, asked.caller.user(), beside).await?;
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
