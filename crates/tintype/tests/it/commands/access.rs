//! People, applications and tokens made on the command line.

use serde_json::Value;

use crate::pictures;
use crate::server::Library;

fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().expect("one JSON object");
    let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} in {value}"))
}

#[test]
fn people_apps_and_tokens_are_printed_with_the_keys_that_scripts_read() {
    let library = Library::empty();
    let user = library.json(&["user", "add", "ana", "--email", "ana@example.org"]);
    assert_eq!(keys(&user), ["id", "username"]);
    assert_eq!(word(&user, "username"), "ana");
    let app = library.json(&["app", "add", "--owner", "ana", "--name", "site"]);
    assert_eq!(keys(&app), ["access_key", "name", "secret_key"]);
    assert_eq!(word(&app, "name"), "site");
    let key = word(&app, "access_key");
    let token = library.json(&["token", "add", "--owner", "ana", "--app", key]);
    assert_eq!(keys(&token), ["access_token", "scopes"]);
    assert_eq!(word(&token, "scopes"), "public");
    for secret in [key, word(&app, "secret_key"), word(&token, "access_token")] {
        assert!(secret.len() >= 20 && !secret.starts_with('-'), "{secret:?}");
    }
}

#[test]
fn a_key_made_while_the_server_runs_works_in_the_next_request() {
    let library = Library::empty();
    let server = library.serve();
    let client = server.client(None);
    assert_eq!(client.get("/photos").status, 401);
    library.json(&["user", "add", "ana"]);
    let app = library.json(&["app", "add", "--owner", "ana", "--name", "site"]);
    let caller = format!("Client-ID {}", word(&app, "access_key"));
    let answer = client.send("GET", "/photos", &[("authorization", &caller)]).unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(client.get("/users/ana").status, 401);
    let answer = client.send("GET", "/users/ana", &[("authorization", &caller)]).unwrap();
    assert_eq!(answer.status, 200);
}

#[test]
fn a_token_may_do_what_its_scopes_say_and_no_more() {
    let library = Library::empty();
    library.json(&["user", "add", "ana"]);
    let app = library.json(&["app", "add", "--owner", "ana", "--name", "site"]);
    let key = word(&app, "access_key");
    let token = library.json(&["token", "add", "--owner", "ana", "--app", key]);
    let server = library.serve();
    let client = server.client(Some(word(&token, "access_token")));
    assert_eq!(client.get("/photos").status, 200);
    assert_eq!(client.upload("a.jpg", &pictures::jpeg(1)).unwrap().status, 403);
}

#[test]
fn strangers_are_one_sentence() {
    let library = Library::empty();
    let done = library.run(&["app", "add", "--owner", "nobody", "--name", "site"]);
    assert_eq!(done.code, 1);
    assert!(done.sentence().starts_with("there is no user nobody"), "{}", done.stderr);
    library.json(&["user", "add", "ana"]);
    let done = library.run(&["user", "add", "Ana"]);
    assert_eq!(done.code, 1);
    assert!(done.sentence().contains("already exists"), "{}", done.stderr);
    let done = library.run(&["user", "add", "a b"]);
    assert_eq!(done.code, 2);
    done.sentence();
}
