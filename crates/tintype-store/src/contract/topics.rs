//! What holds for topics.

use tintype_domain::{Page, PhotoId, Subject, TopicId, TopicOrder, Visibility};

use super::{ContractStore, at, ids};
use crate::{PhotoEdit, StoreError, TopicEdit, TopicFilter};

pub async fn a_topic_comes_back_as_it_was_saved(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let mut topic = store.samples().topic(&ana);
    topic.owners = vec![ben.id, ana.id];
    topic.description = Some("Things that float".to_owned());
    topic.ends_at = Some(at(1_000_000));
    store.store.insert_topic(&topic).await.unwrap();
    assert_eq!(store.store.topic(&topic.id).await.unwrap().as_ref(), Some(&topic));
    assert_eq!(store.store.topic_by_slug(&topic.slug).await.unwrap(), Some(topic));
    assert_eq!(store.store.topic_by_slug("nothing").await.unwrap(), None);
    let nothing = TopicId::parse("AAAAAAAAAAA").unwrap();
    assert_eq!(store.store.topic(&nothing).await.unwrap(), None);
}

pub async fn a_taken_slug_is_a_conflict(store: &ContractStore) {
    let user = store.new_user().await;
    let topic = store.new_topic(&user).await;
    let mut second = store.samples().topic(&user);
    second.slug.clone_from(&topic.slug);
    let error = store.store.insert_topic(&second).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(_)), "{error}");
}

pub async fn topics_are_listed_in_every_order(store: &ContractStore) {
    let user = store.new_user().await;
    let mut topics = Vec::new();
    for (position, visibility) in [
        (2, Visibility::Visible),
        (3, Visibility::Featured),
        (1, Visibility::Visible),
        (0, Visibility::Hidden),
    ] {
        let mut topic = store.samples().topic(&user);
        (topic.position, topic.visibility) = (position, visibility);
        store.store.insert_topic(&topic).await.unwrap();
        topics.push(topic.id);
    }
    for (order, places) in [
        (TopicOrder::Position, [2, 0, 1]),
        (TopicOrder::Featured, [1, 2, 0]),
        (TopicOrder::Latest, [2, 1, 0]),
        (TopicOrder::Oldest, [0, 1, 2]),
    ] {
        let expected = places.map(|place: usize| topics[place].clone()).to_vec();
        let listed = listed(store, &TopicFilter::default(), order).await;
        assert_eq!(listed, (expected, 3), "{}", order.as_str());
    }
}

pub async fn topics_are_found_by_id_or_slug_hidden_ones_too(store: &ContractStore) {
    let user = store.new_user().await;
    let (one, two) = (store.new_topic(&user).await, store.new_topic(&user).await);
    store.new_topic(&user).await;
    let hide = TopicEdit { visibility: Some(Visibility::Hidden), ..TopicEdit::default() };
    store.store.edit_topic(&two.id, &hide, at(50)).await.unwrap();
    let asked = vec![one.id.as_str().to_owned(), two.slug.clone(), "nothing".to_owned()];
    let filter = TopicFilter { ids_or_slugs: asked.clone() };
    let found = listed(store, &filter, TopicOrder::Position).await;
    assert_eq!(found, (vec![one.id.clone(), two.id.clone()], 2));
    let mut ids = store.store.topic_ids(&asked).await.unwrap();
    ids.sort_unstable();
    assert_eq!(ids, [one.id, two.id]);
    assert_eq!(store.store.topic_ids(&[]).await.unwrap(), []);
}

pub async fn an_edit_of_a_topic_changes_only_what_it_names(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let topic = store.new_topic(&ana).await;
    let edit = TopicEdit {
        title: Some("Boats".to_owned()),
        owners: Some(vec![ben.id.clone()]),
        is_open: Some(false),
        ..TopicEdit::default()
    };
    let edited = store.store.edit_topic(&topic.id, &edit, at(90)).await.unwrap().unwrap();
    let mut expected = topic.clone();
    "Boats".clone_into(&mut expected.title);
    expected.owners = vec![ben.id];
    expected.is_open = false;
    expected.updated_at = at(90);
    assert_eq!(edited, expected);
    assert_eq!(store.store.topic(&topic.id).await.unwrap(), Some(expected));
    let nothing = TopicId::parse("AAAAAAAAAAA").unwrap();
    assert_eq!(store.store.edit_topic(&nothing, &edit, at(90)).await.unwrap(), None);
}

pub async fn a_deleted_topic_leaves_its_photos(store: &ContractStore) {
    let user = store.new_user().await;
    let topic = store.new_topic(&user).await;
    let photo = store.new_photo(&user).await;
    store.store.approve(&topic.id, &photo.id, at(50)).await.unwrap();
    assert!(store.store.delete_topic(&topic.id).await.unwrap());
    assert_eq!(store.store.topic(&topic.id).await.unwrap(), None);
    let photos = std::slice::from_ref(&photo.id);
    assert_eq!(store.store.topic_memberships(photos).await.unwrap(), []);
    assert_eq!(store.photo_now(&photo.id).await, photo);
    assert!(!store.store.delete_topic(&topic.id).await.unwrap());
    // Its slug is free again.
    let mut second = store.samples().topic(&user);
    second.slug = topic.slug;
    store.store.insert_topic(&second).await.unwrap();
}

