//! `GET /photos/random`: one, or an array when `count` is there.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tintype_domain::Username;
use tintype_library::RandomPick;
use tintype_store::PhotoFilter;

use crate::answer::Unkept;
use crate::extract::{Caller, Params};
use crate::gather::Gathered;
use crate::unsplash::filters;
use crate::unsplash::json::UnsplashFullPhoto;
use crate::unsplash::lists::Asked;
use crate::{ApiError, App, deeds, spoken};

/// `GET /photos/random`.
pub(crate) async fn random(asked: Asked) -> Result<Response, ApiError> {
    let params = &asked.here.params;
    let pick = pick(&asked.app, &asked.caller, params).await?;
    let photos = asked.app.library().random_photos(&pick).await?;
    deeds::database(|| format!("{} photos by chance", photos.len()));
    if photos.is_empty() {
        return Err(ApiError::NoPhotos);
    }
    let around = Gathered::around(&asked.app, asked.caller.viewer(), &photos).await?;
    let links = &asked.here.links;
    let mut json: Vec<_> = photos
        .iter()
        .filter_map(|photo| UnsplashFullPhoto::render(photo, &around, links))
        .collect();
    let mut response = if params.get("count").is_some() {
        Unkept(StatusCode::OK, json).into_response()
    } else {
        Unkept(StatusCode::OK, json.pop().ok_or(ApiError::NoPhotos)?).into_response()
    };
    response.headers_mut().insert(header::CACHE_CONTROL, NEVER_FRESH);
    Ok(response)
}

async fn pick(app: &App, caller: &Caller, params: &Params) -> Result<RandomPick, ApiError> {
    let owner = match params.get("username") {
        Some(name) => {
            let name = Username::parse(name).map_err(|_| ApiError::NoPhotos)?;
            let user = app.store().user_by_username(&name).await?;
            Some(user.ok_or(ApiError::NoPhotos)?.id)
        }
        None => None,
    };
    let filter = PhotoFilter {
        owner,
        collections: filters::visible_collections(app, caller, params).await?,
        topics: filters::topics(app, params).await?,
        orientation: filters::orientation(params),
        content_filter: Some(filters::content_filter(params)),
        is_featured: params.flag("featured") == Some(true),
        ..PhotoFilter::default()
    };
    let query = params.get("query").unwrap_or_default();
    filters::check_length(query)?;
    let count = params.number("count", 1..=30).unwrap_or(1);
    Ok(RandomPick {
        query: query.to_owned(),
        language: spoken::language(),
        filter,
        count,
        seed: None,
    })
}

const NEVER_FRESH: HeaderValue =
    HeaderValue::from_static("private, max-age=0, no-cache, no-store, must-revalidate");
