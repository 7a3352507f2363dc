//! `GET /images/{key}`: the original, or a picture at the size and in the form asked for.

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use tintype_domain::{Counted, ImageKey, Photo};
use tintype_imaging::ImageParams;

use super::conditional::{Version, attachment, quoted};
use super::original;
use crate::extract::{Params, Path};
use crate::{ApiError, App};

/// `GET /images/{key}`.
pub(crate) async fn get(
    State(app): State<App>,
    Path(key): Path<String>,
    RawQuery(query): RawQuery,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let photo = find(&app, &key).await?;
    let params = read_params(query.as_deref().unwrap_or_default());
    let response = send(&app, &photo, &params, (&method, &headers)).await?;
    count_view(&app, &photo, &method, &response);
    Ok(response)
}

/// `GET /images/small/{key}`: a small JPEG, without any parameter.
pub(crate) async fn small(
    State(app): State<App>,
    Path(key): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let photo = find(&app, &key).await?;
    let params = ImageParams::parse([("fit", "max"), ("fm", "jpg"), ("q", "80"), ("w", "400")]);
    let response = send(&app, &photo, &params, (&method, &headers)).await?;
    count_view(&app, &photo, &method, &response);
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

/// Sends a photo's picture.
pub(super) async fn send(
    app: &App,
    photo: &Photo,
    params: &ImageParams,
    (method, headers): (&Method, &HeaderMap),
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
    let image = app.library().image(photo, &settled).await?;
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
