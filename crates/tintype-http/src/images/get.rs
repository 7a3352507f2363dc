//! `GET /images/{key}`: the original, or a picture at the size and in the form asked for.

use std::convert::Infallible;
use std::net::IpAddr;

use axum::body::Body;
use axum::extract::{FromRequestParts, RawQuery, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use tintype_domain::{AppId, Counted, ImageKey, Photo};
use tintype_imaging::ImageParams;
use tintype_store::AppDeed;

use super::conditional::{Version, attachment, quoted};
use super::original;
use crate::extract::{Params, Path, Peer};
use crate::{ApiError, App};

/// `GET /images/{key}`.
pub(crate) async fn get(
    State(app): State<App>,
    Path(key): Path<String>,
    RawQuery(query): RawQuery,
    wish: Wish,
) -> Result<Response, ApiError> {
    let photo = find(&app, &key).await?;
    let params = read_params(query.as_deref().unwrap_or_default());
    let response = send(&app, &photo, &params, &wish).await?;
    count_view(&app, &photo, &wish.method, &response);
    count_use(&app, &photo, query.as_deref(), &wish.method, &response);
    Ok(response)
}

/// `GET /images/small/{key}`: a small JPEG, without any parameter.
pub(crate) async fn small(
    State(app): State<App>,
    Path(key): Path<String>,
    wish: Wish,
) -> Result<Response, ApiError> {
    let photo = find(&app, &key).await?;
    let params = ImageParams::parse([("fit", "max"), ("fm", "jpg"), ("q", "80"), ("w", "400")]);
    let response = send(&app, &photo, &params, &wish).await?;
    count_view(&app, &photo, &wish.method, &response);
    Ok(response)
}

async fn find(app: &App, key: &str) -> Result<Photo, ApiError> {
    let key = ImageKey::parse(key).map_err(|_| ApiError::NotFound("Image"))?;
    app.store().photo_by_image_key(&key).await?.ok_or(ApiError::NotFound("Image"))
}

/// Reads the parameters of an image address.
pub(super) fn read_params(query: &str) -> ImageParams {
    let pairs = Params::parse(query);
    ImageParams::parse(pairs.iter())
}

/// How a picture is asked for.
pub(crate) struct Wish {
    pub method: Method,
    pub headers: HeaderMap,
    pub from: IpAddr,
}

impl<S: Send + Sync> FromRequestParts<S> for Wish {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let from = Peer::address(&parts.extensions);
        Ok(Self { method: parts.method.clone(), headers: parts.headers.clone(), from })
    }
}

/// Sends a photo's picture.
pub(super) async fn send(
    app: &App,
    photo: &Photo,
    params: &ImageParams,
    Wish { method, headers, from }: &Wish,
) -> Result<Response, ApiError> {
    if params.is_original()
        && let Some(found) = app.library().original(photo)
    {
        let mut response = original::send(app, photo, &found, (method, headers)).await?;
        name_download(params, response.headers_mut());
        return Ok(response);
    }
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let settled = params.negotiate(accept.unwrap_or_default());
    let etag = app.library().image_etag(photo, &settled);
    let version = Version::new(&etag, photo.created_at, params.varies_by_accept());
    if version.is_known(headers) {
        return Ok(version.not_modified());
    }
    let image = if let Some(image) = app.library().image_made_before(photo, &settled).await? {
        image
    } else {
        check_misses(app, *from)?;
        app.library().image(photo, &settled).await?
    };
    let mut response = Response::new(Body::from(image.bytes));
    let headers = response.headers_mut();
    Version { etag: quoted(&image.etag), ..version }.write(headers);
    if image.is_stand_in {
        // The real one may be there in a minute, at this very address.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
        headers.remove(header::LAST_MODIFIED);
    }
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("none"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(image.media_type));
    name_download(params, headers);
    Ok(response)
}

/// Making a picture costs what sending one does not, so it has a budget of its own.
fn check_misses(app: &App, from: IpAddr) -> Result<(), ApiError> {
    let tally = app.image_misses().count_apart(None, from, app.clock().now());
    if tally.is_within {
        return Ok(());
    }
    let message = "Too many pictures were made for this address; try again later.".into();
    Err(ApiError::TooMany { message, retry_after: tally.resets_in })
}

fn name_download(params: &ImageParams, headers: &mut HeaderMap) {
    if let Some(name) = params.download_name() {
        headers.insert(header::CONTENT_DISPOSITION, attachment(name));
    }
}

/// Showing a picture is a view of its photo; checking whether it changed is none.
fn count_view(app: &App, photo: &Photo, method: &Method, response: &Response) {
    if *method == Method::GET && response.status() == StatusCode::OK {
        app.library().count(&photo.id, Counted::View);
    }
}

/// Addresses tell which application they were given to.
fn count_use(app: &App, photo: &Photo, query: Option<&str>, method: &Method, response: &Response) {
    if *method != Method::GET || response.status() != StatusCode::OK {
        return;
    }
    let pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let mut marks = pairs.filter(|(name, _)| name == "ixid");
    if let Some(id) = marks.next().and_then(|(_, mark)| AppId::parse(&mark).ok()) {
        app.library().count_deed(&id, AppDeed::View(photo.id.clone()));
    }
}
