//! `/users/{name}` and what lies below.

use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tintype_domain::{Listing, Page, Photo, PhotoOrder, Scope, User, Username};
use tintype_store::{CollectionFilter, PhotoFilter, StatisticsOf};

use super::json::{PhotoStatistics, UnsplashFullUser, UnsplashPhoto, UnsplashStatistics};
use super::lists::Asked;
use super::{filters, photos};
use crate::answer::{Json, Listed};
use crate::extract::Path;
use crate::gather::Gathered;
use crate::{ApiError, App};

/// The person of this name, unless their account was closed.
pub(crate) async fn find(app: &App, name: &str) -> Result<User, ApiError> {
    let name = Username::parse(name).map_err(|_| ApiError::NotFound("User"))?;
    let user = app.store().user_by_username(&name).await?;
    crate::deeds::database(|| format!("person {name}"));
    user.filter(|user| user.disabled_at.is_none()).ok_or(ApiError::NotFound("User"))
}

fn by(user: &User) -> PhotoFilter {
    PhotoFilter { owner: Some(user.id.clone()), ..PhotoFilter::default() }
}

/// `GET /users/{name}`.
pub(crate) async fn get(Path(name): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let user = find(&asked.app, &name).await?;
    let store = asked.app.store();
    let newest = store.photos(&by(&user), PhotoOrder::Latest, Page::first(3)).await?.items;
    let (_, downloads) = store.views_and_downloads(&StatisticsOf::User(user.id.clone())).await?;
    let json = UnsplashFullUser::render(&user, &newest, downloads, &asked.here.links);
    Ok(Json(json).into_response())
}

/// `GET /users/{name}/portfolio`.
pub(crate) async fn portfolio(
    Path(name): Path<String>,
    asked: Asked,
) -> Result<Response, ApiError> {
    let user = find(&asked.app, &name).await?;
    let url = user.portfolio_url.ok_or(ApiError::NotFound("Portfolio"))?;
    Ok(Json(serde_json::json!({ "url": url })).into_response())
}

/// `GET /users/{name}/photos`; with `stats=true` each with its statistics.
pub(crate) async fn photos(Path(name): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let user = find(&asked.app, &name).await?;
    let (page, params) = (asked.page(), &asked.here.params);
    let filter = PhotoFilter { orientation: filters::orientation(params), ..by(&user) };
    let found = asked.app.store().photos(&filter, filters::photo_order(params), page).await?;
    if params.flag("stats") == Some(true) {
        return with_statistics(&asked, page, found).await;
    }
    asked.photos(page, found).await
}

#[derive(Serialize)]
struct CountedPhoto<'a> {
    #[serde(flatten)]
    photo: UnsplashPhoto<'a>,
    statistics: PhotoStatistics,
}

async fn with_statistics(
    asked: &Asked,
    page: Page,
    found: Listing<Photo>,
) -> Result<Response, ApiError> {
    let around = Gathered::around(&asked.app, asked.caller.user(), &found.items).await?;
    let window = photos::window(&asked.app, &asked.here.params);
    let mut body = Vec::with_capacity(found.items.len());
    for photo in &found.items {
        let of = StatisticsOf::Photo(photo.id.clone());
        let counts = asked.app.store().daily_counts(&of, window.first(), window.today).await?;
        let totals = (photo.views, photo.downloads, photo.likes);
        let statistics = PhotoStatistics::render(totals, &counts, window);
        let json = UnsplashPhoto::render(photo, &around, &asked.here.links);
        body.extend(json.map(|photo| CountedPhoto { photo, statistics }));
    }
    Ok(Listed { body, place: asked.here.place(page, found.total) }.into_response())
}

/// `GET /users/{name}/likes`.
pub(crate) async fn likes(Path(name): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let user = find(&asked.app, &name).await?;
    let (page, params) = (asked.page(), &asked.here.params);
    let filter = PhotoFilter {
        liked_by: Some(user.id),
        orientation: filters::orientation(params),
        ..PhotoFilter::default()
    };
    let found = asked.app.store().photos(&filter, filters::photo_order(params), page).await?;
    asked.photos(page, found).await
}

/// `GET /users/{name}/collections`; the private ones to their owner alone.
pub(crate) async fn collections(
    Path(name): Path<String>,
    asked: Asked,
) -> Result<Response, ApiError> {
    let user = find(&asked.app, &name).await?;
    let reader = asked.caller.acting(Scope::ReadCollections).ok();
    let filter = CollectionFilter {
        with_private: reader.is_some_and(|reader| reader.id == user.id),
        owner: Some(user.id),
        ..CollectionFilter::default()
    };
    let page = asked.page();
    let found = asked.app.store().collections(&filter, page).await?;
    asked.collections(page, found).await
}

/// `GET /users/{name}/statistics`.
pub(crate) async fn statistics(
    Path(name): Path<String>,
    asked: Asked,
) -> Result<Response, ApiError> {
    let user = find(&asked.app, &name).await?;
    let window = photos::window(&asked.app, &asked.here.params);
    let of = StatisticsOf::User(user.id.clone());
    let counts = asked.app.store().daily_counts(&of, window.first(), window.today).await?;
    let (views, downloads) = asked.app.store().views_and_downloads(&of).await?;
    let likes = counts.iter().map(|count| count.likes).sum();
    let json = UnsplashStatistics {
        id: user.id.as_str(),
        slug: None,
        username: Some(user.username.as_str()),
        counts: PhotoStatistics::render((views, downloads, likes), &counts, window),
    };
    Ok(Json(json).into_response())
}

/// `GET /users/{name}/followers` and `/following`: nobody follows anybody here.
pub(crate) async fn follows(Path(name): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    find(&asked.app, &name).await?;
    Ok(asked.users(asked.page(), &Listing::empty()))
}
