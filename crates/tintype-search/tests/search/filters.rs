//! What narrows a search.

use tintype_domain::{
    CollectionId, ColorName, ContentFilter, LicenseId, Orientation, Rgb, Swatch, TopicId,
};
use tintype_search::{ColorMatch, PhotoDocument, PhotoQuery};

use crate::shelf::{Shelf, photo, tagged, user};

fn collection(text: &str) -> CollectionId {
    CollectionId::parse(text).unwrap()
}

fn topic(text: &str) -> TopicId {
    TopicId::parse(&format!("{text:_<11}")).unwrap()
}

fn library() -> Shelf {
    let blue = vec![Swatch { rgb: Rgb([38, 64, 140]), share: 0.6 }];
    Shelf::with([
        PhotoDocument {
            height: 4_000,
            colors: vec![ColorName::Blue, ColorName::Teal],
            palette: blue,
            collections: vec![collection("7"), collection("abc")],
            topics: vec![topic("nature")],
            ..tagged("a", "sea")
        },
        PhotoDocument {
            height: 3_000,
            owner: user("ben"),
            collections: vec![collection("abc")],
            license: LicenseId::parse("CC0-1.0").unwrap(),
            is_sensitive: true,
            ..tagged("b", "sea")
        },
        PhotoDocument { camera: Some("Canon EOS R5".into()), ..tagged("c", "sea") },
        tagged("d", "forest"),
    ])
}

#[track_caller]
fn check(query: PhotoQuery, with_words: &[&str], without: &[&str]) {
    let shelf = library();
    shelf.check_query(&query, without);
    shelf.check_query(&PhotoQuery { words: "sea".into(), ..query }, with_words);
}

#[test]
fn by_shape() {
    for (orientation, with_words, without) in [
        (Orientation::Portrait, &["a"][..], &["a"][..]),
        (Orientation::Squarish, &["b"], &["b"]),
        (Orientation::Landscape, &["c"], &["c", "d"]),
    ] {
        let query = PhotoQuery { orientation: Some(orientation), ..PhotoQuery::default() };
        check(query, with_words, without);
    }
}

#[test]
fn by_named_and_by_any_colour() {
    let color = |color| PhotoQuery { color: Some(color), ..PhotoQuery::default() };
    check(color(ColorMatch::Named(ColorName::Teal)), &["a"], &["a"]);
    check(color(ColorMatch::Named(ColorName::Red)), &[], &[]);
    check(color(ColorMatch::Near(Rgb([40, 66, 138]))), &["a"], &["a"]);
    check(color(ColorMatch::Near(Rgb([200, 40, 30]))), &[], &[]);
}

#[test]
fn by_any_of_several_collections_or_topics() {
    let collections = |ids: &[&str]| PhotoQuery {
        collections: ids.iter().map(|id| collection(id)).collect(),
        ..PhotoQuery::default()
    };
    check(collections(&["7"]), &["a"], &["a"]);
    check(collections(&["7", "abc"]), &["a", "b"], &["a", "b"]);
    check(collections(&["nowhere"]), &[], &[]);
    check(PhotoQuery { topics: vec![topic("nature")], ..PhotoQuery::default() }, &["a"], &["a"]);
}

#[test]
fn by_photographer_licence_and_camera() {
    check(PhotoQuery { owner: Some(user("ben")), ..PhotoQuery::default() }, &["b"], &["b"]);
    let license = Some(LicenseId::parse("CC0-1.0").unwrap());
    check(PhotoQuery { license, ..PhotoQuery::default() }, &["b"], &["b"]);
    let camera = |words: &str| PhotoQuery { camera: Some(words.into()), ..PhotoQuery::default() };
    check(camera("eos r5"), &["c"], &["c"]);
    check(camera("canon r6"), &[], &[]);
}

#[test]
fn without_sensitive_pictures() {
    let query = PhotoQuery { content_filter: ContentFilter::High, ..PhotoQuery::default() };
    check(query, &["a", "c"], &["a", "c", "d"]);
}

#[test]
fn several_filters_must_all_hold() {
    let query = PhotoQuery {
        orientation: Some(Orientation::Portrait),
        collections: vec![collection("abc")],
        ..PhotoQuery::default()
    };
    check(query.clone(), &["a"], &["a"]);
    check(PhotoQuery { content_filter: ContentFilter::High, ..query.clone() }, &["a"], &["a"]);
    check(PhotoQuery { owner: Some(user("ben")), ..query }, &[], &[]);
}

#[test]
fn blank_words_are_no_words_and_marks_alone_find_nothing() {
    let shelf = Shelf::with([photo("a"), tagged("b", "sea")]);
    for words in ["", "   ", "\n\t"] {
        shelf.check(words, &["a", "b"]);
    }
    for words in ["!!!", "\u{1f436}\u{1f30a}", "\"\"", "* ? ~"] {
        shelf.check(words, &[]);
    }
}
