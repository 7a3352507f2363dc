//! What holds for taking photos in and finding them again.

use tintype_domain::{
    Camera, CollectionId, ImageKey, Language, Location, MediaType, Orientation, PhotoId, PhotoOrder,
    Position, PublicOriginal, Source, Subject, Swatch, TopicId, Wording, Wordings,
};

use super::{ContractStore, at, checksum, ids, job};
use crate::{Inserted, JobState, Membership, PhotoEdit, PhotoFilter, StoreError};

pub async fn a_photo_comes_back_as_it_was_saved(store: &ContractStore) {
    let user = store.new_user().await;
    let full = store.new_photo(&user).await;
    assert_eq!(store.photo_now(&full.id).await, full);
    let bare = store
        .new_photo_with(&user, |photo| {
            photo.color = None;
            photo.palette = Vec::<Swatch>::new();
            photo.blur_hash = None;
            photo.perceptual_hash = None;
            (photo.title, photo.alt_description) = (None, None);
            photo.tags = Vec::new();
            photo.camera = Camera::default();
            photo.location = Location::default();
            (photo.views, photo.downloads) = (7, 3);
        })
        .await;
    assert_eq!(store.photo_now(&bare.id).await, bare);
}

pub async fn what_is_said_in_every_language_comes_back(store: &ContractStore) {
    let user = store.new_user().await;
    let wordings: Wordings = Language::ALL
        .into_iter()
        .map(|language| {
            let wording = Wording {
                title: Some(format!("{language} – «Größe» \u{1F98A}")),
                description: (language == Language::Spanish).then(|| "¿Qué?".to_owned()),
                alt_description: Some("l’été".to_owned()),
                tags: vec![language.own_name().to_lowercase(), "ñ".to_owned()],
            };
            (language, wording)
        })
        .collect();
    let photo = store.new_photo_with(&user, |photo| photo.wordings = wordings.clone()).await;
    assert_eq!(store.photo_now(&photo.id).await, photo);
    let listed = store.store.photos_by_ids(std::slice::from_ref(&photo.id)).await.unwrap();
    assert_eq!(listed[0].wordings, wordings);
}

pub async fn every_source_comes_back_as_it_was_saved(store: &ContractStore) {
    let user = store.new_user().await;
    let public = PublicOriginal::Cut {
        checksum: checksum(900),
        size_bytes: 4_000_000_000_000,
        media_type: MediaType::Png,
    };
    let file = |media_type, public| Source::File {
        checksum: checksum(901),
        size_bytes: 1,
        media_type,
        public,
    };
    for source in [
        file(MediaType::Jxl, public),
        Source::Dataset { remote_url: None },
        Source::Dataset { remote_url: Some("https://example.org/a.jpg".to_owned()) },
    ] {
        let photo = store.new_photo_with(&user, |photo| photo.source = source.clone()).await;
        assert_eq!(store.photo_now(&photo.id).await.source, source);
    }
}

pub async fn words_of_every_script_survive(store: &ContractStore) {
    let user = store.new_user().await;
    let words = "日本 \u{1F98A} 'quotes' \"double\" \\ back\nline % _ \u{0301}";
    let photo = store
        .new_photo_with(&user, |photo| {
            photo.title = Some(words.to_owned());
            photo.tags = vec![words.to_owned(), "β".to_owned()];
            photo.location.name = Some(words.to_owned());
            photo.camera.model = Some(words.to_owned());
        })
        .await;
    assert_eq!(store.photo_now(&photo.id).await, photo);
    let tag = Some(words.to_owned());
    let filter = PhotoFilter { tag, ..PhotoFilter::default() };
    assert_eq!(store.listed(&filter, PhotoOrder::Latest).await, (vec![photo.id], 1));
}

pub async fn positions_keep_every_digit(store: &ContractStore) {
    let user = store.new_user().await;
    for (latitude, longitude) in [(0.1 + 0.2, -180.0), (-89.999_999_999_999_99, 1e-300), (0.0, 0.0)]
    {
        let position = Position::new(latitude, longitude);
        let photo = store.new_photo_with(&user, |photo| photo.location.position = position).await;
        assert_eq!(store.photo_now(&photo.id).await.location.position, position);
    }
}

