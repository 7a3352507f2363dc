//! Which form an address answers in (JSON, or a page for someone who looks at it in a browser),
//! and in which language.

use axum::http::{HeaderMap, header};
use tintype_domain::Language;

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
    let accept = joined(headers, header::ACCEPT);
    let wants_html = quality(&accept, "text/html") > quality(&accept, "application/json");
    if wants_html { Form::Html } else { Form::Json }
}

/// The form of the one page address that also answers JSON: HTML to everyone who does not ask
/// for JSON by name.
pub(crate) fn page_form(headers: &HeaderMap, query: Option<&str>) -> Form {
    if let Some(form) = asked_by_name(query) {
        return form;
    }
    let accept = joined(headers, header::ACCEPT);
    let json = quality(&accept, "application/json");
    let wants_json = json > 0.0 && json >= quality(&accept, "text/html");
    if wants_json { Form::Json } else { Form::Html }
}

/// Whether the sender takes one of the forms that an API address answers in.
pub(crate) fn takes_json(headers: &HeaderMap, query: Option<&str>) -> bool {
    let accept = joined(headers, header::ACCEPT);
    let takes = |name| quality(&accept, name) > 0.0;
    accept.trim().is_empty()
        || asked_by_name(query).is_some()
        || ["application/json", "application/*", "*/*", "text/html"].into_iter().any(takes)
}

fn asked_by_name(query: Option<&str>) -> Option<Form> {
    let query = query.filter(|query| query.contains("format="))?;
    match Params::parse(query).get("format")? {
        "json" => Some(Form::Json),
        "html" => Some(Form::Html),
        _ => None,
    }
}

/// The language that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LanguageAsked {
    /// `None` when nothing we speak was asked for.
    pub language: Option<Language>,
    /// Whether the address itself names it.
    pub is_named: bool,
}

/// The language of an answer: `lang` in the address, else the best of `Accept-Language`.
pub(crate) fn language_asked(headers: &HeaderMap, query: Option<&str>) -> LanguageAsked {
    let query = query.filter(|query| query.contains("lang="));
    let named = query.and_then(|query| Language::parse(Params::parse(query).get("lang")?));
    let language = named.or_else(|| best_language(&joined(headers, header::ACCEPT_LANGUAGE)));
    LanguageAsked { language, is_named: named.is_some() }
}

/// The most wanted language that we speak; of equally wanted ones the first. `*` wants none more
/// than another.
fn best_language(accepted: &str) -> Option<Language> {
    let mut best: Option<(Language, f32)> = None;
    for (tag, quality) in ranges(accepted).take(LANGUAGES_MAX) {
        let Some(language) = Language::parse(tag) else { continue };
        if quality > 0.0 && best.is_none_or(|(_, most)| quality > most) {
            best = Some((language, quality));
        }
    }
    best.map(|(language, _)| language)
}

/// More languages than this nobody reads.
const LANGUAGES_MAX: usize = 30;

fn joined(headers: &HeaderMap, name: header::HeaderName) -> String {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    values.collect::<Vec<_>>().join(",")
}

/// The quality of a type that is named outright; wildcards say nothing about it.
fn quality(accept: &str, media_type: &str) -> f32 {
    let named = ranges(accept).filter(|(name, _)| name.eq_ignore_ascii_case(media_type));
    named.map(|(_, quality)| quality).fold(0.0, f32::max)
}

/// What a header accepts, each with its quality: 1 unless told, 0 when that is no number.
fn ranges(accepted: &str) -> impl Iterator<Item = (&str, f32)> {
    accepted.split(',').map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let quality = parts.find_map(|part| part.strip_prefix("q=")).map(|q| q.parse().ok());
        (name, quality.map_or(1.0, |quality: Option<f32>| quality.unwrap_or(0.0)))
    })
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
    fn the_language_is_the_best_that_is_spoken() {
        for (accepted, language) in [
            ("de-DE,de;q=0.9,en;q=0.8", Some(Language::German)),
            ("ja, fr;q=0.4, es;q=0.6", Some(Language::Spanish)),
            ("en;q=0.5, de;q=0.5", Some(Language::English)),
            ("de;q=0, fr", Some(Language::French)),
            ("de;q=much, fr;q=0.1", Some(Language::French)),
            ("ja, *", None),
            ("", None),
        ] {
            assert_eq!(best_language(accepted), language, "{accepted}");
        }
    }

    #[test]
    fn the_address_names_the_language_before_the_browser_does() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, "de".parse().unwrap());
        for (query, language, is_named) in [
            (None, Some(Language::German), false),
            (Some("lang=fr-CA"), Some(Language::French), true),
            (Some("query=x&lang=zh-TW"), Some(Language::German), false),
            (Some("lang="), Some(Language::German), false),
        ] {
            let asked = language_asked(&headers, query);
            assert_eq!(asked, LanguageAsked { language, is_named }, "{query:?}");
        }
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
