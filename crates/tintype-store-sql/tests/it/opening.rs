//! Opening databases: new ones, newer ones, and what is none.

use std::path::Path;

use tintype_store::{Maintenance, UserStore, contract::user};
use tintype_store_sql::{OpenError, OpenOptions, SqlStore};

use crate::{handle, options, tamper};

#[tokio::test]
async fn a_new_database_takes_every_step_and_then_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let planned = SqlStore::plan(&options(&path)).await.unwrap();
    assert!(!path.exists(), "planning makes nothing");
    assert!(planned.iter().all(|step| !step.statements.is_empty()));
    let names: Vec<String> = planned.into_iter().map(|step| step.name).collect();
    assert_eq!(SqlStore::migrate(&options(&path)).await.unwrap(), names);
    assert_eq!(SqlStore::pending_migrations(&options(&path)).await.unwrap(), [""; 0]);
    assert_eq!(SqlStore::migrate(&options(&path)).await.unwrap(), [""; 0]);
    let store = handle(&path).await;
    assert_eq!(store.schema_version().await.unwrap() as usize, names.len());
}

#[tokio::test]
async fn planned_statements_are_sql() {
    let folder = tempfile::tempdir().unwrap();
    let plan = SqlStore::plan(&options(&folder.path().join("library.db"))).await.unwrap();
    let text: Vec<String> = plan.into_iter().flat_map(|step| step.statements).collect();
    assert!(text.iter().any(|text| text.starts_with("CREATE TABLE \"photos\"")), "{text:?}");
    assert!(text.iter().all(|text| !text.contains('?')), "values are written out");
}

#[tokio::test]
async fn a_database_opens_again_with_all_that_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let store = handle(&path).await;
    store.insert_user(&user(1), None).await.unwrap();
    store.close().await;
    assert!(store.ping().await.is_err(), "closed is closed");
    assert_eq!(handle(&path).await.user(&user(1).id).await.unwrap(), Some(user(1)));
}

#[tokio::test]
async fn a_closed_database_is_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let store = handle(&path).await;
    store.insert_user(&user(1), None).await.unwrap();
    store.close().await;
    let length = |name| std::fs::metadata(folder.path().join(name)).map_or(0, |file| file.len());
    assert_eq!(length("library.db-wal"), 0);
    assert!(length("library.db") > 0);
}

#[tokio::test]
async fn a_database_that_is_not_there_is_made_only_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let error = open_error(&OpenOptions { create: false, ..options(&path) }).await;
    assert!(matches!(error, OpenError::Missing(_)), "{error}");
    assert!(!path.exists());
    handle(&path).await.close().await;
    SqlStore::open(&OpenOptions { create: false, ..options(&path) }).await.unwrap();
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    handle(&path).await.close().await;
    let step = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)";
    tamper(&path, step).await;
    let before = std::fs::read(&path).unwrap();
    let error = open_error(&options(&path)).await;
    assert!(matches!(error, OpenError::NewerSchema { found, known } if found == known + 1));
    assert!(error.to_string().contains("newer version"), "{error}");
    assert!(SqlStore::migrate(&options(&path)).await.is_err());
    assert!(SqlStore::plan(&options(&path)).await.is_err());
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_file_that_is_something_else_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let letter = "Dear library, I am a letter and not a database at all. ".repeat(50);
    std::fs::write(&path, &letter).unwrap();
    let error = open_error(&options(&path)).await;
    assert!(matches!(error, OpenError::NotADatabase(_)), "{error:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), letter);
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_told() {
    let error = open_error(&options(Path::new("/proc/nowhere/library.db"))).await;
    assert!(matches!(error, OpenError::NotWritable { .. }), "{error:?}");
    assert_eq!(error.to_string(), "the database /proc/nowhere/library.db cannot be written");
}

#[tokio::test]
async fn a_database_that_someone_holds_is_busy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let settings = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(&path)
        .create_if_missing(true)
        .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal);
    let pool = sqlx::SqlitePool::connect_with(settings).await.unwrap();
    let holder = pool.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let error = open_error(&options(&path)).await;
    assert!(matches!(error, OpenError::Busy(_)), "{error:?}");
    drop(holder);
}

#[test]
fn an_address_of_another_kind_is_refused_without_its_password() {
    let clock = options(Path::new("x")).clock;
    let known = OpenOptions::from_url("sqlite:some/library.db", clock.clone()).unwrap();
    assert_eq!(known.path, Path::new("some/library.db"));
    for url in ["mongodb://me:secret@host/db", "sqlite:", "sqlite::memory:", "library.db"] {
        let error = OpenOptions::from_url(url, clock.clone()).unwrap_err();
        assert!(matches!(error, OpenError::UnknownAddress(_)), "{url}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_open_a_new_database_at_once_all_succeed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let tasks: Vec<_> = (1..=8)
        .map(|number| {
            let path = path.clone();
            tokio::spawn(async move {
                handle(&path).await.insert_user(&user(number), None).await.unwrap();
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let people = handle(&path).await.users(tintype_domain::Page::first(30)).await.unwrap();
    assert_eq!(people.total, 8);
}

async fn open_error(options: &OpenOptions) -> OpenError {
    SqlStore::open(options).await.map(|_| ()).unwrap_err()
}