pub async fn approving_twice_is_once(store: &ContractStore) {
    let user = store.new_user().await;
    let topic = store.new_topic(&user).await;
    let photo = store.new_photo(&user).await;
    assert!(store.store.approve(&topic.id, &photo.id, at(50)).await.unwrap());
    assert!(!store.store.approve(&topic.id, &photo.id, at(60)).await.unwrap());
    let photos = std::slice::from_ref(&photo.id);
    let memberships = store.store.topic_memberships(photos).await.unwrap();
    assert_eq!(memberships.len(), 1);
    assert_eq!((&memberships[0].slug, memberships[0].approved_at), (&topic.slug, at(50)));
    let kept = store.store.topic(&topic.id).await.unwrap().unwrap();
    assert_eq!((kept.total_photos, kept.preview), (1, vec![photo.id.clone()]));
    assert!(store.store.unapprove(&topic.id, &photo.id).await.unwrap());
    assert!(!store.store.unapprove(&topic.id, &photo.id).await.unwrap());
    let kept = store.store.topic(&topic.id).await.unwrap().unwrap();
    assert_eq!((kept.total_photos, kept.preview), (0, Vec::new()));
}

pub async fn approving_needs_a_photo_and_a_topic(store: &ContractStore) {
    let user = store.new_user().await;
    let topic = store.new_topic(&user).await;
    let photo = store.new_photo(&user).await;
    let no_topic = TopicId::parse("AAAAAAAAAAA").unwrap();
    let no_photo = PhotoId::parse("AAAAAAAAAAA").unwrap();
    for (topic, photo, noun) in [(&no_topic, &photo.id, "topic"), (&topic.id, &no_photo, "photo")]
    {
        let error = store.store.approve(topic, photo, at(50)).await.unwrap_err();
        assert!(matches!(error, StoreError::Missing(named) if named == noun), "{error}");
    }
}

pub async fn the_feed_is_told_who_joins_and_leaves_a_topic(store: &ContractStore) {
    let user = store.new_user().await;
    let topic = store.new_topic(&user).await;
    let photo = store.new_photo(&user).await;
    let expected = [Subject::Photo(photo.id.clone())];
    let mut last = store.store.last_change().await.unwrap();
    store.store.approve(&topic.id, &photo.id, at(50)).await.unwrap();
    assert_eq!(store.changed_after(last).await, expected);
    store.store.approve(&topic.id, &photo.id, at(60)).await.unwrap();
    assert_eq!(store.changed_after(last).await, expected, "twice is once");
    last = store.store.last_change().await.unwrap();
    store.store.unapprove(&topic.id, &photo.id).await.unwrap();
    assert_eq!(store.changed_after(last).await, expected);
    store.store.approve(&topic.id, &photo.id, at(70)).await.unwrap();
    last = store.store.last_change().await.unwrap();
    store.store.delete_topic(&topic.id).await.unwrap();
    assert_eq!(store.changed_after(last).await, expected);
}

pub async fn contributors_are_ranked_by_their_listed_photos(store: &ContractStore) {
    let mut people = Vec::new();
    let editor = store.new_user().await;
    let topic = store.new_topic(&editor).await;
    for count in [1, 3, 2] {
        let user = store.new_user().await;
        for photo in ids(&store.new_photos(&user, count).await) {
            store.store.approve(&topic.id, &photo, at(50)).await.unwrap();
        }
        people.push(user.id);
    }
    let best = |limit| store.store.top_contributors(&topic.id, limit);
    let expected = [1, 2, 0].map(|place: usize| people[place].clone());
    assert_eq!(best(10).await.unwrap(), expected);
    assert_eq!(best(2).await.unwrap(), expected[..2]);
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    let of_second = crate::PhotoFilter { owner: Some(people[1].clone()), ..Default::default() };
    let photos = store.listed(&of_second, tintype_domain::PhotoOrder::Latest).await.0;
    for photo in &photos {
        store.store.edit_photo(photo, &withdraw, at(60), &[]).await.unwrap();
    }
    assert_eq!(best(10).await.unwrap(), [people[2].clone(), people[0].clone()]);
}

async fn listed(
    store: &ContractStore,
    filter: &TopicFilter,
    order: TopicOrder,
) -> (Vec<TopicId>, u64) {
    let list = store.store.topics(filter, order, Page::first(30)).await.unwrap();
    (list.items.into_iter().map(|topic| topic.id).collect(), list.total)
}
