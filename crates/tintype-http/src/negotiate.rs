//! Which form an address answers in: JSON, or a page for someone who looks at it in a browser.

use axum::http::{HeaderMap, header};

use crate::extract::Params;

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// JSON.
    Json,
    /// HTML.
    Html,
}

/// The form an API address answers in: JSON to everyone who does not clearly want HTML.
pub(crate) fn api_form(headers: &HeaderMap, query: Option<&str>) -> Form {
    if let Some(form) = asked_by_name(query) {
        return form;
    }
    let is_program = headers.contains_key(header::AUTHORIZATION)
        || headers.contains_key("accept-version")
        || headers.get("sec-fetch-dest").is_some_and(|dest| dest != "document");
    if is_program {
        return Form::Json;
    }
    let accept = joined(headers);
    let wants_html = quality(&accept, "text/html") > quality(&accept, "application/json");
    if wants_html { Form::Html } else { Form::Json }
}

/// The form of the one page address that also answers JSON: HTML to everyone who does not ask
/// for JSON by name.
pub(crate) fn page_form(headers: &HeaderMap, query: Option<&str>) -> Form {
    if let Some(form) = asked_by_name(query) {
        return form;
    }
    let accept = joined(headers);
    let json = quality(&accept, "application/json");
    let wants_json = json > 0.0 && json >= quality(&accept, "text/html");
    if wants_json { Form::Json } else { Form::Html }
}

fn asked_by_name(query: Option<&str>) -> Option<Form> {
    let query = query.filter(|query| query.contains("format="))?;
    match Params::parse(query).get("format")? {
        "json" => Some(Form::Json),
        "html" => Some(Form::Html),
        _ => None,
    }
}

fn joined(headers: &HeaderMap) -> String {
    let values = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    values.collect::<Vec<_>>().join(",")
}

/// The quality of a type that is named outright; wildcards say nothing about it.
fn quality(accept: &str, media_type: &str) -> f32 {
    let ranges = accept.split(',').map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let quality = parts.find_map(|part| part.strip_prefix("q=")).map(|q| q.parse().ok());
        (name, quality.map_or(1.0, |quality: Option<f32>| quality.unwrap_or(0.0)))
    });
    let named = ranges.filter(|(name, _)| name.eq_ignore_ascii_case(media_type));
    named.map(|(_, quality)| quality).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    fn check(headers: &[(&'static str, &str)], query: Option<&str>, api: Form, page: Form) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        assert_eq!(api_form(&map, query), api, "api: {headers:?} {query:?}");
        assert_eq!(page_form(&map, query), page, "page: {headers:?} {query:?}");
    }

    #[test]
    fn the_form_follows_what_was_asked_for() {
        use Form::{Html, Json};
        check(&[], None, Json, Html);
        check(&[("accept", "*/*")], None, Json, Html);
        check(&[("accept", "application/json")], None, Json, Json);
        check(&[("accept", BROWSER)], None, Html, Html);
        check(&[("accept", "text/html;q=0.5, application/json")], None, Json, Json);
        check(&[("accept", "application/json;q=0.5, text/html")], None, Html, Html);
        check(&[("accept", "text/html, application/json")], None, Json, Json);
    }

    #[test]
    fn a_name_in_the_query_wins() {
        use Form::{Html, Json};
        check(&[("accept", BROWSER)], Some("format=json"), Json, Json);
        check(&[("authorization", "Client-ID k")], Some("format=html"), Html, Html);
        check(&[("accept", BROWSER)], Some("format=xml"), Html, Html);
    }

    #[test]
    fn programs_get_json_from_the_api() {
        use Form::{Html, Json};
        check(&[("accept", BROWSER), ("authorization", "Client-ID k")], None, Json, Html);
        check(&[("accept", BROWSER), ("accept-version", "v1")], None, Json, Html);
        check(&[("accept", BROWSER), ("sec-fetch-dest", "empty")], None, Json, Html);
        check(&[("accept", BROWSER), ("sec-fetch-dest", "document")], None, Html, Html);
    }
}
