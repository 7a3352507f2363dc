//! What holds for collections.

use tintype_domain::{CollectionId, Page, PhotoId, Subject};

use super::{ContractStore, at, ids};
use crate::{CollectionEdit, CollectionFilter, StoreError};

pub async fn a_collection_comes_back_as_it_was_saved(store: &ContractStore) {
    let user = store.new_user().await;
    let before = store.store.last_change().await.unwrap();
    let collection = store.new_collection(&user).await;
    assert_eq!(store.collection_now(&collection.id).await, collection);
    assert_eq!(store.changed_after(before).await, [Subject::Collection(collection.id)]);
    let nowhere = CollectionId::parse("404").unwrap();
    assert_eq!(store.store.collection(&nowhere).await.unwrap(), None);
}

pub async fn a_new_collection_is_empty_whatever_it_says(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let mut collection = store.samples().collection(&user);
    collection.total_photos = 9;
    collection.preview = vec![photo.id];
    store.store.insert_collection(&collection).await.unwrap();
    let kept = store.collection_now(&collection.id).await;
    assert_eq!((kept.total_photos, kept.preview), (0, Vec::new()));
}

pub async fn a_taken_collection_id_is_a_conflict(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let error = store.store.insert_collection(&collection).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(_)), "{error}");
    assert_eq!(store.user_now(&user.id).await.totals.collections, 1);
}

pub async fn collections_come_in_the_order_of_their_ids(store: &ContractStore) {
    let user = store.new_user().await;
    let (one, two) = (store.new_collection(&user).await, store.new_collection(&user).await);
    let nowhere = CollectionId::parse("404").unwrap();
    let asked = [two.id.clone(), nowhere, one.id.clone()];
    assert_eq!(store.store.collections_by_ids(&asked).await.unwrap(), [two, one]);
}

pub async fn public_collections_are_listed_the_newest_first(store: &ContractStore) {
    let user = store.new_user().await;
    let one = store.new_collection(&user).await;
    let mut private = store.samples().collection(&user);
    private.is_private = true;
    store.store.insert_collection(&private).await.unwrap();
    let two = store.new_collection(&user).await;
    let all = CollectionFilter::default();
    assert_eq!(listed(store, &all).await, (vec![two.id.clone(), one.id.clone()], 2));
    let own = CollectionFilter { owner: Some(user.id.clone()), ..all.clone() };
    assert_eq!(listed(store, &own).await, (vec![two.id.clone(), one.id.clone()], 2));
    let with_private = CollectionFilter { with_private: true, ..own };
    assert_eq!(listed(store, &with_private).await, (vec![two.id, private.id, one.id], 3));
    let second = store.store.collections(&all, Page::first(1).at(2)).await.unwrap();
    assert_eq!((second.items.len(), second.total), (1, 2));
}

pub async fn collections_are_listed_by_what_they_are(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let (one, two) = (store.new_collection(&ana).await, store.new_collection(&ben).await);
    let photo = store.new_photo(&ana).await;
    store.store.collect(&one.id, &photo.id, at(50)).await.unwrap();
    let edit = CollectionEdit { is_featured: Some(true), ..CollectionEdit::default() };
    store.store.edit_collection(&two.id, &edit, at(50)).await.unwrap();
    let nothing = CollectionFilter::default;
    let of_ben = CollectionFilter { owner: Some(ben.id), ..nothing() };
    assert_eq!(listed(store, &of_ben).await, (vec![two.id.clone()], 1));
    let holding = CollectionFilter { photo: Some(photo.id), ..nothing() };
    assert_eq!(listed(store, &holding).await, (vec![one.id], 1));
    let featured = CollectionFilter { is_featured: true, ..nothing() };
    assert_eq!(listed(store, &featured).await, (vec![two.id], 1));
}

pub async fn related_collections_share_photos(store: &ContractStore) {
    let user = store.new_user().await;
    let mut collections = Vec::new();
    for _ in 0..4 {
        collections.push(store.new_collection(&user).await.id);
    }
    let photos = ids(&store.new_photos(&user, 2).await);
    for (collection, photo) in [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1)] {
        store.store.collect(&collections[collection], &photos[photo], at(50)).await.unwrap();
    }
    let related =
        CollectionFilter { related_to: Some(collections[0].clone()), ..Default::default() };
    let expected = vec![collections[2].clone(), collections[1].clone()];
    assert_eq!(listed(store, &related).await, (expected, 2));
}

