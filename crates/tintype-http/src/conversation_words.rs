//! What a client told of itself, in words.

use axum::http::{HeaderMap, header};
use tintype_pages::ClientTold;
use tintype_pages::view::ClientWords;

use crate::negotiate::language_asked;
use crate::spoken;

/// The client in a few words, and which of them changed the answer.
pub(crate) fn client_words(headers: &HeaderMap) -> ClientWords {
    let text = |name: header::HeaderName| {
        headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    };
    let agent = text(header::USER_AGENT);
    let platform = headers.get("sec-ch-ua-platform").and_then(|value| value.to_str().ok());
    let platform = platform.map(|name| name.trim_matches('"')).filter(|name| !name.is_empty());
    let language = text(header::ACCEPT_LANGUAGE).split([',', ';']).next().unwrap_or_default();
    let accept = text(header::ACCEPT);
    let forms = [("image/avif", "AVIF"), ("image/webp", "WebP"), ("text/html", "HTML")];
    let taken: Vec<&str> =
        forms.iter().filter(|(name, _)| accept.contains(name)).map(|(_, name)| *name).collect();
    let by_header = language_asked(headers, None).language;
    let spoken = spoken::language();
    let told = ClientTold {
        program: program(agent),
        platform: platform.or_else(|| first_of(agent, PLATFORMS)),
        language: Some(language.trim()).filter(|tag| !tag.is_empty()),
        forms: &taken,
        chose_page: accept.contains("text/html"),
        chose_language: by_header == Some(spoken) && spoken != spoken::own(),
    };
    told.words(spoken)
}

fn program(agent: &str) -> Option<&str> {
    // Names that others borrow come last.
    let known = ["Firefox", "Edg", "OPR", "Chrome", "Safari", "curl", "python", "Wget", "node"];
    match first_of(agent, &known) {
        Some("Edg") => Some("Edge"),
        Some("OPR") => Some("Opera"),
        other => other,
    }
}

const PLATFORMS: &[&str] = &["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];

fn first_of<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().find(|word| text.contains(word))
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
        assert_eq!(words.summary, "Firefox on Android, wants German, accepts AVIF, HTML");
    }
}
