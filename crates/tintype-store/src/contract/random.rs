//! What holds for random photos.

use std::collections::{HashMap, HashSet};

use tintype_domain::{Orientation, PhotoId};

use super::{ContractStore, at, ids};
use crate::{PhotoEdit, PhotoFilter};

pub async fn an_empty_library_has_no_random_photos(store: &ContractStore) {
    let picks = store.store.random_photos(&PhotoFilter::default(), 10, 1).await.unwrap();
    assert_eq!(picks, []);
}

pub async fn random_photos_do_not_repeat_and_their_seed_does(store: &ContractStore) {
    let user = store.new_user().await;
    store.new_photos(&user, 40).await;
    let all = PhotoFilter::default();
    let mut picks = HashSet::new();
    for seed in 0..10 {
        let picked = ids(&store.store.random_photos(&all, 15, seed).await.unwrap());
        assert_eq!(picked.iter().collect::<HashSet<_>>().len(), 15, "no photo twice");
        let again = ids(&store.store.random_photos(&all, 15, seed).await.unwrap());
        assert_eq!(again, picked);
        picks.insert(picked);
    }
    assert!(picks.len() > 5, "other seeds pick others");
}

pub async fn fewer_photos_than_asked_for_are_all_picked(store: &ContractStore) {
    let user = store.new_user().await;
    let photos: HashSet<PhotoId> = ids(&store.new_photos(&user, 4).await).into_iter().collect();
    for seed in 0..5 {
        let picks = store.store.random_photos(&PhotoFilter::default(), 30, seed).await.unwrap();
        assert_eq!(picks.len(), 4);
        assert_eq!(ids(&picks).into_iter().collect::<HashSet<_>>(), photos);
    }
    assert_eq!(store.store.random_photos(&PhotoFilter::default(), 0, 1).await.unwrap(), []);
}

pub async fn every_photo_is_as_likely_as_any_other(store: &ContractStore) {
    let user = store.new_user().await;
    let photos = ids(&store.new_photos(&user, 10).await);
    // What has gone leaves no gap that favours its neighbour.
    store.store.delete_photo(&photos[3], at(90), &[]).await.unwrap();
    let mut picked = HashMap::<PhotoId, u32>::new();
    for seed in 0..900 {
        let pick = store.store.random_photos(&PhotoFilter::default(), 1, seed).await.unwrap();
        *picked.entry(pick[0].id.clone()).or_default() += 1;
    }
    assert_eq!(picked.len(), 9);
    // Each is expected 100 times; four standard deviations are 38.
    assert!(picked.values().all(|times| (60..=140).contains(times)), "{picked:?}");
}

pub async fn random_photos_pass_the_filter(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let collection = store.new_collection(&ana).await;
    let mut narrow = Vec::new();
    for place in 0..30 {
        let owner = if place < 25 { &ana } else { &ben };
        let photo = store
            .new_photo_with(owner, |photo| {
                if place % 10 == 0 {
                    (photo.width, photo.height) = (200, 300);
                    photo.tags = vec!["tall".to_owned()];
                }
            })
            .await;
        if place % 10 == 0 {
            store.store.collect(&collection.id, &photo.id, at(100)).await.unwrap();
            narrow.push(photo.id);
        }
    }
    narrow.sort();
    for filter in [
        PhotoFilter { orientation: Some(Orientation::Portrait), ..PhotoFilter::default() },
        PhotoFilter { tag: Some("tall".to_owned()), ..PhotoFilter::default() },
        PhotoFilter { collections: vec![collection.id.clone()], ..PhotoFilter::default() },
    ] {
        let mut picked = ids(&store.store.random_photos(&filter, 10, 7).await.unwrap());
        picked.sort();
        assert_eq!(picked, narrow, "{filter:?}");
    }
    let of_ben = PhotoFilter { owner: Some(ben.id.clone()), ..PhotoFilter::default() };
    let picked = store.store.random_photos(&of_ben, 3, 7).await.unwrap();
    assert!(picked.len() == 3 && picked.iter().all(|photo| photo.owner == ben.id));
}

pub async fn photos_that_left_are_not_picked_until_they_return(store: &ContractStore) {
    let user = store.new_user().await;
    let photos = ids(&store.new_photos(&user, 6).await);
    let withdrawn = |is| PhotoEdit { is_withdrawn: Some(is), ..PhotoEdit::default() };
    for photo in &photos[..4] {
        store.store.edit_photo(photo, &withdrawn(true), at(90), &[]).await.unwrap();
    }
    store.store.delete_photo(&photos[5], at(91), &[]).await.unwrap();
    let picks = store.store.random_photos(&PhotoFilter::default(), 10, 1).await.unwrap();
    assert_eq!(ids(&picks), [photos[4].clone()]);
    store.store.edit_photo(&photos[1], &withdrawn(false), at(92), &[]).await.unwrap();
    let picks = store.store.random_photos(&PhotoFilter::default(), 10, 1).await.unwrap();
    assert_eq!(picks.len(), 2);
}
