//! Typing errors, unfinished words, unknown words.

use tintype_search::{PhotoQuery, Replaced};

use crate::shelf::{Shelf, name, photo, tagged};

fn replaced(from: &str, to: &str) -> Vec<Replaced> {
    vec![Replaced { from: from.into(), to: to.into() }]
}

fn mountains() -> Shelf {
    let mountains = (0..20).map(|number| tagged(&format!("m{number:02}"), "mountain, snow"));
    Shelf::with(mountains.chain([tagged("sea", "sea, waves"), photo("none")]))
}

#[test]
fn one_letter_missing_added_changed_or_swapped_is_forgiven() {
    for typed in ["montain", "mounttain", "mountaim", "moutnain", "Mountian"] {
        let hits = mountains().ask(&PhotoQuery::words(typed));
        assert_eq!(hits.total, 20, "{typed}");
        assert_eq!(hits.tried.corrected, replaced(typed, "mountain"));
    }
}

#[test]
fn short_words_and_numbers_are_taken_as_they_are() {
    let shelf = Shelf::with([tagged("sea", "sea"), tagged("code", "dsc_12345")]);
    for typed in ["see", "12346"] {
        let hits = shelf.check(typed, &[]);
        assert_eq!(hits.tried.left_out, [typed]);
    }
}

#[test]
fn the_beginning_of_a_word_is_completed() {
    let hits = mountains().ask(&PhotoQuery::words("mou"));
    assert_eq!(hits.total, 20);
    assert_eq!(hits.tried.completed, replaced("mou", "mountain"));
}

#[test]
fn an_unknown_word_never_empties_a_page() {
    let hits = mountains().ask(&PhotoQuery::words("mountain xyzzyqwert"));
    assert_eq!(hits.total, 20);
    assert_eq!(hits.tried.left_out, ["xyzzyqwert"]);
    let hits = mountains().check("xyzzyqwert", &[]);
    assert_eq!(hits.tried.left_out, ["xyzzyqwert"]);
}

#[test]
fn a_word_that_many_have_is_taken_at_its_word() {
    let many = (0..12).map(|number| tagged(&format!("p{number:02}"), "boar"));
    let shelf = Shelf::with(many.chain([tagged("boat", "boat"), tagged("board", "boards")]));
    let hits = shelf.ask(&PhotoQuery::words("boar"));
    assert_eq!(hits.total, 12);
    assert!(hits.tried.is_plain());
}

#[test]
fn a_word_that_few_have_comes_first_and_what_it_may_mean_after() {
    let mountains = (0..20).map(|number| tagged(&format!("m{number:02}"), "mountain"));
    let shelf = Shelf::with(mountains.chain([tagged("typo", "montain"), photo("none")]));
    let hits = shelf.ask(&PhotoQuery::words("montain"));
    assert_eq!(name(&hits.ids[0]), "typo");
    assert_eq!(hits.total, 21);
    assert_eq!(hits.tried.corrected, replaced("montain", "mountain"));
}

#[test]
fn the_other_words_decide_between_corrections() {
    let shelf = Shelf::with([
        tagged("table", "table, chairs"),
        tagged("cable", "cable, phone"),
        tagged("cables", "cable, desk"),
    ]);
    let hits = shelf.ask(&PhotoQuery::words("xable chairs"));
    assert_eq!(name(&hits.ids[0]), "table");
}

#[test]
fn accents_may_be_left_out() {
    let shelf = Shelf::with([tagged("cafe", "Café, Zürich"), photo("none")]);
    for typed in ["cafe", "CAFÉ", "zurich", "Zürich"] {
        shelf.check(typed, &["cafe"]);
    }
}

#[test]
fn other_scripts_are_searched_too() {
    let shelf = Shelf::with([
        tagged("fuji", "富士山"),
        tagged("gora", "гора"),
        tagged("jabal", "جبل"),
        photo("none"),
    ]);
    shelf.check("富士", &["fuji"]);
    shelf.check("Гора", &["gora"]);
    shelf.check("جبل", &["jabal"]);
}
