//! `migrate`, and a database that a later version has opened.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use crate::server::Library;

#[test]
fn a_fresh_library_lacks_steps_and_an_up_to_date_one_lacks_none() {
    let library = Library::empty();
    let done = library.run(&["migrate", "--check", "--json"]);
    assert_eq!(done.code, 1);
    let steps = done.json()["steps"].as_array().unwrap().len();
    assert!(steps > 0);
    assert!(!library.data().join("library.db").exists(), "a check changes nothing");
    let migrated = library.json(&["migrate"]);
    assert_eq!(migrated["applied"], true);
    assert_eq!(migrated["steps"].as_array().unwrap().len(), steps);
    let checked = library.json(&["migrate", "--check"]);
    assert_eq!(checked["steps"], serde_json::json!([]));
}

#[test]
fn a_library_of_a_later_version_is_refused_with_a_sentence() {
    let library = Library::empty();
    library.json(&["user", "add", "ana"]);
    pretend_a_later_version(&library);
    for arguments in [["user", "list"].as_slice(), &["serve"], &["migrate", "--check"]] {
        let done = library.run(arguments);
        assert_eq!(done.code, 1, "{arguments:?}");
        let told = done.sentence();
        assert!(told.contains("newer version"), "{told}");
    }
}

fn pretend_a_later_version(library: &Library) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(async {
        let options = SqliteConnectOptions::new().filename(library.data().join("library.db"));
        let mut database = options.connect().await.expect("the database opens");
        let text = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)";
        sqlx::query(text).execute(&mut database).await.expect("the row is written");
        database.close().await.expect("the database closes");
    });
}
