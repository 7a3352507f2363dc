//! Settings that are wrong, places that cannot be used, and what is shown of settings.

use std::net::TcpListener;

use crate::server::{Done, Library, text};

#[test]
fn an_unknown_setting_is_misuse_and_its_neighbour_is_named() {
    let library = Library::empty();
    library.write("tintype.toml", b"[rate_limit]\nper_hours = 5\n");
    let done = library.run(&["user", "list"]);
    assert_eq!(done.code, 2);
    let told = done.sentence();
    assert!(told.contains("rate_limit.per_hours") && told.contains("per_hour?"), "{told}");
    assert_eq!(done.stdout, "");
}

#[test]
fn a_value_of_the_wrong_kind_is_misuse() {
    let library = Library::empty();
    library.write("tintype.toml", b"[gc]\ngrace = \"soon\"\n");
    let done = library.run(&["config", "show"]);
    assert_eq!(done.code, 2);
    assert!(done.sentence().contains("gc.grace"), "{}", done.stderr);
}

#[test]
fn a_taken_port_is_one_sentence() {
    let library = Library::empty();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let done = library.run(&["serve", "--listen", &address]);
    assert_eq!(done.code, 1);
    let told = done.sentence();
    assert!(told.contains(&address) && told.contains("taken"), "{told}");
}

#[test]
fn a_data_folder_that_cannot_be_made_is_one_sentence() {
    let library = Library::empty();
    // Below a plain file nobody can make a folder, not even root.
    library.write("data", b"not a folder");
    for arguments in [["user", "list"].as_slice(), &["serve"], &["migrate"]] {
        let done = library.run(arguments);
        assert_eq!(done.code, 1, "{arguments:?}");
        assert!(done.sentence().contains(text(&library.data())), "{}", done.stderr);
    }
}

#[test]
fn two_servers_do_not_share_a_folder() {
    let library = Library::empty();
    let _server = library.serve();
    let done = library.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(done.code, 1);
    assert!(done.sentence().starts_with("a server is running on"), "{}", done.stderr);
}

#[test]
fn shown_settings_are_those_in_force_without_secrets() {
    let library = Library::empty();
    library
        .write("tintype.toml", b"[metrics]\ntoken = \"hush-hush\"\n[rate_limit]\nper_hour = 7\n");
    let mut command = library.command(&["config", "show"]);
    command.env("TINTYPE_LIMITS__UPLOADS_PER_HOUR", "11");
    let done = Done::of(&mut command);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.contains("per_hour = 7"), "{}", done.stdout);
    assert!(done.stdout.contains("uploads_per_hour = 11"), "{}", done.stdout);
    assert!(!done.stdout.contains("hush-hush"), "{}", done.stdout);
    assert!(!library.json(&["config", "show"]).to_string().contains("hush-hush"));
}

#[test]
fn the_schema_of_the_settings_is_json() {
    let library = Library::empty();
    let schema = library.run(&["config", "schema"]).json();
    assert!(schema["properties"]["rate_limit"].is_object(), "{schema}");
    assert_eq!(schema["additionalProperties"], false);
}

#[test]
fn a_command_that_is_none_is_misuse() {
    assert_eq!(Library::empty().run(&["frobnicate"]).code, 2);
}
