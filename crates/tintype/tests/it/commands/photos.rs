//! `photo` and `topic`: words, the editorial feed, withdrawal, deletion.

use serde_json::{Value, json};

use crate::client::Client;
use crate::pictures;
use crate::server::{Library, Server, text};

struct Place {
    library: Library,
    _server: Server,
    client: Client,
    ids: Vec<String>,
}

/// Three photos of one import, and a server beside the commands.
fn place() -> Place {
    let (library, token) = Library::with_photographer("ana");
    for number in 1..=3 {
        library.write(&format!("trip/{number}.jpg"), &pictures::jpeg(number));
    }
    let folder = library.beside("trip");
    let imported =
        library.json(&["import", text(&folder), "--owner", "ana", "--tags", "trip", "--wait"]);
    let id = |photo: &Value| photo["id"].as_str().expect("an id").to_owned();
    let ids = imported["photos"].as_array().expect("photos").iter().map(id).collect();
    let server = library.serve();
    let client = server.client(Some(&token));
    Place { library, _server: server, client, ids }
}

impl Place {
    fn photo(&self, id: &str) -> Value {
        self.client.get(&format!("/photos/{id}")).json()
    }

    fn listed(&self) -> usize {
        self.client.get("/photos").json().as_array().expect("a list").len()
    }
}

#[test]
fn edits_are_seen_by_the_next_request() {
    let place = place();
    let id = place.ids[0].as_str();
    assert_eq!(place.photo(id)["description"], Value::Null);
    let changed = place.library.json(&[
        "photo",
        "edit",
        id,
        "--description",
        "A heron at dawn",
        "--alt",
        "A grey bird",
        "--tags",
        "Heron,dawn",
    ]);
    assert_eq!(changed, json!({ "photos": [id] }));
    let photo = place.photo(id);
    assert_eq!(photo["description"], "A heron at dawn");
    assert_eq!(photo["alt_description"], "A grey bird");
    let list = place.library.json(&["photo", "list", "--tag", "heron"]);
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["tags"], json!(["heron", "dawn"]));
    place.library.json(&["photo", "edit", id, "--description", ""]);
    assert_eq!(place.photo(id)["description"], Value::Null);
}

#[test]
fn an_edit_of_nothing_or_of_nobody_changes_nothing() {
    let place = place();
    let done = place.library.run(&["photo", "edit", &place.ids[0]]);
    assert_eq!(done.code, 2);
    done.sentence();
    let done = place.library.run(&["photo", "edit", "AAAAAAAAAAA", "--title", "x"]);
    assert_eq!(done.code, 1);
    assert_eq!(done.sentence(), "there is no photo AAAAAAAAAAA");
}

#[test]
fn featured_photos_say_so_until_it_is_undone() {
    let place = place();
    let id = place.ids[1].as_str();
    place.library.json(&["photo", "feature", id]);
    assert!(place.photo(id)["promoted_at"].is_string());
    place.library.json(&["photo", "feature", id, "--undo"]);
    assert_eq!(place.photo(id)["promoted_at"], Value::Null);
}

#[test]
fn a_withdrawn_photo_leaves_the_lists_and_comes_back() {
    let place = place();
    let id = place.ids[1].as_str();
    assert_eq!(place.listed(), 3);
    place.library.json(&["photo", "withdraw", id]);
    assert_eq!(place.listed(), 2);
    place.library.json(&["photo", "withdraw", id, "--undo"]);
    assert_eq!(place.listed(), 3);
}

#[test]
fn an_import_is_undone_by_its_batch() {
    let place = place();
    let list = place.library.json(&["photo", "list"]);
    let batch = list[0]["batch"].as_str().unwrap();
    let deleted = place.library.json(&["photo", "delete", "--batch", batch]);
    assert_eq!(deleted["photos"].as_array().unwrap().len(), 3);
    assert_eq!(place.listed(), 0);
    for id in &place.ids {
        assert_eq!(place.client.get(&format!("/photos/{id}")).status, 404);
    }
}

#[test]
fn a_topic_is_added_filled_and_removed() {
    let place = place();
    let topic = place.library.json(&["topic", "add", "Quiet Water", "--owner", "ana"]);
    assert_eq!(topic["slug"], "quiet-water");
    let both = place.ids[..2].join(",");
    let edit = ["topic", "edit", "quiet-water", "--title", "Still Water", "--add", &both];
    assert_eq!(place.library.json(&edit)["title"], "Still Water");
    let of = |path: &str| place.client.get(path);
    assert_eq!(of("/topics/quiet-water").json()["title"], "Still Water");
    let photos = || of("/topics/quiet-water/photos").json().as_array().unwrap().len();
    assert_eq!(photos(), 2);
    place.library.json(&["topic", "edit", "quiet-water", "--take-out", &place.ids[0]]);
    assert_eq!(photos(), 1);
    place.library.json(&["topic", "remove", "quiet-water"]);
    assert_eq!(of("/topics/quiet-water").status, 404);
    assert_eq!(place.listed(), 3);
}
