//! What holds for lists of photos.

use tintype_domain::{
    CollectionId, ContentFilter, Orientation, Page, Photo, PhotoOrder, User,
};

use super::{ContractStore, at, ids};
use crate::{Membership, PhotoEdit, PhotoFilter, Withdrawn};

pub async fn an_empty_library_lists_nothing(store: &ContractStore) {
    for order in PhotoOrder::ALL {
        let list = store.listed(&PhotoFilter::default(), *order).await;
        assert_eq!(list, (Vec::new(), 0));
    }
}

pub async fn photos_are_listed_the_latest_or_the_oldest_first(store: &ContractStore) {
    let user = store.new_user().await;
    let mut photos = ids(&store.new_photos(&user, 4).await);
    let oldest = store.listed(&PhotoFilter::default(), PhotoOrder::Oldest).await;
    assert_eq!(oldest, (photos.clone(), 4));
    photos.reverse();
    let latest = store.listed(&PhotoFilter::default(), PhotoOrder::Latest).await;
    assert_eq!(latest, (photos, 4));
}

pub async fn a_photo_has_its_neighbors_among_the_latest(store: &ContractStore) {
    let user = store.new_user().await;
    let mut photos = Vec::new();
    for second in [500, 500, 501, 502] {
        photos.push(store.new_photo_with(&user, |photo| photo.created_at = at(second)).await);
    }
    let edit = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&photos[2].id, &edit, at(600), &[]).await.unwrap();
    let (latest, _) = store.listed(&PhotoFilter::default(), PhotoOrder::Latest).await;
    assert_eq!(latest.len(), 3, "withdrawn photos are nobody's neighbors");
    for (place, id) in latest.iter().enumerate() {
        let photo = store.photo_now(id).await;
        let beside = store.store.beside(&photo).await.unwrap();
        let before = place.checked_sub(1).map(|place| latest[place].clone());
        assert_eq!(beside.newer.map(|photo| photo.id), before);
        assert_eq!(beside.older.map(|photo| photo.id), latest.get(place + 1).cloned());
    }
}

pub async fn photos_are_listed_by_likes_views_and_downloads(store: &ContractStore) {
    let user = store.new_user().await;
    let mut photos = Vec::new();
    for (views, downloads) in [(10, 1), (30, 2), (20, 3)] {
        let photo = store
            .new_photo_with(&user, |photo| (photo.views, photo.downloads) = (views, downloads))
            .await;
        photos.push(photo.id);
    }
    store.store.like(&user.id, &photos[0], at(9)).await.unwrap();
    let pick = |places: [usize; 3]| places.map(|place| photos[place].clone()).to_vec();
    let all = PhotoFilter::default();
    assert_eq!(store.listed(&all, PhotoOrder::Views).await.0, pick([1, 2, 0]));
    assert_eq!(store.listed(&all, PhotoOrder::Downloads).await.0, pick([2, 1, 0]));
    assert_eq!(store.listed(&all, PhotoOrder::Popular).await.0[0], photos[0]);
}

pub async fn pages_neither_overlap_nor_leave_out(store: &ContractStore) {
    let user = store.new_user().await;
    let mut photos = Vec::new();
    for _ in 0..25 {
        // All of one moment, so that only the id orders them.
        let photo = store.new_photo_with(&user, |photo| photo.created_at = at(500)).await;
        photos.push(photo.id);
    }
    photos.sort();
    for filter in [PhotoFilter::default(), of(&user)] {
        for order in PhotoOrder::ALL {
            let mut seen = Vec::new();
            for number in 1..=5 {
                let page = Page::first(7).at(number);
                let list = store.store.photos(&filter, *order, page).await.unwrap();
                assert_eq!(list.total, 25);
                seen.extend(ids(&list.items));
            }
            assert_eq!(seen.len(), 25);
            if *order != PhotoOrder::Oldest {
                seen.reverse();
            }
            assert_eq!(seen, photos, "{}", order.as_str());
        }
    }
}

