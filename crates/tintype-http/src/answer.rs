//! Answers in JSON and HTML: one pass of serialising, and the headers that go with it.

use std::hash::Hasher;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Serialize;
use tintype_domain::Page;

use crate::ApiError;
use crate::middleware::StyleHash;

/// Exactly this: some clients compare with `===`, and a charset breaks them.
pub(crate) const APPLICATION_JSON: HeaderValue = HeaderValue::from_static("application/json");
pub(crate) const TEXT_HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// For answers that are the same for a while.
const FRESH_FOR_A_MINUTE: HeaderValue =
    HeaderValue::from_static("max-age=60, stale-if-error=3600, stale-while-revalidate=60");
/// For answers that must not be kept.
pub(crate) const NOT_KEPT: HeaderValue =
    HeaderValue::from_static("private, max-age=0, no-cache, no-store, must-revalidate");

/// A JSON answer with a weak ETag, fresh for a minute.
pub(crate) struct Json<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => {
                let tag = weak_tag(&body);
                let mut response = of_json(StatusCode::OK, body.into());
                response.headers_mut().insert(header::ETAG, tag);
                response.headers_mut().insert(header::CACHE_CONTROL, FRESH_FOR_A_MINUTE);
                response
            }
            Err(error) => ApiError::internal(error).into_response(),
        }
    }
}

/// A JSON answer that must not be kept, with any status.
pub(crate) struct Unkept<T>(pub StatusCode, pub T);

impl<T: Serialize> IntoResponse for Unkept<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.1) {
            Ok(body) => {
                let mut response = of_json(self.0, body.into());
                response.headers_mut().insert(header::CACHE_CONTROL, NOT_KEPT);
                response
            }
            Err(error) => ApiError::internal(error).into_response(),
        }
    }
}

/// A page, with the hash of its style element for the policy.
pub(crate) struct Html(pub tintype_pages::Page);

impl IntoResponse for Html {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.0.html));
        response.headers_mut().insert(header::CONTENT_TYPE, TEXT_HTML);
        response.headers_mut().insert(header::CACHE_CONTROL, CHECKED_EACH_TIME);
        response.headers_mut().insert(header::VARY, PAGE_VARIES);
        if let Some(hash) = self.0.style_hash {
            response.extensions_mut().insert(StyleHash(hash));
        }
        response
    }
}

const CHECKED_EACH_TIME: HeaderValue = HeaderValue::from_static("private, no-cache");
const PAGE_VARIES: HeaderValue =
    HeaderValue::from_static("Accept, Accept-Encoding, Accept-Language, Cookie");

/// A page of a list in JSON, with the headers clients page by.
pub(crate) struct Listed<T> {
    /// The body.
    pub body: T,
    /// Where one is in the list.
    pub place: Place,
}

impl<T: Serialize> IntoResponse for Listed<T> {
    fn into_response(self) -> Response {
        let mut response = Json(self.body).into_response();
        self.place.write(response.headers_mut());
        response
    }
}

/// Where one is in a list, and how one gets to the other pages.
pub(crate) struct Place {
    /// This page.
    pub page: Page,
    /// Things on all pages.
    pub total: u64,
    /// The address without `page` and `per_page`: origin, path, and the other parameters, each
    /// encoded, sorted by name.
    pub address: ListAddress,
}

/// The address of a list, whatever the page.
pub(crate) struct ListAddress {
    /// Origin and path.
    pub base: String,
    /// The parameters that are not about paging, sorted by name.
    pub parameters: Vec<(String, String)>,
}

impl ListAddress {
    fn at(&self, number: u64, size: u32) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let paging = [("page", number.to_string()), ("per_page", size.to_string())];
        let others = self.parameters.iter().map(|(name, value)| (name.as_str(), value.clone()));
        let mut pairs: Vec<(&str, String)> = others.chain(paging).collect();
        pairs.sort_by(|a, b| a.0.cmp(b.0));
        query.extend_pairs(pairs);
        format!("{}?{}", self.base, query.finish())
    }
}

impl Place {
    fn write(&self, headers: &mut HeaderMap) {
        headers.insert(X_TOTAL, HeaderValue::from(self.total));
        headers.insert(X_PER_PAGE, HeaderValue::from(self.page.size()));
        if let Some(link) = self.link().and_then(|link| HeaderValue::try_from(link).ok()) {
            headers.insert(header::LINK, link);
        }
    }

    /// `first, prev, last, next`, as the contract has them; `None` for a list of one page.
    fn link(&self) -> Option<String> {
        let (number, pages) = (u64::from(self.page.number()), self.page.count(self.total));
        let mut links = Vec::with_capacity(4);
        if number > 1 {
            links.push((1, "first"));
            links.push((number - 1, "prev"));
        }
        if number < pages {
            links.push((pages, "last"));
            links.push((number + 1, "next"));
        }
        let written = links.iter().map(|(number, rel)| {
            format!("<{}>; rel=\"{rel}\"", self.address.at(*number, self.page.size()))
        });
        let text = written.collect::<Vec<_>>().join(", ");
        (!text.is_empty()).then_some(text)
    }
}

const X_TOTAL: HeaderName = HeaderName::from_static("x-total");
const X_PER_PAGE: HeaderName = HeaderName::from_static("x-per-page");

/// A weak ETag of a body: 64 bits tell two versions of one address apart.
pub(crate) fn weak_tag(body: &[u8]) -> HeaderValue {
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(body);
    let tag = format!("W/\"{:016x}\"", hasher.finish());
    HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("W/\"0\""))
}

fn of_json(status: StatusCode, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, APPLICATION_JSON);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(number: u32, total: u64) -> Place {
        let parameters = vec![("color".to_owned(), "red,blue".to_owned())];
        let address = ListAddress { base: "http://h/photos".to_owned(), parameters };
        Place { page: Page::first(10).at(number), total, address }
    }

    #[test]
    fn links_come_in_the_order_clients_know() {
        let link = place(3, 89).link().unwrap();
        let at = |page: u32| format!("<http://h/photos?color=red%2Cblue&page={page}&per_page=10>");
        let expected = format!(
            "{}; rel=\"first\", {}; rel=\"prev\", {}; rel=\"last\", {}; rel=\"next\"",
            at(1),
            at(2),
            at(9),
            at(4)
        );
        assert_eq!(link, expected);
    }

    #[test]
    fn the_ends_of_a_list_have_half_the_links() {
        let first = place(1, 11).link().unwrap();
        assert!(first.contains("rel=\"last\"") && first.contains("rel=\"next\""));
        assert!(!first.contains("first") && !first.contains("prev"));
        let last = place(2, 11).link().unwrap();
        assert!(!last.contains("rel=\"last\"") && !last.contains("next"));
        assert_eq!(place(1, 10).link(), None);
        assert_eq!(place(1, 0).link(), None);
    }

    #[test]
    fn a_weak_tag_follows_the_body() {
        assert_eq!(weak_tag(b"a"), weak_tag(b"a"));
        assert_ne!(weak_tag(b"a"), weak_tag(b"b"));
    }
}