pub async fn a_missing_photo_is_none(store: &ContractStore) {
    let nowhere = PhotoId::parse("AAAAAAAAAAA").unwrap();
    assert_eq!(store.store.photo(&nowhere).await.unwrap(), None);
    assert_eq!(store.store.photos_by_ids(std::slice::from_ref(&nowhere)).await.unwrap(), []);
    let key = ImageKey::parse("photo-1-0123456789ab").unwrap();
    assert_eq!(store.store.photo_by_image_key(&key).await.unwrap(), None);
    assert!(!store.store.delete_photo(&nowhere, at(1), &[]).await.unwrap());
    let edit = PhotoEdit::default();
    assert_eq!(store.store.edit_photo(&nowhere, &edit, at(1), &[job("x")]).await.unwrap(), None);
    assert_eq!(store.store.jobs_in(JobState::Ready, 10).await.unwrap(), []);
}

pub async fn ids_are_told_apart_by_their_case(store: &ContractStore) {
    let user = store.new_user().await;
    let id = |text| PhotoId::parse(text).unwrap();
    let low = store.new_photo_with(&user, |photo| photo.id = id("abcdefghijk")).await;
    let high = store.new_photo_with(&user, |photo| photo.id = id("ABCDEFGHIJK")).await;
    assert_eq!(store.photo_now(&low.id).await, low);
    assert_eq!(store.photo_now(&high.id).await, high);
}

pub async fn a_photo_is_found_by_its_image_key(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let found = store.store.photo_by_image_key(&photo.image_key).await.unwrap();
    assert_eq!(found, Some(photo));
}

pub async fn photos_come_in_the_order_of_their_ids(store: &ContractStore) {
    let user = store.new_user().await;
    let photos = store.new_photos(&user, 5).await;
    let nowhere = PhotoId::parse("AAAAAAAAAAA").unwrap();
    let asked = [&photos[3].id, &nowhere, &photos[0].id, &photos[4].id].map(Clone::clone);
    let found = store.store.photos_by_ids(&asked).await.unwrap();
    assert_eq!(found, [photos[3].clone(), photos[0].clone(), photos[4].clone()]);
    assert_eq!(store.store.photos_by_ids(&[]).await.unwrap(), []);
}

pub async fn withdrawn_and_deleted_photos_are_not_among_ids(store: &ContractStore) {
    let user = store.new_user().await;
    let photos = store.new_photos(&user, 3).await;
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&photos[0].id, &withdraw, at(90), &[]).await.unwrap();
    store.store.delete_photo(&photos[1].id, at(90), &[]).await.unwrap();
    let found = store.store.photos_by_ids(&ids(&photos)).await.unwrap();
    assert_eq!(ids(&found), [photos[2].id.clone()]);
}

pub async fn a_walk_meets_every_photo_once(store: &ContractStore) {
    let user = store.new_user().await;
    let photos = store.new_photos(&user, 7).await;
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&photos[2].id, &withdraw, at(90), &[]).await.unwrap();
    store.store.delete_photo(&photos[5].id, at(90), &[]).await.unwrap();
    let mut met: Vec<PhotoId> = Vec::new();
    loop {
        let next = store.store.photos_after(met.last(), 2).await.unwrap();
        if next.is_empty() {
            break;
        }
        met.extend(ids(&next));
    }
    let mut expected = ids(&photos);
    expected.remove(5);
    expected.sort();
    assert_eq!(met, expected);
}

