//! What holds for likes.

use tintype_domain::{Day, PhotoId};

use super::{ContractStore, START, at, ids};
use crate::{StatisticsOf, StoreError};

pub async fn a_like_counts_once(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let photo = store.new_photo(&ana).await;
    assert!(store.store.like(&ben.id, &photo.id, at(50)).await.unwrap());
    assert!(!store.store.like(&ben.id, &photo.id, at(60)).await.unwrap());
    assert_eq!(store.photo_now(&photo.id).await.likes, 1);
    assert_eq!(store.user_now(&ben.id).await.totals.likes, 1);
    assert_eq!(store.user_now(&ana.id).await.totals.likes, 0);
    assert_eq!(store.store.totals().await.unwrap().likes, 1);
}

pub async fn a_like_is_taken_back_once(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    assert!(!store.store.unlike(&user.id, &photo.id).await.unwrap());
    store.store.like(&user.id, &photo.id, at(50)).await.unwrap();
    assert!(store.store.unlike(&user.id, &photo.id).await.unwrap());
    assert!(!store.store.unlike(&user.id, &photo.id).await.unwrap());
    assert_eq!(store.photo_now(&photo.id).await.likes, 0);
    assert_eq!(store.user_now(&user.id).await.totals.likes, 0);
    assert!(store.store.like(&user.id, &photo.id, at(60)).await.unwrap(), "and given again");
}

pub async fn liking_and_unliking_over_and_over_counts_nothing(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    for _ in 0..3 {
        store.store.like(&user.id, &photo.id, at(50)).await.unwrap();
        store.store.unlike(&user.id, &photo.id).await.unwrap();
    }
    let today = Day::of(START);
    for of in [StatisticsOf::Photo(photo.id), StatisticsOf::Library] {
        assert_eq!(store.store.daily_counts(&of, today, today).await.unwrap(), []);
    }
}

pub async fn likes_need_a_photo_and_a_user(store: &ContractStore) {
    let user = store.new_user().await;
    let nobody = store.samples().user();
    let photo = store.new_photo(&user).await;
    let gone = store.new_photo(&user).await;
    store.store.delete_photo(&gone.id, at(40), &[]).await.unwrap();
    let nothing = PhotoId::parse("AAAAAAAAAAA").unwrap();
    for (user, photo, noun) in [
        (&user.id, &nothing, "photo"),
        (&user.id, &gone.id, "photo"),
        (&nobody.id, &photo.id, "user"),
    ] {
        let error = store.store.like(user, photo, at(50)).await.unwrap_err();
        assert!(matches!(error, StoreError::Missing(named) if named == noun), "{error}");
    }
}

pub async fn what_a_user_likes_is_picked_out(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let photos = ids(&store.new_photos(&ana, 4).await);
    for place in [3, 1] {
        store.store.like(&ben.id, &photos[place], at(50)).await.unwrap();
    }
    store.store.like(&ana.id, &photos[0], at(50)).await.unwrap();
    let liked = store.store.liked(&ben.id, &photos).await.unwrap();
    assert_eq!(liked, [photos[1].clone(), photos[3].clone()]);
    assert_eq!(store.store.liked(&ben.id, &[]).await.unwrap(), []);
}

pub async fn of_many_likes_at_once_by_one_user_one_counts(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let (handle, user, photo) = (store.handle(), user.id.clone(), photo.id.clone());
        tasks.push(tokio::spawn(async move { handle.like(&user, &photo, at(50)).await.unwrap() }));
    }
    let mut counted = 0;
    for task in tasks {
        counted += u32::from(task.await.unwrap());
    }
    assert_eq!(counted, 1);
    assert_eq!(store.photo_now(&photo.id).await.likes, 1);
}

pub async fn likes_of_many_users_at_once_all_count(store: &ContractStore) {
    let owner = store.new_user().await;
    let photo = store.new_photo(&owner).await;
    let mut tasks = Vec::new();
    for place in 0..16 {
        let user = store.new_user().await;
        let (handle, photo) = (store.handle(), photo.id.clone());
        tasks.push(tokio::spawn(async move {
            assert!(handle.like(&user.id, &photo, at(50)).await.unwrap());
            // Every other one thinks better of it.
            if place % 2 == 0 {
                assert!(handle.unlike(&user.id, &photo).await.unwrap());
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(store.photo_now(&photo.id).await.likes, 8);
    assert_eq!(store.store.totals().await.unwrap().likes, 8);
}
