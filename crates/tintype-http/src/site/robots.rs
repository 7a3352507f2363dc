//! `/robots.txt` and the sitemap: an index, and one part for each first letter of photo ids.

use std::fmt::Write;

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use tintype_domain::{Photo, PhotoId};

use super::feeds::escape;
use super::visit::Visit;
use crate::extract::Path;
use crate::{ApiError, App};

/// `GET /robots.txt`.
pub(crate) async fn robots(visit: Visit) -> Response {
    let sitemap = visit.links().absolute("/sitemap.xml");
    let text = format!(
        "User-agent: *\nDisallow: /login\nDisallow: /upload\nDisallow: /web/\nDisallow: /suggest\n\
         \nSitemap: {sitemap}\n"
    );
    of_type("text/plain; charset=utf-8", text)
}

/// `GET /sitemap.xml`: the parts that have photos.
pub(crate) async fn sitemap(visit: Visit) -> Result<Response, ApiError> {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for letter in LETTERS.chars() {
        if !photos_of(&visit.app, letter, None, 1).await?.is_empty() {
            let address = visit.links().absolute(&format!("/sitemaps/{letter}"));
            // Writing to a String cannot fail.
            let _ = writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", escape(&address));
        }
    }
    xml.push_str("</sitemapindex>\n");
    Ok(of_type("application/xml", xml))
}

/// `GET /sitemaps/{letter}`: every listed photo whose id begins so, with its picture.
pub(crate) async fn sitemap_part(
    Path(letter): Path<String>,
    visit: Visit,
) -> Result<Response, ApiError> {
    let mut letters = letter.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return Err(ApiError::NoRoute);
    };
    if !LETTERS.contains(letter) {
        return Err(ApiError::NoRoute);
    }
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n",
    );
    let (mut after, mut count) = (None, 0);
    while count < MOST_IN_PART {
        let photos = photos_of(&visit.app, letter, after.as_ref(), AT_ONCE).await?;
        let Some(last) = photos.last() else { break };
        after = Some(last.id.clone());
        count += photos.len();
        photos
            .iter()
            .filter(|photo| photo.is_listed())
            .for_each(|photo| write(&mut xml, &visit, photo));
    }
    xml.push_str("</urlset>\n");
    Ok(of_type("application/xml", xml))
}

/// Photos whose ids begin with this letter. `-` sorts first in the alphabet of ids.
async fn photos_of(
    app: &App,
    letter: char,
    after: Option<&PhotoId>,
    limit: u32,
) -> Result<Vec<Photo>, ApiError> {
    let first = PhotoId::parse(&format!("{letter}----------")).ok();
    let mut photos = app.store().photos_after(after.or(first.as_ref()), limit).await?;
    photos.retain(|photo| photo.id.as_str().starts_with(letter));
    Ok(photos)
}

fn write(xml: &mut String, visit: &Visit, photo: &Photo) {
    let links = visit.links();
    let _ = writeln!(
        xml,
        "<url><loc>{}</loc><lastmod>{}</lastmod><image:image><image:loc>{}</image:loc>\
         </image:image></url>",
        escape(&links.photo_page(photo)),
        photo.updated_at.to_rfc3339(),
        escape(&links.image_within(photo, 1_080))
    );
}

fn of_type(media_type: &'static str, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}

const LETTERS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const AT_ONCE: u32 = 1_000;
const MOST_IN_PART: usize = 45_000;