pub async fn an_edit_of_a_collection_changes_only_what_it_names(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let before = store.store.last_change().await.unwrap();
    let edit = CollectionEdit {
        title: Some("Boats".to_owned()),
        description: Some(None),
        ..CollectionEdit::default()
    };
    let edited = store.store.edit_collection(&collection.id, &edit, at(90)).await.unwrap().unwrap();
    let mut expected = collection.clone();
    "Boats".clone_into(&mut expected.title);
    expected.description = None;
    expected.updated_at = at(90);
    assert_eq!(edited, expected);
    assert_eq!(store.collection_now(&collection.id).await, expected);
    assert_eq!(store.changed_after(before).await, [Subject::Collection(collection.id)]);
    let nowhere = CollectionId::parse("404").unwrap();
    assert_eq!(store.store.edit_collection(&nowhere, &edit, at(90)).await.unwrap(), None);
}

pub async fn only_public_collections_count_for_their_owner(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    for (is_private, count) in [(true, 0), (true, 0), (false, 1), (false, 1)] {
        let edit = CollectionEdit { is_private: Some(is_private), ..CollectionEdit::default() };
        store.store.edit_collection(&collection.id, &edit, at(90)).await.unwrap();
        assert_eq!(store.user_now(&user.id).await.totals.collections, count);
        assert_eq!(listed(store, &CollectionFilter::default()).await.1, count);
    }
    store.store.delete_collection(&collection.id).await.unwrap();
    assert_eq!(store.user_now(&user.id).await.totals.collections, 0);
}

pub async fn a_deleted_collection_leaves_its_photos(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let photo = store.new_photo(&user).await;
    store.store.collect(&collection.id, &photo.id, at(50)).await.unwrap();
    let before = store.store.last_change().await.unwrap();
    assert!(store.store.delete_collection(&collection.id).await.unwrap());
    assert_eq!(store.store.collection(&collection.id).await.unwrap(), None);
    let photos = std::slice::from_ref(&photo.id);
    assert_eq!(store.store.memberships(photos).await.unwrap(), []);
    assert_eq!(store.store.photos_by_ids(photos).await.unwrap().len(), 1);
    let changed = store.changed_after(before).await;
    assert!(changed.contains(&Subject::Collection(collection.id.clone())));
    assert!(changed.contains(&Subject::Photo(photo.id)), "it is no longer found by it");
    assert!(!store.store.delete_collection(&collection.id).await.unwrap());
}

pub async fn collecting_twice_is_once(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let photo = store.new_photo(&user).await;
    let before = store.store.last_change().await.unwrap();
    let first = store.store.collect(&collection.id, &photo.id, at(50)).await.unwrap();
    assert_eq!((&first.photo, first.added_at), (&photo.id, at(50)));
    let changed = store.changed_after(before).await;
    assert!(changed.contains(&Subject::Collection(collection.id.clone())));
    assert!(changed.contains(&Subject::Photo(photo.id.clone())));
    let before = store.store.last_change().await.unwrap();
    let second = store.store.collect(&collection.id, &photo.id, at(60)).await.unwrap();
    assert_eq!(second, first);
    assert_eq!(store.store.last_change().await.unwrap(), before);
    let kept = store.collection_now(&collection.id).await;
    assert_eq!((kept.total_photos, kept.last_collected_at), (1, Some(at(50))));
    assert_eq!(store.store.memberships(&[photo.id]).await.unwrap(), [first]);
}

pub async fn the_preview_is_the_four_newest(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let photos = ids(&store.new_photos(&user, 6).await);
    for (photo, moment) in [(0, 300), (1, 100), (2, 600), (3, 200), (4, 500), (5, 400)] {
        store.store.collect(&collection.id, &photos[photo], at(moment)).await.unwrap();
    }
    let pick = |places: &[usize]| places.iter().map(|place| photos[*place].clone()).collect();
    let newest: Vec<PhotoId> = pick(&[2, 4, 5, 0]);
    assert_eq!(store.collection_now(&collection.id).await.preview, newest);
    store.store.uncollect(&collection.id, &photos[4]).await.unwrap();
    let newest: Vec<PhotoId> = pick(&[2, 5, 0, 3]);
    let kept = store.collection_now(&collection.id).await;
    assert_eq!((kept.preview, kept.total_photos), (newest, 5));
}

