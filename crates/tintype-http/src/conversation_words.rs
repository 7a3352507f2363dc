//! What a client told of itself, in words; and the parameters that an address knows.

use axum::http::{HeaderMap, header};
use tintype_pages::view::{ClientWords, Parameter};

use crate::extract::Params;

/// The client in a few words, and which of them changed the answer.
pub(crate) fn client_words(headers: &HeaderMap) -> ClientWords {
    let text = |name: header::HeaderName| {
        headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    };
    let agent = text(header::USER_AGENT);
    let platform = headers.get("sec-ch-ua-platform").and_then(|value| value.to_str().ok());
    let platform = platform.map(|name| name.trim_matches('"')).filter(|name| !name.is_empty());
    let mut words = vec![match platform.or_else(|| first_of(agent, PLATFORMS)) {
        Some(platform) => format!("{} on {platform}", program(agent)),
        None => program(agent).to_owned(),
    }];
    let language = text(header::ACCEPT_LANGUAGE).split([',', ';']).next().unwrap_or_default();
    if !language.is_empty() {
        words.push(format!("wants {language}"));
    }
    let accept = text(header::ACCEPT);
    let forms = [("image/avif", "AVIF"), ("image/webp", "WebP"), ("text/html", "HTML")];
    let taken: Vec<&str> =
        forms.iter().filter(|(name, _)| accept.contains(name)).map(|(_, name)| *name).collect();
    if !taken.is_empty() {
        words.push(format!("accepts {}", taken.join(", ")));
    }
    let changed = "Accept prefers text/html: this page instead of bare JSON".to_owned();
    let is_by_accept = accept.contains("text/html");
    ClientWords {
        summary: words.join(", "),
        changed: is_by_accept.then_some(changed).into_iter().collect(),
    }
}

fn program(agent: &str) -> &str {
    // Names that others borrow come last.
    let known = ["Firefox", "Edg", "OPR", "Chrome", "Safari", "curl", "python", "Wget", "node"];
    match first_of(agent, &known) {
        Some("Edg") => "Edge",
        Some("OPR") => "Opera",
        Some(name) => name,
        None => "A client",
    }
}

const PLATFORMS: &[&str] = &["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];

fn first_of<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().find(|word| text.contains(word))
}

/// What a route's parameter may be: name, default, values.
type Known = (&'static str, Option<&'static str>, Option<&'static str>);

const PAGING: &[Known] = &[("page", Some("1"), None), ("per_page", Some("10"), Some("1–30"))];
const ORIENTATION: Known = ("orientation", None, Some("landscape, portrait, squarish"));
const COLORS: &str =
    "black_and_white, black, white, yellow, orange, red, purple, magenta, green, teal, blue";
const ORDER: Known = ("order_by", Some("latest"), Some("latest, oldest, popular"));
const WINDOW: &[Known] =
    &[("resolution", Some("days"), Some("days")), ("quantity", Some("30"), Some("1–30"))];

fn known(route: &str) -> Vec<Known> {
    let query = ("query", None, None);
    let mut all = match route {
        "/search/photos" | "/photos/search" => vec![
            query,
            ("order_by", Some("relevant"), Some("relevant, latest, editorial")),
            ("collections", None, None),
            ("content_filter", Some("low"), Some("low, high")),
            ("color", None, Some(COLORS)),
            ORIENTATION,
        ],
        "/search/users" | "/search/collections" => vec![query],
        "/photos/random" => vec![
            query,
            ("collections", None, None),
            ("topics", None, None),
            ("username", None, None),
            ORIENTATION,
            ("content_filter", Some("low"), Some("low, high")),
            ("count", None, Some("1–30")),
        ],
        "/users/{name}/photos" | "/users/{name}/likes" | "/topics/{topic}/photos" => {
            vec![ORDER, ORIENTATION]
        }
        "/photos" => vec![ORDER],
        "/collections/{id}/photos" => vec![ORIENTATION],
        "/topics" => vec![
            ("ids", None, None),
            ("order_by", Some("position"), Some("position, featured, latest, oldest")),
        ],
        _ if route.ends_with("/statistics") || route.ends_with("/stats") => WINDOW.to_vec(),
        _ => Vec::new(),
    };
    if is_list(route) {
        all.extend_from_slice(PAGING);
    }
    all
}

fn is_list(route: &str) -> bool {
    let last = route.rsplit('/').next().unwrap_or_default();
    matches!(last, "photos" | "users" | "collections" | "topics" | "likes" | "search" | "curated")
}

/// The parameters of a route: those it knows, as sent or not, then those that were sent besides.
pub(crate) fn known_parameters(route: &str, params: &Params) -> Vec<Parameter> {
    let known = known(route);
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let listed = known.iter().map(|(name, default, values)| Parameter {
        name: (*name).to_owned(),
        value: owned(params.get(name)),
        default: owned(*default),
        values: owned(*values),
    });
    let is_other = |name: &str| {
        !known.iter().any(|(own, ..)| *own == name)
            && !["format", "send", "client_id"].contains(&name)
    };
    let others = params.iter().filter(|(name, _)| is_other(name)).map(|(name, value)| Parameter {
        name: name.to_owned(),
        value: Some(value.to_owned()),
        ..Parameter::default()
    });
    listed.chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_in_words() {
        let mut headers = HeaderMap::new();
        let agent = "Mozilla/5.0 (Android 14; Mobile) Gecko/130.0 Firefox/130.0";
        headers.insert(header::USER_AGENT, agent.parse().unwrap());
        headers.insert(header::ACCEPT_LANGUAGE, "de-DE,de;q=0.9".parse().unwrap());
        headers.insert(header::ACCEPT, "text/html,image/avif".parse().unwrap());
        let words = client_words(&headers);
        assert_eq!(words.summary, "Firefox on Android, wants de-DE, accepts AVIF, HTML");
    }

    #[test]
    fn a_route_knows_its_parameters_and_shows_others() {
        let params = Params::parse("query=sea&foo=bar&client_id=secret");
        let names: Vec<String> =
            known_parameters("/search/photos", &params).into_iter().map(|one| one.name).collect();
        assert!(names.contains(&"color".to_owned()) && names.contains(&"per_page".to_owned()));
        assert_eq!(names.last().unwrap(), "foo");
    }
}