pub async fn a_page_beyond_the_end_is_empty_and_knows_the_total(store: &ContractStore) {
    let user = store.new_user().await;
    store.new_photos(&user, 3).await;
    for number in [2, 3, u32::MAX] {
        let page = Page::first(3).at(number);
        let list = store.store.photos(&PhotoFilter::default(), PhotoOrder::Latest, page).await;
        let list = list.unwrap();
        assert_eq!((list.items, list.total), (Vec::<Photo>::new(), 3));
    }
}

pub async fn withdrawn_photos_are_listed_only_when_asked_for(store: &ContractStore) {
    let user = store.new_user().await;
    let photos = ids(&store.new_photos(&user, 3).await);
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&photos[1], &withdraw, at(90), &[]).await.unwrap();
    for base in [PhotoFilter::default(), of(&user)] {
        let hidden = store.listed(&base, PhotoOrder::Oldest).await;
        assert_eq!(hidden, (vec![photos[0].clone(), photos[2].clone()], 2));
        let all = PhotoFilter { withdrawn: Withdrawn::Shown, ..base };
        assert_eq!(store.listed(&all, PhotoOrder::Oldest).await, (photos.clone(), 3));
    }
}

pub async fn photos_of_an_owner_are_listed(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let first = store.new_photo(&ana).await;
    store.new_photo(&ben).await;
    let third = store.new_photo(&ana).await;
    let list = store.listed(&of(&ana), PhotoOrder::Latest).await;
    assert_eq!(list, (vec![third.id, first.id], 2));
    let nobody = store.samples().user();
    assert_eq!(store.listed(&of(&nobody), PhotoOrder::Latest).await, (Vec::new(), 0));
}

pub async fn liked_photos_are_listed_in_the_order_of_liking(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let photos = ids(&store.new_photos(&ana, 3).await);
    for (photo, moment) in [(2, 100), (0, 200), (1, 300)] {
        store.store.like(&ben.id, &photos[photo], at(moment)).await.unwrap();
    }
    store.store.unlike(&ben.id, &photos[1]).await.unwrap();
    let filter = PhotoFilter { liked_by: Some(ben.id.clone()), ..PhotoFilter::default() };
    let list = store.listed(&filter, PhotoOrder::Latest).await;
    assert_eq!(list, (vec![photos[0].clone(), photos[2].clone()], 2));
}

pub async fn photos_of_a_collection_are_listed_in_the_order_of_adding(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let photos = ids(&store.new_photos(&user, 4).await);
    for (photo, moment) in [(2, 100), (0, 200), (3, 300)] {
        store.store.collect(&collection.id, &photos[photo], at(moment)).await.unwrap();
    }
    let filter = within(&[&collection.id]);
    let expected = [3, 0, 2].map(|place: usize| photos[place].clone()).to_vec();
    assert_eq!(store.listed(&filter, PhotoOrder::Latest).await, (expected, 3));
    let expected = [2, 0, 3].map(|place: usize| photos[place].clone()).to_vec();
    assert_eq!(store.listed(&filter, PhotoOrder::Oldest).await.0, expected);
}

pub async fn a_photo_of_two_collections_is_listed_once(store: &ContractStore) {
    let user = store.new_user().await;
    let (one, two) = (store.new_collection(&user).await, store.new_collection(&user).await);
    let photos = ids(&store.new_photos(&user, 3).await);
    store.store.collect(&one.id, &photos[0], at(100)).await.unwrap();
    store.store.collect(&one.id, &photos[1], at(200)).await.unwrap();
    store.store.collect(&two.id, &photos[0], at(300)).await.unwrap();
    let list = store.listed(&within(&[&one.id, &two.id]), PhotoOrder::Latest).await;
    assert_eq!(list, (vec![photos[0].clone(), photos[1].clone()], 2));
}

