//! Atom feeds of the home page, of a search, of a person and of a topic.

use std::fmt::Write;

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use tintype_domain::{Page, Photo, PhotoOrder, SearchOrder, Timestamp};
use tintype_library::PhotoQuery;
use tintype_store::PhotoFilter;

use super::visit::Visit;
use crate::extract::Path;
use crate::gather::Gathered;
use crate::links::{search_path, topic_path, user_path};
use crate::unsplash::photos::editorial;
use crate::unsplash::{filters, topics, users};
use crate::{ApiError, spoken};

const ENTRIES: u32 = 30;

/// `GET /feed.atom`.
pub(crate) async fn home_feed(visit: Visit) -> Result<Response, ApiError> {
    let found = editorial(&visit.app, PhotoFilter::default(), Page::first(ENTRIES)).await?;
    let title = visit.app.library().settings().library.name.clone();
    feed(&visit, &title, "/", &found.items).await
}

/// `GET /s/photos/{query}/feed.atom`: the newest, whatever matches best.
pub(crate) async fn search_feed(
    Path((kind, words)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, ApiError> {
    if kind != "photos" {
        return Err(ApiError::NoRoute);
    }
    filters::check_length(&words)?;
    let query = PhotoQuery {
        order: SearchOrder::Latest,
        language: spoken::language(),
        ..PhotoQuery::words(words.as_str())
    };
    let found = visit.app.library().search_photos(&query, Page::first(ENTRIES)).await?;
    feed(&visit, &words, &search_path("photos", &words), &found.items).await
}

/// `GET /@{username}/feed.atom`.
pub(crate) async fn user_feed(
    Path(name): Path<String>,
    visit: Visit,
) -> Result<Response, ApiError> {
    let user = users::find(&visit.app, &name).await?;
    let filter = PhotoFilter { owner: Some(user.id.clone()), ..PhotoFilter::default() };
    let page = user_path(&user.username, "");
    newest(&visit, &user.name(), &page, &filter).await
}

/// `GET /t/{topic}/feed.atom`.
pub(crate) async fn topic_feed(
    Path(slug): Path<String>,
    visit: Visit,
) -> Result<Response, ApiError> {
    let topic = topics::find(&visit.app, &slug).await?;
    let filter = PhotoFilter { topics: vec![topic.id], ..PhotoFilter::default() };
    newest(&visit, &topic.title, &topic_path(&topic.slug), &filter).await
}

async fn newest(
    visit: &Visit,
    title: &str,
    page: &str,
    filter: &PhotoFilter,
) -> Result<Response, ApiError> {
    let found = visit.app.store().photos(filter, PhotoOrder::Latest, Page::first(ENTRIES)).await?;
    feed(visit, title, page, &found.items).await
}

async fn feed(
    visit: &Visit,
    title: &str,
    page: &str,
    photos: &[Photo],
) -> Result<Response, ApiError> {
    let around = Gathered::around(&visit.app, None, photos).await?;
    let (links, now) = (visit.links(), visit.app.clock().now());
    let updated = photos.iter().map(|photo| photo.updated_at).max().unwrap_or(now);
    let mut xml = head(title, &links.absolute(page), &links.absolute(&visit.here.path), updated);
    for photo in photos {
        let Some(owner) = around.owner_of(photo) else { continue };
        entry(&mut xml, visit, photo, &owner.name());
    }
    xml.push_str("</feed>\n");
    let mut response = Response::new(Body::from(xml));
    let headers = response.headers_mut();
    let atom = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, atom);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    Ok(response)
}

fn head(title: &str, page: &str, own: &str, updated: Timestamp) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>{}</title>\n<id>{}</id>\n\
         <updated>{}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <link rel=\"self\" href=\"{}\"/>\n",
        escape(title),
        escape(page),
        updated.to_rfc3339(),
        escape(page),
        escape(own)
    )
}

fn entry(xml: &mut String, visit: &Visit, photo: &Photo, owner: &str) {
    let links = visit.links();
    let (page, image) = (links.photo_page(photo), links.image_within(photo, 1_080));
    let title = photo.heading().unwrap_or("Photo");
    let alt = photo.alt_description.as_deref().unwrap_or_default();
    let picture = format!(
        "<a href=\"{}\"><img src=\"{}\" alt=\"{}\"></a>",
        escape(&page),
        escape(&image),
        escape(alt)
    );
    // Writing to a String cannot fail.
    let _ = write!(
        xml,
        "<entry>\n<title>{}</title>\n<id>{}</id>\n<published>{}</published>\n\
         <updated>{}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <content type=\"html\">{}</content>\n</entry>\n",
        escape(title),
        escape(&page),
        photo.created_at.to_rfc3339(),
        photo.updated_at.to_rfc3339(),
        escape(owner),
        escape(&page),
        escape(&picture)
    );
}

/// Text within XML; control characters that XML does not know are left out.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            control if control.is_control() => {}
            '\u{fffe}' | '\u{ffff}' => {}
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_cannot_break_out_of_xml() {
        assert_eq!(escape("<a b=\"c\">&\u{0}\u{8}"), "&lt;a b=&quot;c&quot;&gt;&amp;");
    }
}
