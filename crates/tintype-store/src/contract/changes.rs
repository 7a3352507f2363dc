//! What holds for the change feed.

use tintype_domain::Subject;

use super::{ContractStore, at, ids};
use crate::{Membership, UserEdit};

pub async fn the_feed_begins_empty(store: &ContractStore) {
    assert_eq!(store.store.last_change().await.unwrap(), 0);
    assert_eq!(store.store.trimmed_until().await.unwrap(), 0);
    assert_eq!(store.store.changes_after(0, 10).await.unwrap(), []);
    assert_eq!(store.store.trim_changes(10).await.unwrap(), 0);
}

pub async fn the_feed_keeps_the_order_of_the_writes(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let collection = store.new_collection(&user).await;
    store.store.edit_user(&user.id, &UserEdit::default(), at(50)).await.unwrap();
    let expected = [
        Subject::User(user.id.clone()),
        Subject::Photo(photo.id),
        Subject::Collection(collection.id),
        Subject::User(user.id),
    ];
    assert_eq!(store.changed_after(0).await, expected);
    let changes = store.store.changes_after(0, 10).await.unwrap();
    assert!(changes.windows(2).all(|pair| pair[0].sequence < pair[1].sequence));
    assert_eq!(store.store.last_change().await.unwrap(), changes[3].sequence);
}

pub async fn the_feed_is_read_in_parts(store: &ContractStore) {
    let user = store.new_user().await;
    store.new_photos(&user, 6).await;
    let whole = store.store.changes_after(0, 100).await.unwrap();
    let (mut parts, mut last) = (Vec::new(), 0);
    loop {
        let part = store.store.changes_after(last, 2).await.unwrap();
        let Some(end) = part.last() else { break };
        assert!(part.len() <= 2);
        last = end.sequence;
        parts.extend(part);
    }
    assert_eq!(parts, whole);
}

pub async fn what_failed_is_not_in_the_feed(store: &ContractStore) {
    let user = store.new_user().await;
    let before = store.store.last_change().await.unwrap();
    assert!(store.store.insert_user(&user, None).await.is_err());
    assert_eq!(store.store.last_change().await.unwrap(), before);
    store.new_photo(&user).await;
    assert_eq!(store.changed_after(before).await.len(), 1);
}

pub async fn numbers_are_never_used_again(store: &ContractStore) {
    let user = store.new_user().await;
    store.new_photos(&user, 4).await;
    let last = store.store.last_change().await.unwrap();
    assert_eq!(store.store.trim_changes(last + 100).await.unwrap(), 4, "the last one stays");
    assert_eq!(store.store.last_change().await.unwrap(), last);
    assert_eq!(store.store.trimmed_until().await.unwrap(), last - 1);
    store.new_photo(&user).await;
    assert!(store.store.last_change().await.unwrap() > last);
}

pub async fn a_trimmed_feed_says_how_far(store: &ContractStore) {
    let user = store.new_user().await;
    store.new_photos(&user, 5).await;
    let changes = store.store.changes_after(0, 100).await.unwrap();
    let until = changes[2].sequence;
    assert_eq!(store.store.trim_changes(until).await.unwrap(), 3);
    assert_eq!(store.store.trimmed_until().await.unwrap(), until);
    assert_eq!(store.store.changes_after(until, 100).await.unwrap(), changes[3..]);
    assert_eq!(store.store.trim_changes(until).await.unwrap(), 0);
}

pub async fn whoever_follows_a_busy_feed_misses_nothing(store: &ContractStore) {
    let user = store.new_user().await;
    let mut tasks = Vec::new();
    let mut expected = Vec::new();
    for _ in 0..16 {
        let photo = store.samples().photo(&user);
        expected.push(photo.id.clone());
        let handle = store.handle();
        tasks.push(tokio::spawn(async move {
            handle.insert_photo(&photo, &Membership::default(), &[]).await.unwrap();
        }));
    }
    let (mut seen, mut last) = (Vec::new(), 0);
    while seen.len() < 17 {
        let part = store.store.changes_after(last, 5).await.unwrap();
        last = part.last().map_or(last, |change| change.sequence);
        seen.extend(part.into_iter().map(|change| change.subject));
        tokio::task::yield_now().await;
    }
    for task in tasks {
        task.await.unwrap();
    }
    let missing = |photo: &&tintype_domain::PhotoId| !seen.contains(&Subject::Photo((*photo).clone()));
    assert_eq!(expected.iter().find(missing), None);
    assert_eq!(ids(&store.store.photos_after(None, 30).await.unwrap()).len(), 16);
}
