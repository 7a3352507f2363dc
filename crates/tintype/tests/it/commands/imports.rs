//! `import`: what is taken in, what is passed over, what is refused and why.

use serde_json::{Value, json};

use crate::pictures;
use crate::server::{Library, text};

fn reason<'a>(imported: &'a Value, name: &str) -> &'a str {
    let refused = imported["refused"].as_array().expect("a list");
    let names = |file: &&Value| file["path"].as_str().is_some_and(|path| path.ends_with(name));
    let found = refused.iter().find(names).unwrap_or_else(|| panic!("{name} in {imported}"));
    found["reason"].as_str().expect("a reason")
}

#[test]
fn a_folder_of_all_sorts_is_sorted_out() {
    let (library, _) = Library::with_photographer("ana");
    let folder = library.beside("all sorts");
    library.write("all sorts/misty-fjord.jpg", &pictures::jpeg(1));
    library.write("all sorts/again.jpg", &pictures::jpeg(1));
    library.write("all sorts/deeper/bridge.jpg", &pictures::jpeg(2));
    library.write("all sorts/half.jpg", &pictures::truncated_jpeg(3));
    library.write("all sorts/diary.jpg", b"Dear diary");
    library.write("all sorts/.hidden.jpg", &pictures::jpeg(4));
    library.write("all sorts/nothing.jpg", b"");
    let done = library.run(&["import", text(&folder), "--owner", "ana", "--json"]);
    assert_eq!(done.code, 1, "{}", done.stderr);
    let imported = done.json();
    assert_eq!(imported["imported"], 2);
    assert_eq!(imported["duplicates"], 1);
    assert!(imported["ignored"].as_u64().unwrap() >= 2, "{imported}");
    assert!(!reason(&imported, "half.jpg").is_empty());
    assert_eq!(reason(&imported, "nothing.jpg"), "The file is empty.");
    assert_eq!(imported["refused"].as_array().unwrap().len(), 2);
    assert_eq!(imported["photos"].as_array().unwrap().len(), 3);
    for photo in imported["photos"].as_array().unwrap() {
        assert!(photo["id"].is_string() && photo["slug"].is_string() && photo["path"].is_string());
    }
    assert_eq!(library.verify(), 2);
}

#[test]
fn what_is_named_and_no_picture_is_refused() {
    let (library, _) = Library::with_photographer("ana");
    let diary = library.write("diary.jpg", b"Dear diary");
    let nowhere = library.beside("nowhere.jpg");
    let arguments = ["import", text(&diary), text(&nowhere), "--owner", "ana", "--json"];
    let done = library.run(&arguments);
    assert_eq!(done.code, 1);
    let imported = done.json();
    assert_eq!((&imported["imported"], &imported["ignored"]), (&json!(0), &json!(0)));
    assert!(reason(&imported, "diary.jpg").contains("picture"), "{imported}");
    assert_eq!(reason(&imported, "nowhere.jpg"), "there is no such file or folder");
    assert!(done.stderr.contains("diary.jpg") && done.stderr.contains("nowhere.jpg"));
}

#[test]
fn importing_a_folder_again_adds_nothing() {
    let (library, _) = Library::with_photographer("ana");
    let folder = library.beside("trip");
    for number in 1..=3 {
        library.write(&format!("trip/{number}.jpg"), &pictures::jpeg(number));
    }
    let arguments = ["import", text(&folder), "--owner", "ana"];
    let first = library.json(&arguments);
    let again = library.json(&arguments);
    assert_eq!((&first["imported"], &first["duplicates"]), (&json!(3), &json!(0)));
    assert_eq!((&again["imported"], &again["duplicates"]), (&json!(0), &json!(3)));
    assert_eq!(first["photos"], again["photos"]);
    assert_eq!(library.json(&["photo", "list"]).as_array().unwrap().len(), 3);
}

#[test]
fn after_waiting_search_finds_what_was_imported() {
    let (library, token) = Library::with_photographer("ana");
    let picture = library.write("misty-fjord_2024.jpg", &pictures::jpeg(1));
    let other = library.write("RailwayBridge.jpg", &pictures::jpeg(2));
    let server = library.serve();
    let client = server.client(Some(&token));
    let found = |query: &str| client.get(&format!("/search/photos?query={query}")).json();
    for (path, query) in [(&picture, "fjord"), (&other, "bridge")] {
        let arguments = ["import", text(path), "--owner", "ana", "--tags", "journey", "--wait"];
        let imported = library.json(&arguments);
        // The server holds the index; the command has waited for it.
        assert_eq!(found(query)["results"][0]["id"], imported["photos"][0]["id"]);
    }
    assert_eq!(found("journey")["total"], 2);
    drop(server);
    let third = library.write("lighthouse.jpg", &pictures::jpeg(3));
    library.json(&["import", text(&third), "--owner", "ana", "--wait"]);
    let server = library.serve();
    let client = server.client(Some(&token));
    assert_eq!(client.get("/search/photos?query=lighthouse").json()["total"], 1);
    assert_eq!(client.get("/search/photos?query=journey").json()["total"], 2);
}
