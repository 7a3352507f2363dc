//! `Prefer: handling=strict` (RFC 7240): for those who would rather hear of a slip than have it
//! overlooked. Everyone else is read leniently, as the clients of the contract need it.

use axum::extract::MatchedPath;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};

use crate::extract::Params;
use crate::negotiate::takes_json;
use crate::{ApiError, parameters};

/// Whether the request asks for it.
pub(crate) fn is_strict(headers: &HeaderMap) -> bool {
    let wishes = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok());
    wishes.flat_map(|text| text.split([',', ';'])).any(|wish| {
        let mut parts = wish.split('=').map(|part| part.trim().trim_matches('"'));
        let is_ours = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("handling"));
        is_ours && parts.next().is_some_and(|value| value.eq_ignore_ascii_case("strict"))
    })
}

/// Refuses what a lenient reading would overlook: 406 for a form that there is not, 422 for a
/// parameter that is not known or has a value that it does not take.
pub(crate) fn check_strictly(asked: &Parts) -> Result<(), ApiError> {
    if !takes_json(&asked.headers, asked.uri.query()) {
        return Err(ApiError::refused(StatusCode::NOT_ACCEPTABLE, FORMS));
    }
    if !matches!(asked.method, Method::GET | Method::HEAD) {
        return Ok(());
    }
    let route = asked.extensions.get::<MatchedPath>().map(MatchedPath::as_str).unwrap_or_default();
    parameters::check(route, &Params::parse(asked.uri.query().unwrap_or_default()))
}

/// Says that the wish was heard.
pub(crate) fn write_applied(headers: &mut HeaderMap) {
    headers.insert(PREFERENCE_APPLIED, HeaderValue::from_static("handling=strict"));
    // Another answer to the same address, for another wish.
    headers.append(header::VARY, HeaderValue::from_static("Prefer"));
}

const FORMS: &str = "The answer exists as application/json and, in a browser, as text/html";
const PREFER: HeaderName = HeaderName::from_static("prefer");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wish_is_read_as_the_rfc_writes_it() {
        for (text, strict) in [
            ("handling=strict", true),
            ("Handling=\"strict\"", true),
            ("return=minimal, handling=strict", true),
            ("handling=lenient", false),
            ("strict", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(PREFER, text.parse().unwrap());
            assert_eq!(is_strict(&headers), strict, "{text}");
        }
    }
}
