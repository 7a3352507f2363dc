//! A public original, whole or in parts, inline or as a download.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use tintype_domain::Photo;
use tintype_library::Original;

use super::conditional::Version;
use super::range::{Wanted, read};
use crate::{ApiError, App};

/// Sends an original.
pub(super) async fn send(
    app: &App,
    photo: &Photo,
    original: &Original,
    (method, headers): (&Method, &HeaderMap),
) -> Result<Response, ApiError> {
    let version = Version::new(&original.etag(), photo.created_at, false);
    if version.is_known(headers) {
        return Ok(version.not_modified());
    }
    let size = original.size_bytes;
    let (status, range) = match wanted(headers, &version, size) {
        Wanted::Whole => (StatusCode::OK, 0..size),
        Wanted::Part(range) => (StatusCode::PARTIAL_CONTENT, range),
        Wanted::Nothing => return Ok(beyond_the_end(&version, size)),
    };
    let body = if method == Method::HEAD {
        Body::empty()
    } else {
        let part = (status == StatusCode::PARTIAL_CONTENT).then(|| range.clone());
        Body::from_stream(app.library().original_bytes(original, part).await?)
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    version.write(headers);
    let media_type = HeaderValue::from_static(original.media_type.as_str());
    headers.insert(header::CONTENT_TYPE, media_type);
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(range.end - range.start));
    if status == StatusCode::PARTIAL_CONTENT {
        let place = format!("bytes {}-{}/{size}", range.start, range.end - 1);
        headers
            .extend(HeaderValue::try_from(place).ok().map(|place| (header::CONTENT_RANGE, place)));
    }
    Ok(response)
}

/// `If-Range` with another version asks for the whole.
fn wanted(headers: &HeaderMap, version: &Version, size: u64) -> Wanted {
    let condition = headers.get(header::IF_RANGE);
    let date = version.modified.to_http_date();
    let holds =
        condition.is_none_or(|tag| *tag == version.etag || tag.as_bytes() == date.as_bytes());
    let range = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    read(range.filter(|_| holds), size)
}

fn beyond_the_end(version: &Version, size: u64) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
    version.write(response.headers_mut());
    let place = HeaderValue::try_from(format!("bytes */{size}")).ok();
    response.headers_mut().extend(place.map(|place| (header::CONTENT_RANGE, place)));
    response
}
