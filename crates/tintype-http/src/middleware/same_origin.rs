//! Whether a request was sent by our own pages, and the cookie that they send.

use axum::http::{HeaderMap, header};

use crate::links::Origins;

/// Whether a browser sent this from a page of this very origin. Browsers say so by
/// `Sec-Fetch-Site` where the origin is trustworthy (TLS, loopback), else by `Origin` or
/// `Referer`.
pub(crate) fn is_same_origin(headers: &HeaderMap, origin: &str) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match text("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => match (text("origin"), text("referer")) {
            (Some(sent), _) => sent.eq_ignore_ascii_case(origin),
            (None, Some(sent)) => is_below(sent, origin),
            (None, None) => false,
        },
    }
}

fn is_below(address: &str, origin: &str) -> bool {
    let begins = address.get(..origin.len()).is_some_and(|head| head.eq_ignore_ascii_case(origin));
    begins && address[origin.len()..].starts_with('/')
}

/// The name of the session's cookie: bound to the host where that is possible.
pub(crate) fn session_cookie_name(origins: &Origins) -> &'static str {
    if origins.is_https() { "__Host-tintype_session" } else { "tintype_session" }
}

/// The value of the session's cookie, if one was sent.
pub(crate) fn session_cookie<'a>(headers: &'a HeaderMap, origins: &Origins) -> Option<&'a str> {
    cookie(headers, session_cookie_name(origins))
}

/// The value of a cookie, if it was sent.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs =
        cookies.flat_map(|text| text.split(';')).filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(name, _)| name.trim() == wanted)?;
    Some(value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_pages_are_told_from_others() {
        for (name, value, ours) in [
            ("sec-fetch-site", "same-origin", true),
            ("sec-fetch-site", "cross-site", false),
            ("sec-fetch-site", "none", false),
            ("origin", "http://h", true),
            ("origin", "http://evil.example", false),
            ("referer", "http://h/s/photos/sea", true),
            ("referer", "http://h.evil.example/", false),
            ("x-other", "", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().unwrap());
            assert_eq!(is_same_origin(&headers, "http://h"), ours, "{name}: {value}");
        }
    }
}