pub async fn a_photo_is_taken_out_once(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let photo = store.new_photo(&user).await;
    let member = store.store.collect(&collection.id, &photo.id, at(50)).await.unwrap();
    let ended = store.store.uncollect(&collection.id, &photo.id).await.unwrap();
    assert_eq!(ended, Some(member));
    assert_eq!(store.store.uncollect(&collection.id, &photo.id).await.unwrap(), None);
    assert_eq!(store.collection_now(&collection.id).await.total_photos, 0);
}

pub async fn collecting_needs_a_photo_and_a_collection(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let photo = store.new_photo(&user).await;
    let gone = store.new_photo(&user).await;
    store.store.delete_photo(&gone.id, at(40), &[]).await.unwrap();
    let nowhere = CollectionId::parse("404").unwrap();
    for (collection, photo, noun) in
        [(&nowhere, &photo.id, "collection"), (&collection.id, &gone.id, "photo")]
    {
        let error = store.store.collect(collection, photo, at(50)).await.unwrap_err();
        assert!(matches!(error, StoreError::Missing(named) if named == noun), "{error}");
    }
}

pub async fn many_who_collect_at_once_are_counted(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let photos = ids(&store.new_photos(&user, 8).await);
    let mut tasks = Vec::new();
    for place in 0..16usize {
        let (handle, group) = (store.handle(), collection.id.clone());
        let photo = photos[place % 8].clone();
        let moment = at(50 + place as u64);
        tasks.push(tokio::spawn(async move {
            handle.collect(&group, &photo, moment).await.unwrap();
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(store.collection_now(&collection.id).await.total_photos, 8);
    assert_eq!(store.store.memberships(&photos).await.unwrap().len(), 8);
}

async fn listed(store: &ContractStore, filter: &CollectionFilter) -> (Vec<CollectionId>, u64) {
    let list = store.store.collections(filter, Page::first(30)).await.unwrap();
    (list.items.into_iter().map(|collection| collection.id).collect(), list.total)
}

pub async fn becoming_private_tells_the_feed_of_the_photos(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await.id;
    let photo = store.new_photo(&user).await.id;
    store.store.collect(&collection, &photo, at(50)).await.unwrap();
    let mut last = store.store.last_change().await.unwrap();
    let title = CollectionEdit { title: Some("New".to_owned()), ..CollectionEdit::default() };
    store.store.edit_collection(&collection, &title, at(60)).await.unwrap();
    assert_eq!(store.changed_after(last).await, [Subject::Collection(collection.clone())]);
    for is_private in [true, false] {
        last = store.store.last_change().await.unwrap();
        let edit = CollectionEdit { is_private: Some(is_private), ..CollectionEdit::default() };
        store.store.edit_collection(&collection, &edit, at(70)).await.unwrap();
        let expected = [Subject::Collection(collection.clone()), Subject::Photo(photo.clone())];
        assert_eq!(store.changed_after(last).await, expected);
    }
}

pub async fn own_collections_of_photos_are_read_at_once(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let mut private = store.samples().collection(&ana);
    private.is_private = true;
    store.store.insert_collection(&private).await.unwrap();
    let (own, other) = (store.new_collection(&ana).await.id, store.new_collection(&ben).await.id);
    let photos = ids(&store.new_photos(&ben, 3).await);
    for (place, collection) in [&own, &other, &private.id].into_iter().enumerate() {
        store.store.collect(collection, &photos[0], at(50 + place as u64)).await.unwrap();
    }
    store.store.collect(&own, &photos[1], at(60)).await.unwrap();
    let found = store.store.own_memberships(&ana.id, &photos).await.unwrap();
    let found: Vec<_> = found.into_iter().map(|(photo, own)| (photo, own.id)).collect();
    let expected = [
        (photos[1].clone(), own.clone()),
        (photos[0].clone(), private.id),
        (photos[0].clone(), own),
    ];
    assert_eq!(found, expected);
    assert_eq!(store.store.own_memberships(&ana.id, &[]).await.unwrap(), []);
}
