//! `/placeholders`: pictures for whom any picture will do, with examples to copy.

use axum::response::Response;
use tintype_pages::view::{PlaceholderExample, PlaceholdersPage};

use super::visit::Visit;
use crate::links::segment;

/// `GET /placeholders`; the form on it asks for an address of one's own making.
pub(crate) async fn placeholders(visit: Visit) -> Response {
    let side = |name, fallback| visit.params().number(name, 1..=LONGEST_SIDE).unwrap_or(fallback);
    let text = |name| {
        let text = visit.params().get(name).map(str::trim).unwrap_or_default();
        text.chars().take(LONGEST_TEXT).collect::<String>()
    };
    let asked = (side("width", 800), side("height", 600));
    let (terms, seed) = (text("terms"), text("seed"));
    let origin = visit.links().origin().to_owned();
    let made = example(&origin, asked, &terms, &seed);
    let view = PlaceholdersPage {
        address: visit.address(vec!["/photos/random?query=nature".to_owned()], None),
        width: asked.0,
        height: asked.1,
        terms,
        seed,
        made,
        examples: EXAMPLES
            .iter()
            .map(|(size, terms, seed)| example(&origin, *size, terms, seed))
            .collect(),
    };
    visit.answer(|site| view.render(site))
}

const LONGEST_SIDE: u32 = 8_192;
const LONGEST_TEXT: usize = 100;

/// Size, terms, seed.
const EXAMPLES: &[((u32, u32), &str, &str)] = &[
    ((600, 400), "", "one"),
    ((600, 400), "mountain", "two"),
    ((400, 400), "sea", "three"),
    ((400, 600), "forest", "four"),
    ((800, 300), "night", "five"),
    ((600, 400), "nature", ""),
];

fn example(
    origin: &str,
    (width, height): (u32, u32),
    terms: &str,
    seed: &str,
) -> PlaceholderExample {
    let head =
        if seed.is_empty() { "/random".to_owned() } else { format!("/seed/{}", segment(seed)) };
    let words: Vec<String> =
        terms.split([',', ' ']).filter(|w| !w.is_empty()).map(segment).collect();
    let query = if words.is_empty() { String::new() } else { format!("?{}", words.join(",")) };
    let path = format!("{head}/{width}x{height}{query}");
    PlaceholderExample { url: format!("{origin}{path}"), path, width, height }
}

#[cfg(test)]
mod tests {
    use super::example;

    #[test]
    fn an_address_holds_size_terms_and_seed() {
        let path = |terms: &str, seed: &str| example("http://h", (8, 6), terms, seed).path;
        assert_eq!(path("", ""), "/random/8x6");
        assert_eq!(path("nature, water", ""), "/random/8x6?nature,water");
        assert_eq!(path("sea", "a b"), "/seed/a%20b/8x6?sea");
    }
}
