//! The headers every picture carries, and whether the client has it already.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use tintype_domain::Timestamp;

use crate::middleware::names_tag;

/// What tells one version of a picture from another.
#[derive(Debug, Clone)]
pub(super) struct Version {
    /// Strong, in quotes.
    pub etag: HeaderValue,
    /// When the picture came to be.
    pub modified: Timestamp,
    /// Whether `Accept` chose the form.
    pub varies_by_accept: bool,
}

impl Version {
    /// A version of this validator.
    pub(super) fn new(etag: &str, modified: Timestamp, varies_by_accept: bool) -> Self {
        Self { etag: quoted(etag), modified, varies_by_accept }
    }

    /// Whether the client has this very version. `If-None-Match` counts before the date.
    pub(super) fn is_known(&self, headers: &HeaderMap) -> bool {
        if let Some(sent) = headers.get(header::IF_NONE_MATCH) {
            return names_tag(sent, &self.etag);
        }
        let since = headers.get(header::IF_MODIFIED_SINCE).and_then(|value| value.to_str().ok());
        since.is_some_and(|since| since == self.modified.to_http_date())
    }

    /// Writes what goes for every answer, 304 included.
    pub(super) fn write(&self, headers: &mut HeaderMap) {
        headers.insert(header::ETAG, self.etag.clone());
        if let Ok(date) = HeaderValue::try_from(self.modified.to_http_date()) {
            headers.insert(header::LAST_MODIFIED, date);
        }
        headers.insert(header::CACHE_CONTROL, A_YEAR);
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        headers.insert(TIMING_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        if self.varies_by_accept {
            headers.insert(header::VARY, HeaderValue::from_static("Accept"));
        }
    }

    /// The answer to those who have it.
    pub(super) fn not_modified(&self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        self.write(response.headers_mut());
        response
    }
}

/// A strong validator as a header has it.
pub(super) fn quoted(etag: &str) -> HeaderValue {
    let quoted = HeaderValue::try_from(format!("\"{etag}\""));
    quoted.unwrap_or(HeaderValue::from_static("\"0\""))
}

const A_YEAR: HeaderValue = HeaderValue::from_static("public, max-age=31536000");
const TIMING_ALLOW_ORIGIN: HeaderName = HeaderName::from_static("timing-allow-origin");

/// `Content-Disposition` of a download. The name is ours or was asked for, and goes through as
/// plain letters and in RFC 8187's form.
pub(super) fn attachment(name: &str) -> HeaderValue {
    let plain: String =
        name.chars()
            .map(|letter| {
                if letter.is_ascii_alphanumeric() || "-_. ".contains(letter) { letter } else { '_' }
            })
            .take(150)
            .collect();
    let full = crate::links::segment(&name.chars().take(150).collect::<String>());
    let text = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}");
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("attachment"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strangers_name_breaks_no_header() {
        let header = attachment("a\"\r\nSet-Cookie: x=1; ü.jpg");
        let text = header.to_str().unwrap();
        assert!(!text.contains('\r') && !text.contains('\n'));
        assert!(text.starts_with("attachment; filename=\"a___Set-Cookie_ x_1_ _.jpg\";"), "{text}");
        assert!(text.ends_with("filename*=UTF-8''a%22%0D%0ASet-Cookie%3A%20x%3D1%3B%20%C3%BC.jpg"));
    }

    #[test]
    fn the_tag_counts_before_the_date() {
        let version = Version::new("abc", Timestamp::from_micros(0), false);
        let mut headers = HeaderMap::new();
        let date = HeaderValue::from_static("Thu, 01 Jan 1970 00:00:00 GMT");
        headers.insert(header::IF_MODIFIED_SINCE, date);
        assert!(version.is_known(&headers));
        headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static("\"other\""));
        assert!(!version.is_known(&headers));
    }
}
