//! Words find in the language they are asked in, and elsewhere when that has none such.

use tintype_domain::{Language, Wording, Wordings};
use tintype_search::{PhotoDocument, PhotoQuery};

use crate::shelf::{Shelf, photo, tagged};

fn in_language(language: Language, title: &str, tags: &str) -> Wordings {
    let wording = Wording {
        title: Some(title.to_owned()),
        tags: tags.split(", ").map(str::to_owned).collect(),
        ..Wording::default()
    };
    Wordings::from([(language, wording)])
}

fn library() -> Shelf {
    Shelf::with([
        PhotoDocument {
            wordings: in_language(Language::German, "Wald im Nebel", "natur, wald, bäume"),
            ..tagged("a", "nature, forest, trees")
        },
        PhotoDocument {
            wordings: in_language(Language::French, "L’automne", "nature, forêt, arbres"),
            ..tagged("b", "nature, forest, autumn")
        },
        // Nobody has translated this one.
        PhotoDocument { place: Some("Oslo".into()), ..tagged("c", "forest, see") },
        PhotoDocument {
            wordings: in_language(Language::German, "Am See", "see, rot"),
            ..tagged("d", "lake, red")
        },
        photo("e"),
    ])
}

fn asked(words: &str, language: Language) -> PhotoQuery {
    PhotoQuery { language, ..PhotoQuery::words(words) }
}

#[test]
fn words_of_the_language_that_is_asked_find() {
    let shelf = library();
    shelf.check_query(&asked("Wald", Language::German), &["a"]);
    shelf.check_query(&asked("Wälder Bäume", Language::German), &["a"]);
    shelf.check_query(&asked("der Baum", Language::German), &["a"]);
    shelf.check_query(&asked("l’automne", Language::French), &["b"]);
    shelf.check_query(&asked("forêts", Language::French), &["b"]);
}

#[test]
fn words_of_another_language_find_when_the_asked_one_has_none() {
    let shelf = library();
    let hits = shelf.check_query(&asked("Wald", Language::English), &["a"]);
    assert!(hits.tried.is_plain(), "a word that is known is no typing error");
    shelf.check_query(&asked("automne", Language::German), &["b"]);
    shelf.check_query(&asked("lake", Language::German), &["d"]);
    shelf.check_query(&asked("Oslo", Language::German), &["c"]);
}

#[test]
fn translations_come_first_and_the_librarys_own_words_after_them() {
    library().check_query(&asked("See", Language::German), &["d", "c"]);
    library().check_query(&asked("see", Language::English), &["c"]);
}

#[test]
fn what_is_mistyped_is_set_right_in_the_language_that_is_asked() {
    let shelf = library();
    let hits = shelf.check_query(&asked("Nebell", Language::German), &["a"]);
    assert_eq!(hits.tried.corrected[0].to, "nebel");
}

#[test]
fn words_in_quotes_stand_together_in_any_language() {
    let shelf = library();
    shelf.check_query(&asked("\"Wald im Nebel\"", Language::German), &["a"]);
    shelf.check_query(&asked("\"Nebel im Wald\"", Language::German), &["a"]);
}

#[test]
fn suggestions_and_popular_tags_are_in_the_language_that_is_asked() {
    let shelf = library();
    let words = |found: Vec<tintype_search::CountedWord>| -> Vec<String> {
        found.into_iter().map(|counted| counted.word).collect()
    };
    let suggest = |typed: &str, language| words(shelf.index.suggest(typed, language, 3).unwrap());
    assert_eq!(suggest("na", Language::German), ["natur", "nature"]);
    assert_eq!(suggest("na", Language::English), ["nature"]);
    let popular = words(shelf.index.popular_tags(Language::German, 10).unwrap());
    assert_eq!(popular, ["bäume", "natur", "rot", "see", "wald"]);
    let spanish = words(shelf.index.popular_tags(Language::Spanish, 1).unwrap());
    assert_eq!(spanish, ["forest"], "where nothing is said in it, the library's own words stand");
}
