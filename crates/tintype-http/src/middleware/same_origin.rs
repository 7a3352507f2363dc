//! Whether a request was sent by our own pages, and the cookie that they send.

use axum::http::{HeaderMap, header};

use tintype_library::Library;
use url::Url;

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

/// The origin of the page that calls, as far as a browser tells; `None` for other programs. A
/// browser that hides the page, as a sandbox does, calls from `null`.
pub(crate) fn page_origin(headers: &HeaderMap) -> Option<String> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(origin) = text("origin") {
        return Some(origin.to_ascii_lowercase());
    }
    let referer = text("referer").and_then(|address| Url::parse(address).ok());
    if let Some(address) = referer {
        return Some(address.origin().ascii_serialization());
    }
    text("sec-fetch-site")
        .filter(|site| matches!(*site, "cross-site" | "same-site"))
        .map(|_| "null".to_owned())
}

/// Whether a form came from a page of ours. Browsers say where it came from, and that decides;
/// what says nothing, such as a script, must bring the token of the page it was given.
pub(crate) fn is_our_form(
    headers: &HeaderMap,
    origin: &str,
    token: Option<&str>,
    cookie: Option<&str>,
) -> bool {
    let tells = ["sec-fetch-site", "origin", "referer"];
    if tells.iter().any(|name| headers.contains_key(*name)) {
        return is_same_origin(headers, origin);
    }
    token.zip(cookie).is_some_and(|(token, cookie)| token == Library::form_token(cookie))
}

fn is_below(address: &str, origin: &str) -> bool {
    let begins = address.get(..origin.len()).is_some_and(|head| head.eq_ignore_ascii_case(origin));
    begins && address[origin.len()..].starts_with('/')
}

/// The name of the session's cookie: bound to the host where that is possible.
pub(crate) fn session_cookie_name(origins: &Origins) -> &'static str {
    if origins.is_https() { "__Host-tintype_session" } else { "tintype_session" }
}

/// The name of the cookie by which forms before signing in are told from others'.
pub(crate) fn form_cookie_name(origins: &Origins) -> &'static str {
    if origins.is_https() { "__Host-tintype_form" } else { "tintype_form" }
}

/// The value of the session's cookie, if one was sent.
pub(crate) fn session_cookie<'a>(headers: &'a HeaderMap, origins: &Origins) -> Option<&'a str> {
    cookie(headers, session_cookie_name(origins))
}

/// The value of the cookie of forms, if one was sent.
pub(crate) fn form_cookie<'a>(headers: &'a HeaderMap, origins: &Origins) -> Option<&'a str> {
    cookie(headers, form_cookie_name(origins))
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

    fn headers(name: &'static str, value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        headers
    }

    #[test]
    fn the_page_that_calls_is_told_by_browsers() {
        for (name, value, page) in [
            ("origin", "https://Example.org", Some("https://example.org")),
            ("origin", "null", Some("null")),
            ("referer", "https://example.org/page?a=b", Some("https://example.org")),
            ("sec-fetch-site", "cross-site", Some("null")),
            ("sec-fetch-site", "same-origin", None),
            ("sec-fetch-site", "none", None),
            ("x-other", "", None),
        ] {
            assert_eq!(page_origin(&headers(name, value)).as_deref(), page, "{name}: {value}");
        }
    }

    #[test]
    fn a_form_without_a_browser_needs_its_token() {
        let token = Library::form_token("cookie");
        let ours = |name: &'static str, value: &str, token: Option<&str>| {
            is_our_form(&headers(name, value), "http://h", token, Some("cookie"))
        };
        assert!(ours("x-other", "", Some(&token)));
        assert!(!ours("x-other", "", Some("another")));
        assert!(!ours("x-other", "", None));
        assert!(ours("origin", "http://h", None));
        assert!(!ours("origin", "http://evil.example", Some(&token)));
        assert!(!is_our_form(&HeaderMap::new(), "http://h", Some(&token), None));
    }

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
