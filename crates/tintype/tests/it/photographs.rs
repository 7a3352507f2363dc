//! Real photographs, taken in whole. `TEST_PHOTOGRAPHS` names a folder of them, as
//! `benches/photographs.sh` makes it.

use std::path::Path;

use crate::server::{Done, Library, text};

#[test]
fn real_photographs_are_taken_in_and_found() {
    let Some(folder) = std::env::var_os("TEST_PHOTOGRAPHS").filter(|name| !name.is_empty()) else {
        println!("skipped: TEST_PHOTOGRAPHS names no folder; benches/photographs.sh makes one");
        return;
    };
    let folder = Path::new(&folder).canonicalize().expect("TEST_PHOTOGRAPHS names a folder");
    let (library, token) = Library::with_photographer("ana");
    let arguments = ["import", text(&folder), "--owner", "ana", "--tags", "nature", "--wait"];
    let done = Done::of(library.command(&arguments).arg("--json"));
    let imported = done.json();
    assert_eq!(done.code, 0, "{imported}");
    assert_eq!(imported["refused"], serde_json::json!([]));
    let count = |name: &str| imported[name].as_u64().expect("a number");
    let pictures = count("imported") + count("duplicates");
    assert!(pictures > 0, "there are no pictures in {}", folder.display());
    assert!(pictures >= named_like_pictures(&folder), "a picture was passed over: {imported}");
    assert_eq!(library.verify(), count("imported"));
    let server = library.serve();
    let found = server.client(Some(&token)).get("/search/photos?query=nature&per_page=1");
    assert_eq!(found.json()["total"], imported["imported"]);
    let again = library.json(&arguments);
    assert_eq!((&again["imported"], &again["duplicates"]), (&0.into(), &pictures.into()));
    println!("photographs: {} imported, {} duplicates", count("imported"), count("duplicates"));
}

/// Files whose names say that they are pictures.
fn named_like_pictures(folder: &Path) -> u64 {
    let is_picture = |path: &Path| {
        let known = ["jpg", "jpeg", "png", "webp"];
        let extension = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
        extension.is_some_and(|extension| known.iter().any(|known| extension == *known))
    };
    let entries = std::fs::read_dir(folder).expect("the folder can be read").flatten();
    let count = |path: &Path| match std::fs::symlink_metadata(path) {
        Ok(meta) if meta.is_dir() => named_like_pictures(path),
        Ok(meta) if meta.is_file() => u64::from(is_picture(path)),
        _ => 0,
    };
    entries.map(|entry| count(&entry.path())).sum()
}
