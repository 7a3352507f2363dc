//! What lies on disk: commits, other processes, damage, rebuilding.

use std::fs;
use std::path::{Path, PathBuf};

use tintype_domain::Page;
use tintype_search::{
    Edit, PhotoDocument, PhotoQuery, Rebuild, SearchError, SearchIndex, WriterSettings,
    fingerprint, rebuild,
};

use crate::shelf::{Shelf, id, photo, put, tagged};

fn settings() -> WriterSettings {
    WriterSettings::default()
}

fn total(index: &SearchIndex, words: &str) -> u64 {
    index.photos(&PhotoQuery::words(words), Page::first(1)).unwrap().total
}

fn needs_rebuild(folder: &Path) -> bool {
    matches!(SearchIndex::open(folder), Err(SearchError::NeedsRebuild(_)))
}

/// The files of the current generation.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let inside = |path: PathBuf| fs::read_dir(path).into_iter().flatten().flatten();
    let folders = inside(folder.to_owned()).filter(|entry| entry.path().is_dir());
    let files = folders.flat_map(|entry| inside(entry.path())).map(|entry| entry.path());
    files.filter(|path| path.to_string_lossy().ends_with(ending)).collect()
}

#[test]
fn a_batch_is_visible_at_once_and_holds_its_place() {
    let shelf = Shelf::with([tagged("a", "sea")]);
    let mut writer = shelf.writer();
    assert_eq!(writer.sequence().unwrap(), 1);
    writer.apply([put(tagged("b", "sea")), put(tagged("c", "forest"))], 7).unwrap();
    assert_eq!((total(&shelf.index, "sea"), shelf.index.sequence().unwrap()), (2, 7));
    writer.apply([put(tagged("b", "lake")), Edit::DropPhoto(id("c"))], 9).unwrap();
    shelf.check("sea", &["a"]);
    shelf.check("lake", &["b"]);
    shelf.check("", &["a", "b"]);
}

#[test]
fn the_last_edit_of_a_thing_in_a_batch_holds() {
    let shelf = Shelf::with([]);
    let edits = [
        put(tagged("a", "sea")),
        put(tagged("a", "lake")),
        put(tagged("b", "sea")),
        Edit::DropPhoto(id("b")),
        Edit::DropPhoto(id("c")),
        put(tagged("c", "lake")),
    ];
    shelf.writer().apply(edits.clone(), 2).unwrap();
    shelf.check("", &["a", "c"]);
    shelf.writer().apply(edits, 3).unwrap();
    shelf.check("lake", &["a", "c"]);
}

#[test]
fn there_is_one_writer_and_another_after_it() {
    let shelf = Shelf::with([]);
    let elsewhere = SearchIndex::open(shelf.folder.path()).unwrap();
    let writer = shelf.writer();
    assert!(elsewhere.try_writer(settings()).unwrap().is_none());
    drop(writer);
    assert!(elsewhere.try_writer(settings()).unwrap().is_some());
}

#[test]
fn a_resting_writer_keeps_its_lock_and_wakes_again() {
    let shelf = Shelf::with([]);
    let mut writer = shelf.writer();
    assert!(!writer.is_awake());
    writer.apply([put(photo("a"))], 2).unwrap();
    assert!(writer.is_awake());
    writer.rest().unwrap();
    assert!(!writer.is_awake());
    assert!(shelf.index.try_writer(settings()).unwrap().is_none());
    writer.apply([put(photo("b"))], 3).unwrap();
    shelf.check("", &["a", "b"]);
}

#[test]
fn another_opener_sees_what_was_written() {
    let shelf = Shelf::with([tagged("a", "sea")]);
    let elsewhere = SearchIndex::open(shelf.folder.path()).unwrap();
    assert_eq!(total(&elsewhere, "sea"), 1);
    shelf.writer().apply([put(tagged("b", "sea"))], 5).unwrap();
    assert!(elsewhere.refresh().unwrap());
    assert!(!elsewhere.refresh().unwrap());
    assert_eq!((total(&elsewhere, "sea"), elsewhere.sequence().unwrap()), (2, 5));
}

