//! What holds for the care of the database.

use std::time::Duration;

use super::{ContractStore, at, ids};

pub async fn a_store_that_is_open_answers(store: &ContractStore) {
    store.store.ping().await.unwrap();
    assert!(store.store.schema_version().await.unwrap() > 0);
}

pub async fn every_write_is_seen_by_whoever_watches(store: &ContractStore) {
    let mut writes = store.store.writes();
    writes.borrow_and_update();
    let user = store.new_user().await;
    assert!(writes.has_changed().unwrap(), "at once");
    writes.borrow_and_update();
    store.new_photo(&user).await;
    tokio::time::timeout(Duration::from_secs(5), writes.changed()).await.unwrap().unwrap();
}

pub async fn reading_wakes_nobody(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    // What was written a moment ago may still be told once more.
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut writes = store.store.writes();
    writes.borrow_and_update();
    store.photo_now(&photo.id).await;
    store.store.totals().await.unwrap();
    assert_eq!(super::jobs::claim(store, 10).await, []);
    store.store.ping().await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!writes.has_changed().unwrap());
}

pub async fn a_busy_library_keeps_every_number(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let topic = store.new_topic(&user).await;
    let photos = ids(&store.new_photos(&user, 8).await);
    let mut tasks = Vec::new();
    for place in 0..16usize {
        let (handle, photo) = (store.handle(), photos[place % 8].clone());
        let (user, group, topic) = (user.id.clone(), collection.id.clone(), topic.id.clone());
        tasks.push(tokio::spawn(async move {
            // Some of these fail, since another task deletes the photo meanwhile.
            let _ = handle.like(&user, &photo, at(50)).await;
            let _ = handle.collect(&group, &photo, at(51)).await;
            let _ = handle.approve(&topic, &photo, at(52)).await;
            match place % 4 {
                0 => drop(handle.delete_photo(&photo, at(53), &[]).await.unwrap()),
                1 => drop(handle.unlike(&user, &photo).await.unwrap()),
                2 => drop(handle.uncollect(&group, &photo).await.unwrap()),
                _ => drop(handle.unapprove(&topic, &photo).await.unwrap()),
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    store.assert_exact().await;
}