pub async fn photos_of_topics_are_listed_in_the_order_of_approval(store: &ContractStore) {
    let user = store.new_user().await;
    let (one, two) = (store.new_topic(&user).await, store.new_topic(&user).await);
    let photos = ids(&store.new_photos(&user, 3).await);
    store.store.approve(&one.id, &photos[1], at(100)).await.unwrap();
    store.store.approve(&one.id, &photos[0], at(200)).await.unwrap();
    store.store.approve(&two.id, &photos[1], at(300)).await.unwrap();
    let in_topics = |topics: &[&tintype_domain::Topic]| PhotoFilter {
        topics: topics.iter().map(|topic| topic.id.clone()).collect(),
        ..PhotoFilter::default()
    };
    let list = store.listed(&in_topics(&[&one]), PhotoOrder::Latest).await;
    assert_eq!(list, (vec![photos[0].clone(), photos[1].clone()], 2));
    let list = store.listed(&in_topics(&[&one, &two]), PhotoOrder::Latest).await;
    assert_eq!(list, (vec![photos[1].clone(), photos[0].clone()], 2));
}

pub async fn photos_are_listed_by_their_shape(store: &ContractStore) {
    let user = store.new_user().await;
    let mut photos = Vec::new();
    for (width, height) in [(300, 200), (200, 300), (300, 300)] {
        let photo = store
            .new_photo_with(&user, |photo| (photo.width, photo.height) = (width, height))
            .await;
        photos.push(photo.id);
    }
    let shapes = [Orientation::Landscape, Orientation::Portrait, Orientation::Squarish];
    for (orientation, photo) in shapes.into_iter().zip(photos) {
        let filter = PhotoFilter { orientation: Some(orientation), ..PhotoFilter::default() };
        assert_eq!(store.listed(&filter, PhotoOrder::Latest).await, (vec![photo], 1));
    }
}

pub async fn a_careful_list_leaves_sensitive_photos_out(store: &ContractStore) {
    let user = store.new_user().await;
    let plain = store.new_photo(&user).await;
    let sensitive = store.new_photo_with(&user, |photo| photo.is_sensitive = true).await;
    let careful =
        PhotoFilter { content_filter: Some(ContentFilter::High), ..PhotoFilter::default() };
    let list = store.listed(&careful, PhotoOrder::Latest).await;
    assert_eq!(list, (vec![plain.id.clone()], 1));
    let low = PhotoFilter { content_filter: Some(ContentFilter::Low), ..PhotoFilter::default() };
    let list = store.listed(&low, PhotoOrder::Latest).await;
    assert_eq!(list, (vec![sensitive.id, plain.id], 2));
}

pub async fn featured_photos_are_listed(store: &ContractStore) {
    let user = store.new_user().await;
    let photos = ids(&store.new_photos(&user, 3).await);
    let feature = PhotoEdit { is_featured: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&photos[1], &feature, at(90), &[]).await.unwrap();
    let filter = PhotoFilter { is_featured: true, ..PhotoFilter::default() };
    let list = store.listed(&filter, PhotoOrder::Latest).await;
    assert_eq!(list, (vec![photos[1].clone()], 1));
}

pub async fn photos_are_listed_by_a_whole_tag(store: &ContractStore) {
    let user = store.new_user().await;
    let fox = store.new_photo_with(&user, |photo| photo.tags = words(&["red fox", "snow"])).await;
    store.new_photo_with(&user, |photo| photo.tags = words(&["fox", "Red Fox"])).await;
    let filter = PhotoFilter { tag: Some("red fox".to_owned()), ..PhotoFilter::default() };
    assert_eq!(store.listed(&filter, PhotoOrder::Latest).await, (vec![fox.id], 1));
}

pub async fn photos_of_an_import_are_listed(store: &ContractStore) {
    let user = store.new_user().await;
    let batch = |name: &str| Some(name.to_owned());
    let first = store.new_photo_with(&user, |photo| photo.batch = batch("monday")).await;
    store.new_photo_with(&user, |photo| photo.batch = batch("tuesday")).await;
    store.new_photo(&user).await;
    let filter = PhotoFilter { batch: batch("monday"), ..PhotoFilter::default() };
    assert_eq!(store.listed(&filter, PhotoOrder::Latest).await, (vec![first.id], 1));
}

