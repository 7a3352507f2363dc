//! Suggestions, popular and related tags.

use tintype_domain::Language;
use tintype_search::{CountedWord, PhotoDocument, PhotoQuery};

use crate::shelf::{Shelf, described, photo, tagged};

fn words(counted: &[CountedWord]) -> Vec<&str> {
    counted.iter().map(|word| word.word.as_str()).collect()
}

fn library() -> Shelf {
    Shelf::with([
        tagged("a", "mountain, Golden Gate, snow"),
        tagged("b", "mountain, moon"),
        tagged("c", "Mountain, moss, snow"),
        PhotoDocument { title: Some("Motorways by night".into()), ..tagged("d", "city") },
        described("e", "more monkeys"),
    ])
}

#[test]
fn what_is_typed_is_completed_with_real_words_the_commonest_first() {
    let index = library().index;
    let suggest = |prefix: &str| index.suggest(prefix, Language::English, 5).unwrap();
    assert_eq!(words(&suggest("Mo")), ["mountain", "moon", "moss", "motorways"]);
    assert_eq!(suggest("mo")[0].photos, 3);
    assert_eq!(words(&suggest("golden g")), ["golden gate"]);
    assert_eq!(words(&suggest("snowy mou")), ["snowy mountain"]);
    assert_eq!(words(&suggest("  ")), [""; 0]);
    assert_eq!(words(&suggest("zz")), [""; 0]);
}

#[test]
fn popular_tags_are_counted() {
    let popular = library().index.popular_tags(Language::English, 2).unwrap();
    assert_eq!(words(&popular), ["mountain", "snow"]);
    assert_eq!(popular[0].photos, 3);
}

#[test]
fn related_tags_go_with_what_was_found_and_not_with_everything() {
    let library = (0..30).map(|number| match number % 3 {
        0 => tagged(&format!("p{number:02}"), "mountain, snow, photo"),
        1 => tagged(&format!("p{number:02}"), "sea, waves, photo"),
        _ => tagged(&format!("p{number:02}"), "city, photo"),
    });
    let shelf = Shelf::with(library.chain([photo("none")]));
    let related = shelf.index.related_tags(&PhotoQuery::words("mountains"), 3).unwrap();
    assert_eq!(words(&related), ["snow", "photo"]);
    assert_eq!(related[0].photos, 10);
}
