//! What holds for the ledger of files.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tintype_domain::{Checksum, MediaType, Photo, PublicOriginal, Source};

use super::{ContractStore, START, at, checksum};
use crate::{Inserted, Membership, PhotoEdit, StoreError};

pub async fn a_file_nobody_wants_is_deleted(store: &ContractStore) {
    assert!(delete(store, &checksum(1)).await);
}

pub async fn the_file_of_a_photo_is_kept_until_the_photo_goes(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let file = photo.source.checksum().unwrap();
    assert!(!delete(store, &file).await);
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&photo.id, &withdraw, at(50), &[]).await.unwrap();
    assert!(!delete(store, &file).await, "its address lives on");
    store.store.delete_photo(&photo.id, at(60), &[]).await.unwrap();
    assert!(delete(store, &file).await);
}

pub async fn a_file_of_two_photos_is_kept_for_the_second(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let first = store.new_photo(&ana).await;
    store.new_photo_with(&ben, |photo| photo.source = first.source.clone()).await;
    store.store.delete_photo(&first.id, at(50), &[]).await.unwrap();
    assert!(!delete(store, &first.source.checksum().unwrap()).await);
}

pub async fn the_public_original_is_a_file_too(store: &ContractStore) {
    let user = store.new_user().await;
    let (received, public) = (checksum(800), checksum(801));
    let cut = PublicOriginal::Cut {
        checksum: public,
        size_bytes: 9,
        media_type: MediaType::Jpeg,
    };
    let source = Source::File {
        checksum: received,
        size_bytes: 10,
        media_type: MediaType::Jpeg,
        public: cut,
    };
    let photo = store.new_photo_with(&user, |photo| photo.source = source).await;
    let asked = [checksum(802), public, received];
    assert_eq!(store.store.used(&asked).await.unwrap(), [public, received]);
    assert!(!delete(store, &public).await);
    let whole = (true, PublicOriginal::AsReceived);
    let edit = PhotoEdit { sharing: Some(whole), ..PhotoEdit::default() };
    store.store.edit_photo(&photo.id, &edit, at(50), &[]).await.unwrap();
    assert_eq!(store.store.used(&asked).await.unwrap(), [received]);
    assert!(delete(store, &public).await);
}

pub async fn a_pending_upload_keeps_its_file(store: &ContractStore) {
    let file = checksum(1);
    store.store.open_upload(&file, START).await.unwrap();
    assert!(!delete(store, &file).await);
    assert!(delete(store, &checksum(2)).await, "others go");
    store.store.close_upload(&file).await.unwrap();
    assert!(delete(store, &file).await);
}

pub async fn each_upload_of_the_same_bytes_keeps_the_file(store: &ContractStore) {
    let file = checksum(1);
    for _ in 0..2 {
        store.store.open_upload(&file, START).await.unwrap();
    }
    store.store.close_upload(&file).await.unwrap();
    assert!(!delete(store, &file).await, "the other one is open");
    store.store.close_upload(&file).await.unwrap();
    assert!(delete(store, &file).await);
    store.store.close_upload(&file).await.unwrap();
}

pub async fn a_forgotten_upload_keeps_its_file_for_an_hour(store: &ContractStore) {
    let file = checksum(1);
    store.store.open_upload(&file, START).await.unwrap();
    let later = |minutes| START.plus(Duration::from_mins(minutes));
    assert!(!delete_at(store, &file, later(59)).await);
    assert!(delete_at(store, &file, later(61)).await);
}

pub async fn a_saved_photo_closes_the_upload_of_its_bytes(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.samples().photo(&user);
    let file = photo.source.checksum().unwrap();
    store.store.open_upload(&file, START).await.unwrap();
    store.store.insert_photo(&photo, &Membership::default(), &[]).await.unwrap();
    store.store.delete_photo(&photo.id, at(50), &[]).await.unwrap();
    assert!(delete(store, &file).await, "nothing is pending");
}

