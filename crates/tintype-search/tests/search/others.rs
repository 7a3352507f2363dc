//! Users, collections, similar photos, random ones.

use tintype_domain::{CollectionId, ContentFilter, Page, UserId};
use tintype_search::{CollectionDocument, Edit, PhotoDocument, PhotoQuery, UserDocument};

use crate::shelf::{Shelf, described, id, name, seconds, tagged, user};

fn person(id: &str, username: &str, name: &str, popularity: u64) -> Edit {
    Edit::PutUser(UserDocument {
        id: user(id),
        username: username.into(),
        name: name.into(),
        bio: Some("Landscapes of the north".into()),
        location: Some("Oslo".into()),
        popularity,
    })
}

fn collection(id: &str, title: &str) -> Edit {
    Edit::PutCollection(CollectionDocument {
        id: CollectionId::parse(id).unwrap(),
        title: title.into(),
        description: None,
        updated_at: seconds(1),
        popularity: 0,
    })
}

fn users(shelf: &Shelf, words: &str) -> Vec<String> {
    let hits = shelf.index.users(words, Page::first(10)).unwrap();
    assert_eq!(hits.total, hits.ids.len() as u64);
    hits.ids.iter().map(|id: &UserId| id.as_str().trim_end_matches('_').to_owned()).collect()
}

#[test]
fn users_are_found_by_their_names_and_words_and_not_by_photos() {
    let shelf = Shelf::with([described("p", "northern oslo lights")]);
    let people = [person("u1", "anab", "Ana Berg", 3), person("u2", "benc", "Ben Costa", 9)];
    shelf.writer().apply(people, 2).unwrap();
    assert_eq!(users(&shelf, "Ana"), ["u1"]);
    assert_eq!(users(&shelf, "anab"), ["u1"]);
    assert_eq!(users(&shelf, "costa ben"), ["u2"]);
    assert_eq!(users(&shelf, "oslo"), ["u2", "u1"]);
    assert_eq!(users(&shelf, "lights"), [""; 0]);
    assert_eq!(users(&shelf, "cos"), ["u2"]);
    shelf.writer().apply([Edit::DropUser(user("u2"))], 3).unwrap();
    assert_eq!(users(&shelf, "oslo"), ["u1"]);
    assert_eq!(shelf.ask(&PhotoQuery::default()).total, 1);
}

#[test]
fn collections_are_found_by_title_and_change_with_it() {
    let shelf = Shelf::with([tagged("p", "sea")]);
    let both = [collection("42", "By the sea"), collection("b", "Forests")];
    shelf.writer().apply(both, 2).unwrap();
    let find = |words: &str| shelf.index.collections(words, Page::first(10)).unwrap().ids;
    assert_eq!(find("seas")[0].as_str(), "42");
    assert_eq!(find("").len(), 2);
    shelf.writer().apply([collection("42", "Deserts")], 3).unwrap();
    assert_eq!(find("sea").len(), 0);
    assert_eq!(find("desert").len(), 1);
    let drop = Edit::DropCollection(CollectionId::parse("42").unwrap());
    shelf.writer().apply([drop], 4).unwrap();
    assert_eq!(find("").len(), 1);
}

#[test]
fn the_same_id_may_name_a_user_and_a_photo() {
    let shelf = Shelf::with([tagged("same", "sea")]);
    shelf.writer().apply([person("same", "ana", "Ana", 0)], 2).unwrap();
    shelf.writer().apply([Edit::DropUser(user("same"))], 3).unwrap();
    shelf.check("sea", &["same"]);
}

#[test]
fn similar_photos_share_telling_words() {
    let filler = (0..20).map(|number| tagged(&format!("f{number:02}"), "city, street, people"));
    let shelf = Shelf::with(filler.chain([
        tagged("a", "fjord, kayak, summer"),
        tagged("b", "fjord, kayak, winter"),
        described("c", "a kayak on a fjord in summer"),
        tagged("d", "kayak"),
        PhotoDocument { is_sensitive: true, ..tagged("e", "fjord, kayak, summer") },
    ]));
    let similar = shelf.index.similar(&id("a"), 10).unwrap();
    let mut names: Vec<&str> = similar.iter().map(name).collect();
    names.sort_unstable();
    assert_eq!(names, ["b", "c"]);
    assert_eq!(shelf.index.similar(&id("nowhere"), 10).unwrap(), []);
}

#[test]
fn a_sample_is_of_matches_alone_without_repeats_and_the_same_for_a_seed() {
    let sea = (0..50).map(|number| tagged(&format!("s{number:02}"), "sea"));
    let shelf = Shelf::with(sea.chain([tagged("forest", "forest")]));
    let draw = |query: &PhotoQuery, count, seed| shelf.index.matching(query, count, seed).unwrap();
    let query = PhotoQuery::words("sea");
    let drawn = draw(&query, 10, 1);
    assert_eq!(drawn.len(), 10);
    assert!(drawn.iter().all(|id| name(id).starts_with('s')));
    let mut distinct = drawn.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 10);
    assert_eq!(draw(&query, 10, 1), drawn);
    assert_ne!(draw(&query, 10, 2), drawn);
    assert_eq!(draw(&query, 100, 1).len(), 50);
    assert_eq!(draw(&PhotoQuery::words("desert"), 10, 1), []);
    let safe = PhotoQuery { content_filter: ContentFilter::High, ..PhotoQuery::default() };
    assert_eq!(draw(&safe, 100, 1).len(), 51);
}

#[test]
fn every_match_is_drawn_about_equally_often() {
    let shelf = Shelf::with((0..10).map(|number| tagged(&format!("s{number}"), "sea")));
    let mut drawn = std::collections::HashMap::new();
    for seed in 0..1_000 {
        for id in shelf.index.matching(&PhotoQuery::words("sea"), 1, seed).unwrap() {
            *drawn.entry(id).or_insert(0u32) += 1;
        }
    }
    assert!(
        drawn.len() == 10 && drawn.values().all(|count| (60..150).contains(count)),
        "{drawn:?}"
    );
}
