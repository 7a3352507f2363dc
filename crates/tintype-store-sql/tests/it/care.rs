//! Copies, checks, and the log that must not grow.

use std::time::Duration;

use tintype_store::{
    DatasetBatch, Maintenance, Membership, PhotoStore, StoreError, UserStore,
    contract::{dataset_photo, photo, user},
};

use crate::{handle, tamper};

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_whole_while_others_write() {
    let folder = tempfile::tempdir().unwrap();
    let store = handle(&folder.path().join("library.db")).await;
    store.insert_user(&user(1), None).await.unwrap();
    let writer = store.clone();
    let writing = tokio::spawn(async move {
        for number in 1..=60 {
            let photo = photo(number, &user(1));
            writer.insert_photo(&photo, &Membership::default(), &[]).await.unwrap();
        }
    });
    tokio::time::sleep(Duration::from_millis(30)).await;
    let place = folder.path().join("copy.db");
    store.copy_to(&place).await.unwrap();
    writing.await.unwrap();
    let copy = handle(&place).await;
    let kept = copy.photos_after(None, 100).await.unwrap().len() as u64;
    let totals = copy.user(&user(1).id).await.unwrap().unwrap().totals;
    assert_eq!(totals.photos, kept, "a moment's state, not a mixture");
    assert_eq!(copy.drifts().await.unwrap(), []);
    assert_eq!(copy.damages().await.unwrap(), [""; 0]);
}

#[tokio::test]
async fn a_copy_does_not_overwrite() {
    let folder = tempfile::tempdir().unwrap();
    let store = handle(&folder.path().join("library.db")).await;
    let place = folder.path().join("copy.db");
    std::fs::write(&place, "precious").unwrap();
    let error = store.copy_to(&place).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(_)), "{error}");
    assert_eq!(std::fs::read(&place).unwrap(), b"precious");
}

#[tokio::test]
async fn every_number_that_drifts_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let store = handle(&path).await;
    store.insert_user(&user(1), None).await.unwrap();
    for number in 1..=3 {
        let photo = photo(number, &user(1));
        store.insert_photo(&photo, &Membership::default(), &[]).await.unwrap();
    }
    tamper(&path, "UPDATE users SET total_photos = 5").await;
    tamper(&path, "UPDATE photos SET likes = 9 WHERE id = 'P0000000002'").await;
    tamper(&path, "UPDATE photos SET draw = 7 WHERE id = 'P0000000003'").await;
    tamper(&path, "DELETE FROM photo_tags WHERE photo_id = 'P0000000001'").await;
    let drifts = store.drifts().await.unwrap();
    let told: Vec<(&str, &str, u64, u64)> = drifts
        .iter()
        .map(|drift| (drift.what, drift.id.as_str(), drift.kept, drift.counted))
        .collect();
    let expected = [
        ("photos.likes", "P0000000002", 9, 0),
        ("photos.tags", "P0000000001", 2, 0),
        ("users.total_photos", user(1).id.as_str(), 5, 3),
        ("library.draw", "library", 3, 2),
    ]
    .map(|(what, id, kept, counted)| (what, id.to_owned(), kept, counted));
    let expected: Vec<(&str, &str, u64, u64)> = expected
        .iter()
        .map(|(what, id, kept, counted)| (*what, id.as_str(), *kept, *counted))
        .collect();
    assert_eq!(told, expected);
}

#[tokio::test]
async fn rows_that_refer_to_nothing_are_damage() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let store = handle(&path).await;
    store.insert_user(&user(1), None).await.unwrap();
    store.insert_photo(&photo(1, &user(1)), &Membership::default(), &[]).await.unwrap();
    assert_eq!(store.damages().await.unwrap(), [""; 0]);
    tamper(&path, "DELETE FROM users").await;
    let damages = store.damages().await.unwrap();
    assert_eq!(damages, ["a row of photos refers to nothing in users"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_stays_short_under_steady_reading() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    let store = handle(&path).await;
    let people = vec![user(1)];
    let mut readers = Vec::new();
    for _ in 0..4 {
        let reader = handle(&path).await;
        readers.push(tokio::spawn(async move {
            loop {
                reader.totals_and_walk().await;
            }
        }));
    }
    let mut longest = 0;
    for batch in 0..14u64 {
        let mut photos: Vec<_> =
            (0..500).map(|number| dataset_photo(batch * 500 + number, &people[0])).collect();
        for photo in &mut photos {
            photo.description = Some("long words ".repeat(500));
        }
        let batch = DatasetBatch { users: people.clone(), photos, ..DatasetBatch::default() };
        store.import_photos(&batch).await.unwrap();
        let log = std::fs::metadata(folder.path().join("library.db-wal")).unwrap();
        longest = longest.max(log.len());
    }
    for reader in readers {
        reader.abort();
    }
    let written = std::fs::metadata(&path).unwrap().len();
    assert!(written > 30 << 20, "enough was written to tell: {written}");
    assert!(longest <= 64 << 20, "{longest} bytes");
}

/// What a reader does all day.
trait Read {
    async fn totals_and_walk(&self);
}

impl Read for tintype_store_sql::SqlStore {
    async fn totals_and_walk(&self) {
        tintype_store::StatisticsStore::totals(self).await.unwrap();
        self.photos_after(None, 100).await.unwrap();
    }
}
