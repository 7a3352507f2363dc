//! What holds for importing datasets.

use tintype_domain::{CollectionId, Member, Photo, PhotoId, PhotoOrder, Subject, User, Username};

use super::{ContractStore, at, collection, dataset_photo, ids, photo, user};
use crate::{DatasetBatch, PhotoEdit, PhotoFilter};

pub async fn a_dataset_comes_in_with_its_people_and_collections(store: &ContractStore) {
    let batch = batch(1..=6);
    assert_eq!(store.store.import_photos(&batch).await.unwrap(), 6);
    let list = store.listed(&PhotoFilter::default(), PhotoOrder::Oldest).await;
    assert_eq!(list, (ids(&batch.photos), 6));
    assert_eq!(store.photo_now(&batch.photos[0].id).await, batch.photos[0]);
    let totals = store.user_now(&batch.users[0].id).await.totals;
    assert_eq!((totals.photos, totals.collections), (6, 1));
    let collection = store.collection_now(&batch.collections[0].id).await;
    assert_eq!(collection.total_photos, 6);
    let newest: Vec<PhotoId> = ids(&batch.photos).into_iter().rev().take(4).collect();
    assert_eq!(collection.preview, newest);
    let tagged = PhotoFilter { tag: Some("boat".to_owned()), ..PhotoFilter::default() };
    assert_eq!(store.listed(&tagged, PhotoOrder::Latest).await.1, 6);
    assert_eq!(store.store.random_photos(&PhotoFilter::default(), 6, 1).await.unwrap().len(), 6);
}

pub async fn an_import_tells_the_feed_of_each_photo(store: &ContractStore) {
    let batch = batch(1..=3);
    store.store.import_photos(&batch).await.unwrap();
    let changed = store.changed_after(0).await;
    for photo in &batch.photos {
        assert!(changed.contains(&Subject::Photo(photo.id.clone())));
    }
    assert!(changed.contains(&Subject::Collection(batch.collections[0].id.clone())));
}

pub async fn importing_again_adds_nothing(store: &ContractStore) {
    let batch = batch(1..=4);
    store.store.import_photos(&batch).await.unwrap();
    let before = store.store.last_change().await.unwrap();
    assert_eq!(store.store.import_photos(&batch).await.unwrap(), 0);
    assert_eq!(store.store.last_change().await.unwrap(), before);
    assert_eq!(store.listed(&PhotoFilter::default(), PhotoOrder::Latest).await.1, 4);
    assert_eq!(store.user_now(&batch.users[0].id).await.totals.photos, 4);
    assert_eq!(store.collection_now(&batch.collections[0].id).await.total_photos, 4);
}

pub async fn an_import_leaves_what_is_there_as_it_is(store: &ContractStore) {
    let mut first = batch(1..=2);
    store.store.import_photos(&first).await.unwrap();
    let edit = PhotoEdit { title: Some(Some("Mine".to_owned())), ..PhotoEdit::default() };
    store.store.edit_photo(&first.photos[0].id, &edit, at(90), &[]).await.unwrap();
    store.store.delete_photo(&first.photos[1].id, at(90), &[]).await.unwrap();
    first.photos.push(dataset_photo(3, &first.users[0]));
    assert_eq!(store.store.import_photos(&first).await.unwrap(), 1);
    let kept = store.photo_now(&first.photos[0].id).await;
    assert_eq!(kept.title.as_deref(), Some("Mine"));
    assert_eq!(store.store.photo(&first.photos[1].id).await.unwrap(), None, "it stays deleted");
}

pub async fn a_photo_that_stands_twice_in_a_batch_comes_in_once(store: &ContractStore) {
    let mut batch = batch(1..=2);
    batch.photos.push(batch.photos[0].clone());
    let mut same_picture = dataset_photo(9, &batch.users[0]);
    same_picture.image_key = batch.photos[0].image_key.clone();
    batch.photos.push(same_picture);
    batch.users.push(batch.users[0].clone());
    batch.members.push(batch.members[0].clone());
    batch.collections.push(batch.collections[0].clone());
    assert_eq!(store.store.import_photos(&batch).await.unwrap(), 2);
    assert_eq!(store.collection_now(&batch.collections[0].id).await.total_photos, 2);
}

pub async fn someone_who_is_here_already_is_the_same_person(store: &ContractStore) {
    let here = store.new_user().await;
    let mut batch = batch(11..=12);
    batch.users[0].username = Username::parse(&here.username.as_str().to_uppercase()).unwrap();
    assert_eq!(store.store.import_photos(&batch).await.unwrap(), 2);
    assert_eq!(store.store.user(&batch.users[0].id).await.unwrap(), None);
    assert_eq!(store.photo_now(&batch.photos[0].id).await.owner, here.id);
    assert_eq!(store.collection_now(&batch.collections[0].id).await.owner, here.id);
    assert_eq!(store.user_now(&here.id).await.totals.photos, 2);
}