#[test]
fn searches_look_for_other_processes_writes_by_themselves() {
    let shelf = Shelf::with([]);
    let elsewhere = SearchIndex::open(shelf.folder.path()).unwrap();
    shelf.writer().apply([put(tagged("b", "sea"))], 5).unwrap();
    let found = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        total(&elsewhere, "sea") == 1
    });
    assert!(found);
}

#[test]
fn an_edit_that_was_never_committed_is_gone_and_the_sequence_tells() {
    let shelf = Shelf::with([tagged("a", "sea")]);
    let copy = tempfile::tempdir().unwrap();
    let mut writer = shelf.writer();
    // The state of the disk in the middle of a batch is what a killed process leaves.
    let edits = (0..50).map(|number| {
        if number == 40 {
            copy_folder(shelf.folder.path(), copy.path());
        }
        put(tagged(&format!("b{number}"), "sea"))
    });
    writer.apply(edits, 2).unwrap();
    let after = SearchIndex::open(copy.path()).unwrap();
    assert_eq!((total(&after, "sea"), after.sequence().unwrap()), (1, 1));
    let mut writer = after.try_writer(settings()).unwrap().unwrap();
    writer.apply([put(tagged("b", "sea"))], 2).unwrap();
    assert_eq!((total(&after, "sea"), after.sequence().unwrap()), (2, 2));
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_batch_whose_making_fails_leaves_nothing() {
    let shelf = Shelf::with([tagged("a", "sea")]);
    let mut writer = shelf.writer();
    let edits = (0..10).map(|number| {
        assert!(number < 5, "the database went away");
        put(tagged(&format!("b{number}"), "sea"))
    });
    let panicked =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| writer.apply(edits, 2)));
    assert!(panicked.is_err());
    assert_eq!((total(&shelf.index, "sea"), shelf.index.sequence().unwrap()), (1, 1));
    writer.apply([put(tagged("c", "sea"))], 2).unwrap();
    shelf.check("sea", &["a", "c"]);
}

