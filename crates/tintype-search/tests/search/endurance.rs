//! Questions that no person asks, and many small commits.

use std::time::{Duration, Instant};

use tintype_domain::{Language, Page};
use tintype_search::PhotoQuery;

use crate::shelf::{Shelf, described, put, tagged};

/// Far more than any of these takes, even on a busy machine without optimisation.
const LONG: Duration = Duration::from_secs(2);

#[test]
fn monstrous_queries_are_answered_quickly() {
    let shelf = Shelf::with((0..500).map(|number| {
        described(
            &format!("p{number:03}"),
            &format!("word{number} sea lake mountain forest w{number}"),
        )
    }));
    let thousand: Vec<String> = (0..1_000).map(|number| format!("word{number}")).collect();
    let queries = [
        "a".repeat(10_000),
        "sea ".repeat(2_500),
        thousand.join(" "),
        format!("\"{}\"", thousand.join(" ")),
        "\"".repeat(10_000),
        "!?*()[]{}^~:\\/+-&|".repeat(600),
        "\u{1f30a}\u{1f3d4}".repeat(1_250),
        "é".repeat(5_000),
        "山".repeat(3_000),
        "A1".repeat(5_000),
        "\u{0}\u{7f}\u{202e}\u{feff}".repeat(1_000),
        "sea AND NOT (lake OR title:\"x\")^2~3 [a TO b] /re.*/".to_owned(),
        "s'".repeat(5_000),
        "\u{301}".repeat(5_000),
    ];
    for query in queries {
        let started = Instant::now();
        let hits = shelf.index.photos(&PhotoQuery::words(&query), Page::first(30)).unwrap();
        let start: String = query.chars().take(20).collect();
        assert!(started.elapsed() < LONG, "{start:?} took {:?}", started.elapsed());
        assert!(hits.ids.len() <= 30);
        let others = Page::first(5);
        shelf.index.users(&query, others).unwrap();
        shelf.index.collections(&query, others).unwrap();
        shelf.index.suggest(&query, Language::English, 5).unwrap();
        shelf.index.related_tags(&PhotoQuery::words(&query), 5).unwrap();
    }
}

#[test]
fn documents_full_of_nonsense_are_taken() {
    let nonsense = ["\u{0}\u{1}", "é\u{301}\u{301}", "\u{1f30a}", "A1b2C3", "''''", "-_-"];
    let long = nonsense.join(" ").repeat(2_000);
    let shelf = Shelf::with([tagged("tags", &nonsense.join(", ")), described("long", &long)]);
    assert_eq!(shelf.ask(&PhotoQuery::default()).total, 2);
}

#[test]
fn pages_far_beyond_the_end_are_empty_and_their_total_is_right() {
    let shelf = Shelf::with((0..5).map(|number| tagged(&format!("p{number}"), "sea")));
    for number in [2, 1_000, 100_000, u32::MAX] {
        let page = Page::first(30).at(number);
        let hits = shelf.index.photos(&PhotoQuery::words("sea"), page).unwrap();
        assert_eq!((hits.ids.len(), hits.total), (0, 5));
    }
}

#[test]
fn many_small_commits_leave_few_segments_and_right_totals() {
    let shelf = Shelf::with([]);
    let mut writer = shelf.writer();
    for commit in 0..60 {
        let name = format!("p{:02}", commit % 30);
        writer.apply([put(tagged(&name, "sea"))], commit + 2).unwrap();
    }
    writer.rest().unwrap();
    let hits = shelf.index.photos(&PhotoQuery::words("sea"), Page::first(30)).unwrap();
    assert_eq!((hits.ids.len(), hits.total), (30, 30));
    let segments = std::fs::read_dir(shelf.folder.path()).unwrap().flatten();
    let files = segments.filter(|entry| entry.path().is_dir()).flat_map(|entry| {
        std::fs::read_dir(entry.path()).unwrap().flatten().map(|file| file.path())
    });
    let stores = files.filter(|path| path.extension().is_some_and(|ending| ending == "store"));
    assert!(stores.count() < 12);
}
