//! `/oembed?url=…`: what other sites need to show a photo page as a picture.

use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::visit::Visit;
use crate::ApiError;
use crate::answer::Json;
use crate::unsplash::photos::find;

#[derive(Serialize)]
struct OEmbed {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: Option<String>,
    author_name: String,
    author_url: String,
    provider_name: String,
    provider_url: String,
    url: String,
    width: u32,
    height: u32,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
    cache_age: u32,
}

/// `GET /oembed`: the photo form, in JSON alone.
pub(crate) async fn oembed(visit: Visit) -> Result<Response, ApiError> {
    let params = visit.params();
    let url = params.get("url").ok_or(ApiError::BadRequest("url is missing".into()))?;
    let slug = url::Url::parse(url).ok().and_then(|url| {
        let mut parts = url.path_segments()?.filter(|part| !part.is_empty());
        (parts.next()? == "p").then(|| parts.next().map(str::to_owned))?
    });
    let photo = find(&visit.app, &slug.ok_or(ApiError::NotFound("Photo"))?).await?;
    let owner = visit.app.store().user(&photo.owner).await?.ok_or(ApiError::NotFound("User"))?;
    let most = |name: &str| params.number(name, 1..=8_192);
    let (width, height) =
        fitting((photo.width, photo.height), (most("maxwidth"), most("maxheight")));
    let (thumb_width, thumb_height) = fitting((photo.width, photo.height), (Some(200), None));
    let links = visit.links();
    Ok(Json(OEmbed {
        version: "1.0",
        kind: "photo",
        title: photo.heading().map(str::to_owned),
        author_name: owner.name(),
        author_url: links.user_page(&owner.username),
        provider_name: visit.app.library().settings().library.name.clone(),
        provider_url: links.absolute("/"),
        url: links.image_within(&photo, width),
        width,
        height,
        thumbnail_url: links.image_within(&photo, 200),
        thumbnail_width: thumb_width,
        thumbnail_height: thumb_height,
        cache_age: 3_600,
    })
    .into_response())
}

/// The largest size within bounds that keeps the picture's shape; at most 1080 wide unless told.
fn fitting((width, height): (u32, u32), most: (Option<u32>, Option<u32>)) -> (u32, u32) {
    let by_width = f64::from(most.0.unwrap_or(1_080)) / f64::from(width.max(1));
    let by_height = most.1.map_or(f64::INFINITY, |most| f64::from(most) / f64::from(height.max(1)));
    let scale = by_width.min(by_height).min(1.0);
    let scaled = |side: u32| ((f64::from(side) * scale).floor() as u32).max(1);
    (scaled(width), scaled(height))
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn a_picture_fits_its_frame() {
        assert_eq!(fitting((3000, 2000), (Some(300), None)), (300, 200));
        assert_eq!(fitting((3000, 2000), (Some(300), Some(100))), (150, 100));
        assert_eq!(fitting((100, 50), (Some(300), None)), (100, 50));
        assert_eq!(fitting((3000, 2000), (None, None)), (1080, 720));
    }
}