#[test]
fn damage_and_other_versions_call_for_a_rebuild_which_mends_them() {
    let damages: [fn(&Path); 5] = [
        |folder| fs::write(folder.join("current.json"), "{").unwrap(),
        |folder| fs::write(folder.join("current.json"), r#"{"schema":0,"generation":1}"#).unwrap(),
        |folder| fs::write(&files(folder, "meta.json")[0], "{}").unwrap(),
        |folder| files(folder, ".idx").iter().for_each(|file| fs::remove_file(file).unwrap()),
        |folder| files(folder, ".term").iter().for_each(|file| fs::write(file, "x").unwrap()),
    ];
    for (number, damage) in damages.into_iter().enumerate() {
        let shelf = Shelf::with([tagged("a", "sea")]);
        let folder = shelf.folder;
        drop(shelf.index);
        damage(folder.path());
        assert!(needs_rebuild(folder.path()), "damage {number}");
        rebuild(folder.path(), settings(), [put(tagged("b", "sea"))], 4).unwrap();
        let mended = SearchIndex::open(folder.path()).unwrap();
        assert_eq!((total(&mended, "sea"), mended.sequence().unwrap()), (1, 4));
    }
}

#[test]
fn a_flipped_bit_is_found_when_files_are_read_through() {
    let shelf = Shelf::with([tagged("a", "sea, waves"), tagged("b", "forest")]);
    assert_eq!(shelf.index.damaged_files().unwrap(), [""; 0]);
    let file = &files(shelf.folder.path(), ".fast")[0];
    let mut bytes = fs::read(file).unwrap();
    bytes[10] ^= 1;
    fs::write(file, bytes).unwrap();
    let reopened = SearchIndex::open(shelf.folder.path());
    let is_told = match reopened {
        Ok(index) => !index.damaged_files().unwrap().is_empty(),
        Err(SearchError::NeedsRebuild(_)) => true,
        Err(_) => false,
    };
    assert!(is_told);
}

#[test]
fn the_old_index_serves_until_the_new_one_is_finished() {
    let shelf = Shelf::with([tagged("old", "sea")]);
    let mut rebuild = Rebuild::begin(shelf.folder.path(), settings()).unwrap();
    rebuild.add(&put(tagged("new", "lake"))).unwrap();
    shelf.check("", &["old"]);
    let second = Rebuild::begin(shelf.folder.path(), settings());
    assert!(matches!(second, Err(SearchError::Busy)));
    rebuild.finish(9).unwrap();
    assert_eq!(shelf.index.sequence().unwrap(), 9);
    shelf.check("", &["new"]);
    assert_eq!(files(shelf.folder.path(), "meta.json").len(), 1);
}

#[test]
fn a_rebuild_that_is_given_up_or_killed_changes_nothing() {
    let shelf = Shelf::with([tagged("old", "sea")]);
    let mut given_up = Rebuild::begin(shelf.folder.path(), settings()).unwrap();
    given_up.add(&put(tagged("new", "sea"))).unwrap();
    drop(given_up);
    assert_eq!(files(shelf.folder.path(), "meta.json").len(), 1);
    // A killed one leaves its folder; the next rebuild sweeps it out.
    let left = shelf.folder.path().join("generation-7");
    fs::create_dir(&left).unwrap();
    let reopened = SearchIndex::open(shelf.folder.path()).unwrap();
    assert_eq!((total(&reopened, "sea"), reopened.sequence().unwrap()), (1, 1));
    rebuild(shelf.folder.path(), settings(), [put(tagged("new", "sea"))], 2).unwrap();
    assert!(!left.exists());
    shelf.index.refresh().unwrap();
    shelf.check("sea", &["new"]);
}

#[test]
fn a_writer_is_told_that_the_index_was_rebuilt_and_goes_on_from_there() {
    let shelf = Shelf::with([tagged("a", "sea")]);
    let mut writer = shelf.writer();
    assert_eq!(writer.sequence().unwrap(), 1);
    writer.apply([put(tagged("b", "sea"))], 2).unwrap();
    let both = [put(tagged("a", "sea")), put(tagged("b", "sea"))];
    rebuild(shelf.folder.path(), settings(), both, 2).unwrap();
    let refused = writer.apply([put(tagged("c", "sea"))], 3);
    assert!(matches!(refused, Err(SearchError::Replaced)), "{refused:?}");
    assert_eq!(writer.sequence().unwrap(), 2);
    writer.apply([put(tagged("c", "sea"))], 3).unwrap();
    shelf.check("sea", &["a", "b", "c"]);
}

#[test]
fn every_photo_is_listed_with_a_fingerprint_of_its_document() {
    let photos: Vec<PhotoDocument> =
        (0..40).map(|number| tagged(&format!("p{number:02}"), "sea")).collect();
    let shelf = Shelf::with(photos.clone());
    shelf.writer().apply([put(tagged("p07", "lake")), Edit::DropPhoto(id("p08"))], 2).unwrap();
    let mut listed: Vec<_> =
        shelf.index.photo_versions().unwrap().map(|version| version.unwrap()).collect();
    listed.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(listed.len(), 39);
    for version in listed {
        let original = photos.iter().find(|photo| photo.id == version.id).unwrap();
        let is_same = version.fingerprint == fingerprint(original);
        assert_eq!(is_same, version.id != id("p07"), "{version:?}");
    }
}

#[test]
fn a_fingerprint_changes_with_everything_that_is_searched() {
    let original = tagged("a", "sea, waves");
    let changed = [
        PhotoDocument { title: Some("x".into()), ..original.clone() },
        PhotoDocument { description: Some("x".into()), ..original.clone() },
        PhotoDocument { is_sensitive: true, ..original.clone() },
        PhotoDocument { height: 9_000, ..original.clone() },
        PhotoDocument {
            wordings: [(tintype_domain::Language::German, tintype_domain::Wording::default())]
                .into(),
            ..original.clone()
        },
        tagged("a", "sea"),
        tagged("b", "sea, waves"),
    ];
    for other in changed {
        assert_ne!(fingerprint(&other), fingerprint(&original), "{other:?}");
    }
    let same = PhotoDocument { popularity: 5, ..tagged("a", "waves, sea") };
    assert_eq!(fingerprint(&same), fingerprint(&original));
}
