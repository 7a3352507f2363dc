//! `compat check`: every operation of the official document, against the real server.

use crate::server::Library;

/// A document with one operation, and what it says of the answer.
fn document(of_answer: &str) -> String {
    format!(
        r#"{{"openapi": "3.1.0", "paths": {{"/stats/total": {{"get": {{"responses": {{
            "200": {{"headers": {{"X-Ratelimit-Limit": {{"schema": {{"type": "integer"}}}}}},
                     "content": {{"application/json": {{"schema": {of_answer}}}}}}},
            "default": {{"content": {{"application/json": {{"schema": {{
                "type": "object", "required": ["errors"]}}}}}}}}}}}}}}}},
            "components": {{"schemas": {{}}}}}}"#
    )
}

#[test]
fn what_does_not_conform_is_told_and_fails() {
    let (library, _) = Library::with_photographer("ada");
    let app = library.json(&["app", "add", "--owner", "ada", "--name", "check"]);
    let key = app["access_key"].as_str().unwrap();
    let server = library.serve();
    let url = format!("http://{}", server.address);
    for (schema, code, told) in [
        (r#"{"type": "object", "required": ["photos"]}"#, 0, "1 of 1 operations conform"),
        (r#"{"type": "object", "required": ["cats"]}"#, 1, "cats is missing"),
        (r#"{"type": "array"}"#, 1, "is no array"),
    ] {
        let file = library.write("api.json", document(schema).as_bytes());
        let done =
            library.run(&["compat", "check", &url, "--key", key, "--spec", file.to_str().unwrap()]);
        assert_eq!(done.code, code, "{} {}", done.stdout, done.stderr);
        assert!(done.stdout.contains(told), "{}", done.stdout);
    }
}

/// Runs where the official document is; its place is named by `TEST_OFFICIAL_OPENAPI`.
#[test]
fn every_operation_of_the_official_document_conforms() {
    let Ok(spec) = std::env::var("TEST_OFFICIAL_OPENAPI") else {
        eprintln!("skipped: TEST_OFFICIAL_OPENAPI names no document");
        return;
    };
    let library = Library::empty();
    library.json(&["user", "add", "ada", "--email", "ada@example.org"]);
    let app = library.json(&["app", "add", "--owner", "ada", "--name", "check"]);
    let key = app["access_key"].as_str().unwrap();
    let scopes = "public read_user write_user read_photos write_photos write_likes \
                  read_collections write_collections";
    let token = library.json(&["token", "add", "--owner", "ada", "--app", key, "--scopes", scopes]);
    let token = token["access_token"].as_str().unwrap();
    let folder = library.beside("pictures");
    library.write("pictures/red-boat.jpg", &crate::pictures::jpeg(1));
    library.write("pictures/quiet-lake.jpg", &crate::pictures::jpeg(2));
    library.json(&[
        "import",
        folder.to_str().unwrap(),
        "--owner",
        "ada",
        "--collection",
        "Water",
        "--wait",
    ]);
    let photos = library.json(&["photo", "list"]);
    let photo = photos[0]["id"].as_str().unwrap();
    library.json(&["topic", "add", "Mountains", "--owner", "ada"]);
    library.json(&["topic", "edit", "mountains", "--add", photo]);
    let server = library.serve();
    let url = format!("http://{}", server.address);
    let done = library
        .run(&["compat", "check", &url, "--key", key, "--token", token, "--spec", &spec, "--json"]);
    let report = done.json();
    assert_eq!((&report["conform"], &report["total"]), (&29.into(), &29.into()), "{report:#}");
    assert_eq!(done.code, 0);
}