pub async fn a_duplicate_closes_the_uploads_of_its_files_too(store: &ContractStore) {
    let user = store.new_user().await;
    let (first, public) = (store.samples().photo(&user), checksum(900));
    let mut photo = first.clone();
    if let Source::File { public: original, .. } = &mut photo.source {
        *original = cut(public);
    }
    store.store.insert_photo(&photo, &Membership::default(), &[]).await.unwrap();
    let again = Photo { id: store.samples().photo(&user).id, ..photo.clone() };
    for file in [photo.source.checksum().unwrap(), public] {
        store.store.open_upload(&file, START).await.unwrap();
    }
    let inserted = store.store.insert_photo(&again, &Membership::default(), &[]).await.unwrap();
    assert_eq!(inserted, Inserted::Duplicate(photo.id.clone()));
    store.store.delete_photo(&photo.id, at(50), &[]).await.unwrap();
    for file in [photo.source.checksum().unwrap(), public] {
        assert!(delete(store, &file).await, "nothing is pending");
    }
}

pub async fn an_edit_closes_the_upload_of_its_public_original(store: &ContractStore) {
    let user = store.new_user().await;
    let (photo, public) = (store.new_photo(&user).await, checksum(900));
    store.store.open_upload(&public, START).await.unwrap();
    let hide = PhotoEdit { sharing: Some((false, cut(public))), ..PhotoEdit::default() };
    store.store.edit_photo(&photo.id, &hide, at(50), &[]).await.unwrap();
    assert!(!delete(store, &public).await, "the photo has it");
    store.store.delete_photo(&photo.id, at(60), &[]).await.unwrap();
    assert!(delete(store, &public).await, "nothing is pending");
}

fn cut(checksum: Checksum) -> PublicOriginal {
    PublicOriginal::Cut { checksum, size_bytes: 9, media_type: MediaType::Jpeg }
}

pub async fn a_photo_that_failed_leaves_its_upload_open(store: &ContractStore) {
    let nobody = store.samples().user();
    let photo = store.samples().photo(&nobody);
    let file = photo.source.checksum().unwrap();
    store.store.open_upload(&file, START).await.unwrap();
    let inserted = store.store.insert_photo(&photo, &Membership::default(), &[]).await;
    assert!(matches!(inserted, Err(StoreError::Missing(_))));
    assert!(!delete(store, &file).await);
}

/// Nobody can begin to use a file while it is being deleted, and of a file in use none is deleted.
pub async fn uploads_and_deletions_never_overlap(store: &ContractStore) {
    let file = checksum(1);
    let is_there = Arc::new(AtomicBool::new(true));
    let mut tasks = Vec::new();
    for _ in 0..8 {
        let (handle, put) = (store.handle(), Arc::clone(&is_there));
        tasks.push(tokio::spawn(async move {
            handle.open_upload(&file, START).await.unwrap();
            put.store(true, Ordering::SeqCst);
            tokio::task::yield_now().await;
            assert!(put.load(Ordering::SeqCst), "deleted under an open upload");
            handle.close_upload(&file).await.unwrap();
        }));
        let (handle, taken) = (store.handle(), Arc::clone(&is_there));
        tasks.push(tokio::spawn(async move {
            let delete = async move {
                taken.store(false, Ordering::SeqCst);
                tokio::task::yield_now().await;
            };
            handle.delete_unused(&file, START, Box::pin(delete)).await.unwrap();
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert!(delete(store, &file).await, "all uploads are closed");
}

async fn delete(store: &ContractStore, file: &Checksum) -> bool {
    delete_at(store, file, START).await
}

async fn delete_at(
    store: &ContractStore,
    file: &Checksum,
    at: tintype_domain::Timestamp,
) -> bool {
    let was_run = Arc::new(AtomicBool::new(false));
    let run = Arc::clone(&was_run);
    let deletion = Box::pin(async move { run.store(true, Ordering::SeqCst) });
    let answer = store.store.delete_unused(file, at, deletion).await.unwrap();
    assert_eq!(answer, was_run.load(Ordering::SeqCst), "it says what it did");
    answer
}
