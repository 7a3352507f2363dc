//! `GET /web/photos/{id}/download`: the bytes, for those who have nothing but the address.

use axum::extract::{RawQuery, State};
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use tintype_domain::{Counted, Photo};
use tintype_imaging::ImageParams;

use super::conditional::attachment;
use super::get::{Wish, send};
use crate::extract::{Params, Path};
use crate::unsplash::photos::find;
use crate::{ApiError, App};

/// Sends the original, or with `w=` a smaller JPEG; with `force=true` as a file to keep.
pub(crate) async fn download(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    wish: Wish,
) -> Result<Response, ApiError> {
    let photo = find(&app, &id).await?;
    let asked = Params::parse(query.as_deref().unwrap_or_default());
    let params = match asked.get("w") {
        Some(width) => {
            ImageParams::parse([("fit", "max"), ("fm", "jpg"), ("q", "85"), ("w", width)])
        }
        None => ImageParams::default(),
    };
    let mut response = send(&app, &photo, &params, &wish).await?;
    if wish.method == Method::GET && response.status() == StatusCode::OK {
        app.library().count(&photo.id, Counted::Download);
    }
    if asked.flag("force") == Some(true)
        || asked.get("force").is_some_and(|f| f.starts_with("true"))
    {
        let name = file_name(&photo, &response);
        response.headers_mut().insert(header::CONTENT_DISPOSITION, attachment(&name));
    }
    Ok(response)
}

fn file_name(photo: &Photo, response: &Response) -> String {
    let named = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = named.and_then(tintype_domain::MediaType::parse);
    format!("{}.{}", photo.slug, kind.map_or("jpg", tintype_domain::MediaType::extension))
}
