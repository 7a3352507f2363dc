//! `/users/{name}` and what lies below.

use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tintype_domain::{DailyCount, Listing, Page, Photo, PhotoId, Scope, User, Username};
use tintype_store::{CollectionFilter, PhotoFilter, StatisticsOf};

use super::json::{PhotoStatistics, UnsplashFullUser, UnsplashPhoto, UnsplashStatistics};
use super::lists::Asked;
use super::{filters, photos};
use crate::answer::{Json, Listed};
use crate::extract::Path;
use crate::gather::Gathered;
use crate::{ApiError, App, deeds};

/// The person of this name, unless their account was closed.
pub(crate) async fn find(app: &App, name: &str) -> Result<User, ApiError> {
    let name = Username::parse(name).map_err(|_| ApiError::NotFound("User"))?;
    let user = app.store().user_by_username(&name).await?;
    deeds::database(|| format!("person {name}"));
    user.filter(|user| user.disabled_at.is_none()).ok_or(ApiError::NotFound("User"))
}

fn by(user: &User) -> PhotoFilter {
    PhotoFilter { owner: Some(user.id.clone()), ..PhotoFilter::default() }
}

/// `GET /users/{name}`.
pub(crate) async fn get(Path(name): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let user = find(&asked.app, &name).await?;
    let (newest, downloads) = known_of(&asked.app, &user).await?;
    let json = UnsplashFullUser::render(&user, &newest, downloads, &asked.here.links);
    Ok(Json(json).into_response())
}

/// Someone's newest photos, and how often their photos were downloaded.
pub(crate) async fn known_of(app: &App, user: &User) -> Result<(Vec<Photo>, u64), ApiError> {
    let newest = app.store().newest_of(std::slice::from_ref(&user.id), NEWEST).await?;
    let of = StatisticsOf::User(user.id.clone());
    let (_, downloads) = app.store().views_and_downloads(&of).await?;
    deeds::database(|| format!("newest photos and downloads of {}", user.username));
    Ok((newest, downloads))
}

/// Photos that stand for a person.
pub(super) const NEWEST: u32 = 3;

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
    let around = Gathered::around(&asked.app, asked.caller.viewer(), &found.items).await?;
    let window = photos::window(&asked.app, &asked.here.params);
    let ids: Vec<PhotoId> = found.items.iter().map(|photo| photo.id.clone()).collect();
    let counts = asked.app.store().daily_counts_of(&ids, window.first(), window.today).await?;
    deeds::database(|| format!("counts by day: {} rows", counts.len()));
    let counted = found.items.iter().filter_map(|photo| {
        let is_its = |count: &&DailyCount| count.photo.as_ref() == Some(&photo.id);
        let own: Vec<DailyCount> = counts.iter().filter(is_its).cloned().collect();
        let totals = (photo.views, photo.downloads, photo.likes);
        let statistics = PhotoStatistics::render(totals, &own, window);
        let json = UnsplashPhoto::render(photo, &around, &asked.here.links);
        json.map(|photo| CountedPhoto { photo, statistics })
    });
    let body: Vec<_> = counted.collect();
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
