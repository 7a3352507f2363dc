//! `backup`, `restore`, `verify`, `gc`, `reindex`, `doctor`.

use std::path::{Path, PathBuf};

use crate::pictures;
use crate::server::{Done, Library, text};

/// A library of three photos with a backup of it, made while the server went on.
fn backed_up() -> (Library, String, PathBuf) {
    let (library, token) = Library::with_photographer("ana");
    let server = library.serve();
    let client = server.client(Some(&token));
    for number in 1..=3 {
        let name = format!("harbour-{number}.jpg");
        let answer = client.upload(&name, &pictures::jpeg(number)).expect("the server answers");
        assert_eq!(answer.status, 201);
    }
    let backup = library.beside("backup");
    let written = library.json(&["backup", text(&backup)]);
    assert_eq!(written["files"], 3);
    (library, token, backup)
}

fn one_file_in(folder: &Path) -> PathBuf {
    let mut entries = std::fs::read_dir(folder).expect("the folder is there").flatten();
    let entry = entries.next().expect("something lies in it").path();
    if entry.is_dir() { one_file_in(&entry) } else { entry }
}

#[test]
fn a_backup_comes_back_whole_into_an_empty_folder() {
    let (_library, token, backup) = backed_up();
    let fresh = Library::empty();
    let restored = fresh.json(&["restore", text(&backup)]);
    assert_eq!(restored["files"], 3);
    assert_eq!(fresh.verify(), 3);
    let server = fresh.serve();
    let client = server.client(Some(&token));
    assert_eq!(client.get("/search/photos?query=harbour").json()["total"], 3);
    let done = fresh.run(&["restore", text(&backup)]);
    assert_eq!(done.code, 1);
    done.sentence();
}

#[test]
fn a_damaged_backup_is_refused_and_nothing_comes_of_it() {
    let (_library, _, backup) = backed_up();
    let file = one_file_in(&backup.join("files/originals"));
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    std::fs::write(&file, bytes).unwrap();
    let fresh = Library::empty();
    let done = fresh.run(&["restore", text(&backup)]);
    assert_eq!(done.code, 1);
    assert!(done.sentence().starts_with("the backup is damaged"), "{}", done.stderr);
    assert!(!fresh.data().join("library.db").exists());
    let done = fresh.run(&["restore", text(&fresh.beside("nowhere"))]);
    assert_eq!(done.code, 1);
    assert!(done.sentence().ends_with("holds no backup"), "{}", done.stderr);
}

#[test]
fn a_backup_with_a_damaged_database_is_refused() {
    let (_library, _, backup) = backed_up();
    let database = backup.join("library.db");
    let mut bytes = std::fs::read(&database).unwrap();
    bytes.truncate(bytes.len() - 1);
    std::fs::write(&database, bytes).unwrap();
    let fresh = Library::empty();
    let done = fresh.run(&["restore", text(&backup)]);
    assert_eq!(done.code, 1);
    assert!(done.sentence().contains("library.db"), "{}", done.stderr);
}

#[test]
fn restore_and_migrate_refuse_while_a_server_runs() {
    let (library, _, backup) = backed_up();
    let _server = library.serve();
    for arguments in [["restore", text(&backup)].as_slice(), &["migrate"]] {
        let done = library.run(arguments);
        assert_eq!(done.code, 1);
        assert!(done.sentence().starts_with("a server is running on"), "{}", done.stderr);
    }
}

#[test]
fn verify_finds_what_is_lost_torn_and_left_over() {
    let (library, _, _) = backed_up();
    assert_eq!(library.verify(), 3);
    let originals = library.data().join("files/originals");
    let torn = one_file_in(&originals);
    let mut bytes = std::fs::read(&torn).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    std::fs::write(&torn, &bytes).unwrap();
    let found = library.run(&["verify", "--deep", "--json"]);
    assert_eq!(found.code, 1);
    assert_eq!(found.json()["torn"].as_array().unwrap().len(), 1);
    // Without --deep only sizes are compared.
    assert_eq!(library.run(&["verify"]).code, 0);
    std::fs::remove_file(&torn).unwrap();
    let found = library.run(&["verify", "--json"]);
    assert_eq!(found.code, 1);
    assert_eq!(found.json()["lost"].as_array().unwrap().len(), 1);
}

#[test]
fn gc_deletes_what_nobody_uses_and_nothing_else() {
    let (library, _, _) = backed_up();
    let sum = "ab".repeat(32);
    let stray = library.data().join("files/originals/ab").join(&sum);
    std::fs::create_dir_all(stray.parent().unwrap()).unwrap();
    std::fs::write(&stray, b"left over").unwrap();
    let mut command = library.command(&["verify", "--json"]);
    let found = Done::of(command.env("TINTYPE_GC__GRACE", "0s"));
    assert_eq!(found.json()["orphan_files"], serde_json::json!([format!("originals/{sum}")]));
    let plan = library.json(&["gc", "--grace", "0s", "--dry-run"]);
    assert_eq!((&plan["files"], &plan["bytes"]), (&1.into(), &9.into()));
    assert!(stray.exists());
    library.json(&["gc", "--grace", "24h"]);
    assert!(stray.exists(), "it is too young");
    let swept = library.json(&["gc", "--grace", "0s"]);
    assert_eq!(swept["bytes"], 9);
    assert!(!stray.exists());
    assert_eq!(library.verify(), 3);
}

#[test]
fn a_lost_index_is_told_and_built_anew() {
    let (library, _, _) = backed_up();
    std::fs::remove_dir_all(library.data().join("index")).unwrap();
    assert!(library.json(&["reindex"])["documents"].as_u64().unwrap() >= 3);
    assert_eq!(library.verify(), 3);
}

#[test]
fn a_damaged_index_is_told_when_files_are_read_through() {
    let (library, _, _) = backed_up();
    let generations = std::fs::read_dir(library.data().join("index")).unwrap();
    let folders = generations.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let stores = files.map(|entry| entry.unwrap().path());
    let mut stores = stores.filter(|path| path.extension().is_some_and(|end| end == "store"));
    let store = stores.next().expect("an index of photos has a store");
    let mut bytes = std::fs::read(&store).unwrap();
    bytes[8] ^= 0xff;
    std::fs::write(&store, bytes).unwrap();
    assert_eq!(library.run(&["verify"]).code, 0, "nobody read it");
    let found = library.run(&["verify", "--deep", "--json"]);
    assert_eq!(found.code, 1);
    assert!(found.json()["index_stale"][0].as_str().unwrap().starts_with("damaged file "));
}

#[test]
fn the_doctor_finds_nothing_in_a_library_that_is_well() {
    let (library, _, _) = backed_up();
    let address = crate::server::free_address().to_string();
    let mut command = library.command(&["doctor", "--json"]);
    let done = Done::of(command.env("TINTYPE_LISTEN", address));
    assert_eq!(done.json()["findings"], serde_json::json!([]));
    assert_eq!(done.code, 0);
}
