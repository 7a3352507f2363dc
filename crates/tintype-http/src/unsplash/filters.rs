//! What narrows a list or a search, read leniently: a value that is none is as good as absent.

use tintype_domain::{
    Collection, CollectionId, ColorName, ContentFilter, Language, LicenseId, Orientation,
    PhotoOrder, Rgb, SearchOrder, TopicId, Username,
};
use tintype_library::{ColorMatch, PhotoQuery};

use crate::extract::{Caller, Params};
use crate::{ApiError, App, spoken};

/// The shape asked for.
pub(crate) fn orientation(params: &Params) -> Option<Orientation> {
    params.get("orientation").and_then(Orientation::parse)
}

/// How careful to be; `safe=true` is the older way to say it.
pub(crate) fn content_filter(params: &Params) -> ContentFilter {
    let named = params.get("content_filter").and_then(ContentFilter::parse);
    let is_safe = params.flag("safe") == Some(true);
    named.unwrap_or(if is_safe { ContentFilter::High } else { ContentFilter::Low })
}

/// The order of a list of photos, the newest first unless told otherwise.
pub(crate) fn photo_order(params: &Params) -> PhotoOrder {
    params.get("order_by").and_then(PhotoOrder::parse).unwrap_or(PhotoOrder::Latest)
}

/// The order of search results.
pub(crate) fn search_order(params: &Params) -> SearchOrder {
    params.get("order_by").and_then(SearchOrder::parse).unwrap_or(SearchOrder::Relevant)
}

/// A colour by name, or by its number.
pub(crate) fn color(params: &Params) -> Option<ColorMatch> {
    let text = params.get("color")?;
    let named = ColorName::parse(text).map(ColorMatch::Named);
    named.or_else(|| Rgb::parse(text).ok().map(ColorMatch::Near))
}

/// Collections by id. Where none of those named can exist, one that does not exist stands for
/// them, so that the list is empty and not unfiltered.
pub(crate) fn collections(params: &Params) -> Vec<CollectionId> {
    let named = params.list("collections");
    let mut ids: Vec<CollectionId> =
        named.iter().filter_map(|text| CollectionId::parse(text).ok()).collect();
    if ids.is_empty() && !named.is_empty() {
        ids.extend(CollectionId::parse("-").ok());
    }
    ids
}

/// The same, of those that the caller may see: a private one is as good as none.
pub(crate) async fn visible_collections(
    app: &App,
    caller: &Caller,
    params: &Params,
) -> Result<Vec<CollectionId>, ApiError> {
    let mut named = collections(params);
    if named.is_empty() {
        return Ok(named);
    }
    let viewer = caller.viewer().filter(|viewer| viewer.sees_private);
    let may_see = |collection: &Collection| {
        !collection.is_private || viewer.is_some_and(|viewer| viewer.user.id == collection.owner)
    };
    let found = app.store().collections_by_ids(&named).await?;
    let is_seen = |id: &CollectionId| {
        found.iter().find(|collection| collection.id == *id).is_none_or(&may_see)
    };
    named.retain(is_seen);
    if named.is_empty() {
        named.extend(CollectionId::parse("-").ok());
    }
    Ok(named)
}

/// Topics by id or slug; likewise.
pub(crate) async fn topics(app: &App, params: &Params) -> Result<Vec<TopicId>, ApiError> {
    let named = params.list("topics");
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let named: Vec<String> = named.into_iter().take(MOST_TOPICS).map(str::to_owned).collect();
    let mut ids = app.store().topic_ids(&named).await?;
    crate::deeds::database(|| "topics by name".to_owned());
    if ids.is_empty() {
        ids.extend(TopicId::parse("-----------").ok());
    }
    Ok(ids)
}

const MOST_TOPICS: usize = 30;

/// The words of a search; they must be there, and must not be a book.
pub(crate) fn words(params: &Params) -> Result<String, ApiError> {
    let words = params.get("query").map(str::trim).filter(|words| !words.is_empty());
    let words = words.ok_or(ApiError::BadRequest("query is missing".into()))?;
    check_length(words)?;
    Ok(words.to_owned())
}

/// Refuses words that no one types.
pub(crate) fn check_length(words: &str) -> Result<(), ApiError> {
    if words.len() > LONGEST_QUERY {
        let message = format!("query is too long: at most {LONGEST_QUERY} bytes are searched");
        return Err(ApiError::BadRequest(message.into()));
    }
    Ok(())
}

const LONGEST_QUERY: usize = 1_000;

/// A whole search of photos.
pub(crate) async fn photo_query(
    app: &App,
    words: String,
    params: &Params,
) -> Result<PhotoQuery, ApiError> {
    Ok(PhotoQuery {
        words,
        language: language(params),
        orientation: orientation(params),
        color: color(params),
        collections: collections(params),
        topics: topics(app, params).await?,
        owner: owner(app, params).await?,
        content_filter: content_filter(params),
        license: params.get("license").and_then(|text| LicenseId::parse(text).ok()),
        camera: params.get("camera").map(str::to_owned),
        order: search_order(params),
    })
}

/// The language of the words. The body of a search may name it, too; the answer is in it then.
fn language(params: &Params) -> Language {
    if let Some(named) = params.get("lang").and_then(Language::parse) {
        spoken::speak(named);
    }
    spoken::language()
}

async fn owner(app: &App, params: &Params) -> Result<Option<tintype_domain::UserId>, ApiError> {
    let Some(name) = params.get("username") else { return Ok(None) };
    let name = Username::parse(name).map_err(|_| ApiError::NotFound("User"))?;
    let user = app.store().user_by_username(&name).await?;
    Ok(Some(user.ok_or(ApiError::NotFound("User"))?.id))
}