pub async fn the_same_bytes_by_the_same_owner_change_nothing(store: &ContractStore) {
    let user = store.new_user().await;
    let first = store.new_photo(&user).await;
    let before = store.store.last_change().await.unwrap();
    let mut second = store.samples().photo(&user);
    second.source = first.source.clone();
    let nowhere = Membership { collections: vec![CollectionId::parse("404").unwrap()], ..Membership::default() };
    let inserted = store.store.insert_photo(&second, &nowhere, &[job("x")]).await;
    assert_eq!(inserted.unwrap(), Inserted::Duplicate(first.id.clone()));
    assert_eq!(store.store.photo(&second.id).await.unwrap(), None);
    assert_eq!(store.store.jobs_in(JobState::Ready, 10).await.unwrap(), []);
    assert_eq!(store.store.last_change().await.unwrap(), before);
    let found = store.store.duplicate_of(&user.id, &first.source.checksum().unwrap()).await;
    assert_eq!(found.unwrap(), Some(first.id));
}

pub async fn a_withdrawn_photo_is_still_a_duplicate(store: &ContractStore) {
    let user = store.new_user().await;
    let first = store.new_photo(&user).await;
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&first.id, &withdraw, at(90), &[]).await.unwrap();
    let mut second = store.samples().photo(&user);
    second.source = first.source.clone();
    let inserted = store.store.insert_photo(&second, &Membership::default(), &[]).await;
    assert_eq!(inserted.unwrap(), Inserted::Duplicate(first.id));
}

pub async fn the_same_bytes_by_another_owner_are_another_photo(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let first = store.new_photo(&ana).await;
    let second = store.new_photo_with(&ben, |photo| photo.source = first.source.clone()).await;
    assert_eq!(store.photo_now(&second.id).await.owner, ben.id);
    let found = store.store.duplicate_of(&ben.id, &first.source.checksum().unwrap()).await;
    assert_eq!(found.unwrap(), Some(second.id));
}

pub async fn of_many_uploads_of_the_same_bytes_one_is_new(store: &ContractStore) {
    let user = store.new_user().await;
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let mut photo = store.samples().photo(&user);
        let Source::File { checksum: own, .. } = &mut photo.source else { unreachable!() };
        *own = checksum(999);
        let handle = store.handle();
        tasks.push(tokio::spawn(async move {
            handle.insert_photo(&photo, &Membership::default(), &[job("x")]).await.unwrap()
        }));
    }
    let mut new = 0;
    for task in tasks {
        new += u32::from(task.await.unwrap() == Inserted::New);
    }
    assert_eq!(new, 1);
    assert_eq!(store.user_now(&user.id).await.totals.photos, 1);
    assert_eq!(store.store.jobs_in(JobState::Ready, 30).await.unwrap().len(), 1);
}

pub async fn many_photos_at_once_are_all_counted(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let mut tasks = Vec::new();
    for place in 0..16 {
        let photo = store.samples().photo(if place % 2 == 0 { &ana } else { &ben });
        let handle = store.handle();
        tasks.push(tokio::spawn(async move {
            handle.insert_photo(&photo, &Membership::default(), &[]).await.unwrap()
        }));
    }
    for task in tasks {
        assert_eq!(task.await.unwrap(), Inserted::New);
    }
    assert_eq!(store.user_now(&ana.id).await.totals.photos, 8);
    assert_eq!(store.user_now(&ben.id).await.totals.photos, 8);
    assert_eq!(store.listed(&PhotoFilter::default(), PhotoOrder::Latest).await.1, 16);
}

pub async fn a_new_photo_brings_its_jobs_and_tells_the_feed(store: &ContractStore) {
    let user = store.new_user().await;
    let before = store.store.last_change().await.unwrap();
    let photo = store.samples().photo(&user);
    let jobs = [job("renditions"), job("scrub")];
    store.store.insert_photo(&photo, &Membership::default(), &jobs).await.unwrap();
    let queued = store.store.jobs_in(JobState::Ready, 10).await.unwrap();
    let kinds: Vec<&str> = queued.iter().map(|job| job.kind.as_str()).collect();
    assert_eq!(kinds, ["scrub", "renditions"]);
    assert_eq!(store.changed_after(before).await, [Subject::Photo(photo.id)]);
}

