//! What holds for deleting photos.

use tintype_domain::{Counted, Day, PhotoOrder, Subject};

use super::{ContractStore, START, at, ids, job};
use crate::{CountAdded, Inserted, JobState, Membership, PhotoEdit, PhotoFilter};

pub async fn a_deleted_photo_is_seen_nowhere(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let collection = store.new_collection(&ben).await;
    let topic = store.new_topic(&ben).await;
    let photo = store.new_photo_with(&ana, |photo| photo.promoted_at = Some(at(1))).await;
    store.store.collect(&collection.id, &photo.id, at(50)).await.unwrap();
    store.store.approve(&topic.id, &photo.id, at(50)).await.unwrap();
    store.store.like(&ben.id, &photo.id, at(50)).await.unwrap();
    assert!(store.store.delete_photo(&photo.id, at(90), &[]).await.unwrap());

    let photos = std::slice::from_ref(&photo.id);
    assert_eq!(store.store.photo(&photo.id).await.unwrap(), None);
    assert_eq!(store.store.photo_by_image_key(&photo.image_key).await.unwrap(), None);
    assert_eq!(store.store.photos_by_ids(photos).await.unwrap(), []);
    assert_eq!(store.store.photos_after(None, 10).await.unwrap(), []);
    assert_eq!(store.store.memberships(photos).await.unwrap(), []);
    assert_eq!(store.store.topic_memberships(photos).await.unwrap(), []);
    assert_eq!(store.store.liked(&ben.id, photos).await.unwrap(), []);
    let everything = PhotoFilter { withdrawn: crate::Withdrawn::Shown, ..PhotoFilter::default() };
    assert_eq!(store.listed(&everything, PhotoOrder::Latest).await, (Vec::new(), 0));
    let tagged = PhotoFilter { tag: Some("boat".to_owned()), ..everything };
    assert_eq!(store.listed(&tagged, PhotoOrder::Latest).await, (Vec::new(), 0));
}

pub async fn a_deleted_photo_leaves_every_number(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let collection = store.new_collection(&ben).await;
    let topic = store.new_topic(&ben).await;
    let photos = store.new_photos(&ana, 2).await;
    for photo in &photos {
        store.store.collect(&collection.id, &photo.id, at(50)).await.unwrap();
        store.store.approve(&topic.id, &photo.id, at(50)).await.unwrap();
        store.store.like(&ben.id, &photo.id, at(50)).await.unwrap();
    }
    store.store.delete_photo(&photos[0].id, at(90), &[]).await.unwrap();
    let left = vec![photos[1].id.clone()];
    assert_eq!(store.user_now(&ana.id).await.totals.photos, 1);
    assert_eq!(store.user_now(&ben.id).await.totals.likes, 1);
    let collection = store.collection_now(&collection.id).await;
    assert_eq!((collection.total_photos, collection.preview), (1, left.clone()));
    let topic = store.store.topic(&topic.id).await.unwrap().unwrap();
    assert_eq!((topic.total_photos, topic.preview), (1, left));
    let totals = store.store.totals().await.unwrap();
    assert_eq!((totals.photos, totals.likes, totals.pixels), (1, 1, 6_000_000));
    let month = store.store.month_totals(Day::of(START)).await.unwrap();
    assert_eq!((month.new_photos, month.new_pixels), (1, 6_000_000));
}

pub async fn a_photo_is_deleted_once(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let (handle, id) = (store.handle(), photo.id.clone());
        tasks.push(tokio::spawn(async move {
            handle.delete_photo(&id, at(90), &[job("purge")]).await.unwrap()
        }));
    }
    let mut deleted = 0;
    for task in tasks {
        deleted += u32::from(task.await.unwrap());
    }
    assert_eq!(deleted, 1);
    assert_eq!(store.store.jobs_in(JobState::Ready, 30).await.unwrap().len(), 1);
    assert_eq!(store.user_now(&user.id).await.totals.photos, 0);
}

pub async fn deleting_brings_its_jobs_and_tells_the_feed(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let before = store.store.last_change().await.unwrap();
    store.store.delete_photo(&photo.id, at(90), &[job("purge")]).await.unwrap();
    assert_eq!(store.store.jobs_in(JobState::Ready, 10).await.unwrap().len(), 1);
    assert_eq!(store.changed_after(before).await, [Subject::Photo(photo.id)]);
}

pub async fn the_bytes_of_a_deleted_photo_come_again_as_a_new_one(store: &ContractStore) {
    let user = store.new_user().await;
    let first = store.new_photo(&user).await;
    store.store.delete_photo(&first.id, at(90), &[]).await.unwrap();
    let checksum = first.source.checksum().unwrap();
    assert_eq!(store.store.duplicate_of(&user.id, &checksum).await.unwrap(), None);
    let mut second = store.samples().photo(&user);
    second.source = first.source.clone();
    let inserted = store.store.insert_photo(&second, &Membership::default(), &[]).await.unwrap();
    assert_eq!(inserted, Inserted::New);
    let found = store.store.duplicate_of(&user.id, &checksum).await.unwrap();
    assert_eq!(found, Some(second.id.clone()));
    // And again, however often.
    store.store.delete_photo(&second.id, at(91), &[]).await.unwrap();
    let third = store.new_photo_with(&user, |photo| photo.source = first.source.clone()).await;
    assert_eq!(store.user_now(&user.id).await.totals.photos, 1);
    assert_eq!(store.photo_now(&third.id).await, third);
}

pub async fn a_withdrawn_photo_can_be_deleted(store: &ContractStore) {
    let user = store.new_user().await;
    let photos = ids(&store.new_photos(&user, 2).await);
    store.store.like(&user.id, &photos[0], at(50)).await.unwrap();
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&photos[0], &withdraw, at(80), &[]).await.unwrap();
    assert!(store.store.delete_photo(&photos[0], at(90), &[]).await.unwrap());
    let totals = store.user_now(&user.id).await.totals;
    assert_eq!((totals.photos, totals.likes), (1, 0));
    let everything = PhotoFilter { withdrawn: crate::Withdrawn::Shown, ..PhotoFilter::default() };
    assert_eq!(store.listed(&everything, PhotoOrder::Latest).await.1, 1);
}

pub async fn what_was_seen_of_a_deleted_photo_was_seen(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let day = Day::of(START);
    let seen = CountAdded { photo: photo.id.clone(), day, what: Counted::View, times: 5 };
    store.store.add_counts(&[seen]).await.unwrap();
    store.store.delete_photo(&photo.id, at(90), &[]).await.unwrap();
    assert_eq!(store.store.totals().await.unwrap().views, 5);
}