pub async fn filters_narrow_together(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let collection = store.new_collection(&ana).await;
    let topic = store.new_topic(&ana).await;
    let mut hit = None;
    for (place, owner) in [&ana, &ana, &ben, &ana, &ana, &ana].into_iter().enumerate() {
        let mut photo = store.samples().photo(owner);
        photo.is_sensitive = place == 1;
        photo.tags = if place == 3 { words(&["dog"]) } else { words(&["fox"]) };
        let mut membership = Membership::default();
        if place != 4 {
            membership.collections.push(collection.id.clone());
        }
        if place != 5 {
            membership.topics.push(topic.id.clone());
        }
        store.store.insert_photo(&photo, &membership, &[]).await.unwrap();
        store.store.like(&ben.id, &photo.id, at(100)).await.unwrap();
        hit = hit.or((place == 0).then_some(photo.id));
    }
    let filter = PhotoFilter {
        owner: Some(ana.id.clone()),
        liked_by: Some(ben.id.clone()),
        collections: vec![collection.id.clone()],
        topics: vec![topic.id.clone()],
        orientation: Some(Orientation::Landscape),
        content_filter: Some(ContentFilter::High),
        tag: Some("fox".to_owned()),
        ..PhotoFilter::default()
    };
    for order in PhotoOrder::ALL {
        assert_eq!(store.listed(&filter, *order).await, (hit.clone().into_iter().collect(), 1));
    }
}

pub async fn totals_are_exact_after_photos_leave(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let topic = store.new_topic(&user).await;
    let photos = ids(&store.new_photos(&user, 5).await);
    for photo in &photos {
        store.store.collect(&collection.id, photo, at(100)).await.unwrap();
        store.store.approve(&topic.id, photo, at(100)).await.unwrap();
        store.store.like(&user.id, photo, at(100)).await.unwrap();
    }
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&photos[0], &withdraw, at(200), &[]).await.unwrap();
    store.store.delete_photo(&photos[1], at(200), &[]).await.unwrap();
    for filter in [
        PhotoFilter::default(),
        of(&user),
        within(&[&collection.id]),
        PhotoFilter { topics: vec![topic.id.clone()], ..PhotoFilter::default() },
        PhotoFilter { liked_by: Some(user.id.clone()), ..PhotoFilter::default() },
        PhotoFilter { tag: Some("boat".to_owned()), ..PhotoFilter::default() },
    ] {
        let (found, total) = store.listed(&filter, PhotoOrder::Latest).await;
        assert_eq!((found.len(), total), (3, 3), "{filter:?}");
    }
}

fn of(user: &User) -> PhotoFilter {
    PhotoFilter { owner: Some(user.id.clone()), ..PhotoFilter::default() }
}

fn within(collections: &[&CollectionId]) -> PhotoFilter {
    let collections = collections.iter().map(|id| (*id).clone()).collect();
    PhotoFilter { collections, ..PhotoFilter::default() }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

pub async fn the_newest_of_several_people_are_read_at_once(store: &ContractStore) {
    let (ana, ben, nobody) =
        (store.new_user().await, store.new_user().await, store.new_user().await);
    let of_ana = ids(&store.new_photos(&ana, 4).await);
    let of_ben = ids(&store.new_photos(&ben, 1).await);
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&of_ana[3], &withdraw, at(50), &[]).await.unwrap();
    let asked = [ben.id, nobody.id, ana.id];
    let found = ids(&store.store.newest_of(&asked, 2).await.unwrap());
    assert_eq!(found, [of_ben[0].clone(), of_ana[2].clone(), of_ana[1].clone()]);
    assert_eq!(store.store.newest_of(&[], 2).await.unwrap(), []);
}

pub async fn a_photo_comes_with_its_topics(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let found = async || store.store.photo_with_topics(&photo.id).await.unwrap();
    assert_eq!(found().await, Some((photo.clone(), Vec::new())));
    let topics = [store.new_topic(&user).await, store.new_topic(&user).await];
    for topic in topics.iter().rev() {
        store.store.approve(&topic.id, &photo.id, at(50)).await.unwrap();
    }
    let memberships =
        store.store.topic_memberships(std::slice::from_ref(&photo.id)).await.unwrap();
    assert_eq!(memberships.len(), 2);
    assert_eq!(found().await, Some((photo.clone(), memberships)));
    store.store.delete_photo(&photo.id, at(60), &[]).await.unwrap();
    assert_eq!(found().await, None);
}