pub async fn a_new_photo_has_no_likes_whatever_it_says(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo_with(&user, |photo| photo.likes = 99).await;
    assert_eq!(store.photo_now(&photo.id).await.likes, 0);
}

pub async fn a_new_photo_is_put_where_it_belongs(store: &ContractStore) {
    let user = store.new_user().await;
    let collection = store.new_collection(&user).await;
    let topic = store.new_topic(&user).await;
    let photo = store.samples().photo(&user);
    let membership =
        Membership { collections: vec![collection.id.clone()], topics: vec![topic.id.clone()] };
    store.store.insert_photo(&photo, &membership, &[]).await.unwrap();
    let collection = store.collection_now(&collection.id).await;
    assert_eq!((collection.total_photos, collection.preview), (1, vec![photo.id.clone()]));
    let topic = store.store.topic(&topic.id).await.unwrap().unwrap();
    assert_eq!((topic.total_photos, topic.preview), (1, vec![photo.id]));
}

pub async fn a_photo_that_belongs_nowhere_is_not_half_saved(store: &ContractStore) {
    let user = store.new_user().await;
    let good = store.new_collection(&user).await;
    let before = store.store.last_change().await.unwrap();
    let collections = |ids: &[&CollectionId]| Membership {
        collections: ids.iter().map(|id| (*id).clone()).collect(),
        topics: Vec::new(),
    };
    let missing = CollectionId::parse("404").unwrap();
    let no_topic = TopicId::parse("AAAAAAAAAAA").unwrap();
    for membership in [
        collections(&[&good.id, &missing]),
        Membership { topics: vec![no_topic], ..collections(&[&good.id]) },
    ] {
        let photo = store.samples().photo(&user);
        let error = store.store.insert_photo(&photo, &membership, &[job("x")]).await.unwrap_err();
        assert!(matches!(error, StoreError::Missing(_)), "{error}");
        assert_eq!(store.store.photo(&photo.id).await.unwrap(), None);
    }
    assert_eq!(store.collection_now(&good.id).await.total_photos, 0);
    assert_eq!(store.user_now(&user.id).await.totals.photos, 0);
    assert_eq!(store.store.jobs_in(JobState::Ready, 10).await.unwrap(), []);
    assert_eq!(store.store.last_change().await.unwrap(), before);
}

pub async fn a_photo_of_nobody_is_refused(store: &ContractStore) {
    let nobody = store.samples().user();
    for withdrawn_at in [None, Some(at(1))] {
        let mut photo = store.samples().photo(&nobody);
        photo.withdrawn_at = withdrawn_at;
        let inserted = store.store.insert_photo(&photo, &Membership::default(), &[]).await;
        assert!(matches!(inserted, Err(StoreError::Missing(_))), "{inserted:?}");
    }
}

pub async fn a_photo_may_come_withdrawn_or_featured(store: &ContractStore) {
    let user = store.new_user().await;
    let hidden = store.new_photo_with(&user, |photo| photo.withdrawn_at = Some(at(1))).await;
    let shown = store.new_photo_with(&user, |photo| photo.promoted_at = Some(at(2))).await;
    assert_eq!(store.photo_now(&hidden.id).await, hidden);
    let list = store.listed(&PhotoFilter::default(), PhotoOrder::Latest).await;
    assert_eq!(list, (vec![shown.id], 1));
    let totals = store.user_now(&user.id).await.totals;
    assert_eq!((totals.photos, totals.promoted_photos), (1, 1));
}

pub async fn every_shape_is_kept(store: &ContractStore) {
    let user = store.new_user().await;
    for (size, shape) in [
        ((30_000, 1), Orientation::Landscape),
        ((1, 30_000), Orientation::Portrait),
        ((30_000, 30_000), Orientation::Squarish),
    ] {
        let photo =
            store.new_photo_with(&user, |photo| (photo.width, photo.height) = size).await;
        let kept = store.photo_now(&photo.id).await;
        assert_eq!(((kept.width, kept.height), kept.orientation()), (size, shape));
    }
}