pub async fn members_of_nothing_are_left_out(store: &ContractStore) {
    let mut batch = batch(1..=2);
    let nowhere = CollectionId::parse("404").unwrap();
    let nothing = PhotoId::parse("AAAAAAAAAAA").unwrap();
    let member = |collection: &CollectionId, photo: &PhotoId| Member {
        collection: collection.clone(),
        photo: photo.clone(),
        added_at: at(50),
    };
    batch.members.push(member(&nowhere, &batch.photos[0].id));
    batch.members.push(member(&batch.collections[0].id, &nothing));
    store.store.import_photos(&batch).await.unwrap();
    let memberships = store.store.memberships(&ids(&batch.photos)).await.unwrap();
    assert_eq!(memberships.len(), 2);
    assert_eq!(store.collection_now(&batch.collections[0].id).await.total_photos, 2);
}

pub async fn members_may_come_after_their_photos(store: &ContractStore) {
    let mut whole = batch(1..=6);
    let members = std::mem::take(&mut whole.members);
    let collections = std::mem::take(&mut whole.collections);
    store.store.import_photos(&whole).await.unwrap();
    let before = store.store.last_change().await.unwrap();
    let rest = DatasetBatch { collections, members, ..DatasetBatch::default() };
    assert_eq!(store.store.import_photos(&rest).await.unwrap(), 0);
    assert_eq!(store.collection_now(&rest.collections[0].id).await.total_photos, 6);
    let changed = store.changed_after(before).await;
    assert!(changed.contains(&Subject::Photo(whole.photos[0].id.clone())), "it is found by it");
}

pub async fn an_import_counts_withdrawn_and_featured_photos(store: &ContractStore) {
    let mut batch = batch(1..=4);
    batch.photos[0].withdrawn_at = Some(at(60));
    batch.photos[1].promoted_at = Some(at(60));
    (batch.photos[2].views, batch.photos[2].downloads) = (70, 7);
    store.store.import_photos(&batch).await.unwrap();
    let totals = store.user_now(&batch.users[0].id).await.totals;
    assert_eq!((totals.photos, totals.promoted_photos), (3, 1));
    assert_eq!(store.collection_now(&batch.collections[0].id).await.total_photos, 3);
    let library = store.store.totals().await.unwrap();
    assert_eq!((library.photos, library.views, library.downloads), (3, 70, 7));
}

pub async fn a_large_batch_comes_in_whole(store: &ContractStore) {
    let batch = batch(1..=1203);
    assert_eq!(store.store.import_photos(&batch).await.unwrap(), 1203);
    assert_eq!(store.store.totals().await.unwrap().photos, 1203);
    assert_eq!(store.collection_now(&batch.collections[0].id).await.total_photos, 1203);
    let tagged = PhotoFilter { tag: Some("boat".to_owned()), ..PhotoFilter::default() };
    let (found, total) = store.listed(&tagged, PhotoOrder::Oldest).await;
    assert_eq!((found, total), (ids(&batch.photos[..30]), 1203));
    let picks = store.store.random_photos(&tagged, 30, 1).await.unwrap();
    assert_eq!(ids(&picks).iter().collect::<std::collections::HashSet<_>>().len(), 30);
}

pub async fn a_batch_that_cannot_be_is_not_half_imported(store: &ContractStore) {
    let mut batch = batch(1..=3);
    let nobody = user(77);
    batch.photos.push(Photo { owner: nobody.id, ..photo(78, &batch.users[0]) });
    assert!(store.store.import_photos(&batch).await.is_err());
    assert_eq!(store.store.totals().await.unwrap().photos, 0);
    assert_eq!(store.store.user(&batch.users[0].id).await.unwrap(), None);
    assert_eq!(store.store.last_change().await.unwrap(), 0);
}

/// A dataset of one person, whose photos are all in one collection.
fn batch(numbers: std::ops::RangeInclusive<u64>) -> DatasetBatch {
    let owner: User = user(*numbers.start());
    let collection = collection(*numbers.start(), &owner);
    let photos: Vec<Photo> = numbers.map(|number| dataset_photo(number, &owner)).collect();
    let member = |photo: &Photo| Member {
        collection: collection.id.clone(),
        photo: photo.id.clone(),
        added_at: photo.created_at,
    };
    DatasetBatch {
        members: photos.iter().map(member).collect(),
        users: vec![owner],
        photos,
        collections: vec![collection],
    }
}
