//! Best matches first, always in the same order.

use tintype_domain::{Page, SearchOrder};
use tintype_search::{PhotoDocument, PhotoQuery};

use crate::shelf::{Shelf, described, id, name, photo, put, seconds, tagged};

#[test]
fn a_word_is_found_wherever_it_stands_and_names_count_most() {
    let shelf = Shelf::with([
        PhotoDocument { place: Some("Lake".into()), ..photo("place") },
        described("described", "lake"),
        tagged("tag", "lake"),
        tagged("other", "forest"),
    ]);
    shelf.check("lake", &["tag", "described", "place"]);
}

#[test]
fn forms_of_a_word_are_one_word_but_the_same_form_comes_first() {
    let shelf = Shelf::with([tagged("one", "dog"), tagged("many", "dogs"), tagged("no", "cat")]);
    shelf.check("dogs", &["many", "one"]);
    shelf.check("dog", &["one", "many"]);
}

#[test]
fn photos_with_more_of_the_words_come_first_and_those_with_some_are_found() {
    let shelf = Shelf::with([
        tagged("boat", "boat, water, harbour"),
        tagged("red", "red, paint"),
        tagged("both", "wood, red, boat, morning, fog"),
        tagged("none", "car"),
    ]);
    let hits = shelf.ask(&PhotoQuery::words("red boat"));
    assert_eq!(name(&hits.ids[0]), "both");
    assert_eq!(hits.total, 3);
}

#[test]
fn of_many_words_a_third_must_match() {
    let photos = (0..12).map(|number| tagged(&format!("p{number}"), "red, boat, lake, fog"));
    let shelf = Shelf::with(photos.chain([tagged("one", "red"), tagged("car", "car, road")]));
    let hits = shelf.ask(&PhotoQuery::words("red boat lake fog"));
    assert_eq!(hits.total, 12);
    assert!(hits.tried.is_plain());
}

#[test]
fn when_too_few_have_enough_of_the_words_those_with_fewer_are_found() {
    let others = ["red", "lake", "fog", "sky"].map(|word| tagged(word, word));
    let shelf = Shelf::with(others.into_iter().chain([tagged("both", "red, boat"), photo("none")]));
    let hits = shelf.ask(&PhotoQuery::words("red boat lake fog sky"));
    assert_eq!((name(&hits.ids[0]), hits.total), ("both", 5));
    assert!(hits.tried.fewer_words);
}

#[test]
fn quoted_words_must_stand_together() {
    let shelf = Shelf::with([
        described("apart", "a gate that is golden"),
        described("together", "the golden gate at dusk"),
        described("gate", "a gate"),
        PhotoDocument { title: Some("golden".into()), ..described("split", "gate") },
    ]);
    shelf.check("\"golden gate\"", &["together"]);
    shelf.check("\"the golden gate\" dusk", &["together"]);
}

#[test]
fn quoted_words_that_stand_nowhere_together_are_searched_apart() {
    let shelf = Shelf::with([described("one", "a gate, golden"), photo("none")]);
    let hits = shelf.check("\"golden gate\"", &["one"]);
    assert!(hits.tried.fewer_words);
}

#[test]
fn names_in_camel_case_are_found_whole_and_in_parts() {
    let shelf = Shelf::with([
        PhotoDocument { title: Some("GoldenGate_2019".into()), ..photo("bridge") },
        photo("none"),
    ]);
    for words in ["goldengate", "golden", "gate", "2019", "GoldenGate", "\"golden gate\""] {
        shelf.check(words, &["bridge"]);
    }
}

#[test]
fn equals_are_ordered_by_popularity_and_then_by_id() {
    let popular = PhotoDocument { popularity: 9, ..tagged("z", "sea") };
    let shelf = Shelf::with([tagged("c", "sea"), popular, tagged("a", "sea"), tagged("b", "sea")]);
    shelf.check("sea", &["z", "a", "b", "c"]);
}

#[test]
fn the_order_is_the_same_in_whatever_order_photos_came() {
    let names: Vec<String> = (0..60).map(|number| format!("p{number:02}")).collect();
    let shelf = Shelf::with(names.iter().map(|name| tagged(name, "sea")));
    let backwards = Shelf::with([]);
    let mut writer = backwards.writer();
    for (sequence, name) in names.iter().rev().enumerate() {
        writer.apply([put(tagged(name, "sea"))], sequence as u64 + 2).unwrap();
    }
    let page = Page::first(7);
    for number in 1..=9 {
        let query = PhotoQuery::words("sea");
        let one = shelf.index.photos(&query, page.at(number)).unwrap();
        let other = backwards.index.photos(&query, page.at(number)).unwrap();
        assert_eq!(one, other);
        let start = (number as usize - 1) * 7;
        let expected: Vec<_> = names.iter().skip(start).take(7).map(|name| id(name)).collect();
        assert_eq!((one.ids, one.total), (expected, 60));
    }
}

#[test]
fn the_way_through_the_index_does_not_change_the_order() {
    let photo = |number: usize| {
        let filler = "word ".repeat(number * 7 % 23);
        let tags = if number.is_multiple_of(5) { "sea" } else { "seas" };
        PhotoDocument {
            tags: vec![tags.to_owned(); 1 + number % 3],
            popularity: number as u64 % 4,
            ..described(&format!("p{number:04}"), &filler)
        }
    };
    let shelf = Shelf::with((0..3_000).map(photo));
    let query = PhotoQuery::words("sea");
    let pages = (1..=20).map(|number| shelf.index.photos(&query, Page::first(10).at(number)));
    let paged: Vec<_> = pages.flat_map(|hits| hits.unwrap().ids).collect();
    // A filter that all pass takes the other way through the index.
    let slow = PhotoQuery { owner: Some(crate::shelf::user("ana")), ..query };
    let pages = (1..=20).map(|number| shelf.index.photos(&slow, Page::first(10).at(number)));
    let all: Vec<_> = pages.flat_map(|hits| hits.unwrap().ids).collect();
    assert_eq!(paged, all);
    assert_eq!(paged.len(), 200);
}

#[test]
fn newest_first_and_featured_first() {
    let made = |name: &str, created: i64, promoted: Option<i64>| PhotoDocument {
        created_at: seconds(created),
        promoted_at: promoted.map(seconds),
        ..tagged(name, "sea")
    };
    let shelf = Shelf::with([
        made("old", 1, None),
        made("new", 3, None),
        made("featured", 2, Some(5)),
        made("early", 4, Some(4)),
    ]);
    let ordered = |order| PhotoQuery { order, ..PhotoQuery::words("sea") };
    shelf.check_query(&ordered(SearchOrder::Latest), &["early", "new", "featured", "old"]);
    shelf.check_query(&ordered(SearchOrder::Editorial), &["featured", "early", "new", "old"]);
    let all = PhotoQuery { order: SearchOrder::Latest, ..PhotoQuery::default() };
    shelf.check_query(&all, &["early", "new", "featured", "old"]);
}

#[test]
fn stop_words_find_something_only_when_nothing_else_is_asked() {
    let shelf = Shelf::with([
        described("band", "the who on stage"),
        described("lake", "a lake in the morning"),
        described("none", "nothing"),
    ]);
    shelf.check("the lake", &["lake"]);
    shelf.check("the who", &["band", "lake"]);
}
