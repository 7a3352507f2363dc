//! What holds for changing photos.

use tintype_domain::{
    Camera, Language, LicenseId, Location, MediaType, PhotoOrder, PublicOriginal, Source, Subject,
    Wording, Wordings,
};

use super::{ContractStore, at, checksum, ids, job};
use crate::{JobState, PhotoEdit, PhotoFilter};

pub async fn an_edit_changes_only_what_it_names(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let edit = PhotoEdit {
        title: Some(Some("A blue boat".to_owned())),
        license: Some(LicenseId::parse("CC-BY-4.0").unwrap()),
        ..PhotoEdit::default()
    };
    let edited = store.store.edit_photo(&photo.id, &edit, at(90), &[]).await.unwrap().unwrap();
    let mut expected = photo.clone();
    expected.title = Some("A blue boat".to_owned());
    expected.license = LicenseId::parse("CC-BY-4.0").unwrap();
    expected.updated_at = at(90);
    assert_eq!(edited, expected);
    assert_eq!(store.photo_now(&photo.id).await, expected);
}

pub async fn everything_that_can_be_edited_is(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let public = PublicOriginal::Cut {
        checksum: checksum(900),
        size_bytes: 5,
        media_type: MediaType::Jpeg,
    };
    let edit = PhotoEdit {
        title: Some(None),
        description: Some(Some("Long ago.".to_owned())),
        alt_description: Some(None),
        tags: Some(vec!["sea".to_owned()]),
        wordings: Some(german("Ein blaues Boot")),
        location: Some(Location { city: Some("Bergen".to_owned()), ..Location::default() }),
        camera: Some(Camera { iso: Some(6400), ..Camera::default() }),
        license: Some(LicenseId::parse("CC0-1.0").unwrap()),
        is_sensitive: Some(true),
        sharing: Some((false, public)),
        is_featured: Some(true),
        is_withdrawn: Some(true),
    };
    store.store.edit_photo(&photo.id, &edit, at(90), &[]).await.unwrap().unwrap();
    let now = store.photo_now(&photo.id).await;
    assert_eq!((now.title, now.alt_description), (None, None));
    assert_eq!(now.description.as_deref(), Some("Long ago."));
    assert_eq!(now.tags, ["sea"]);
    assert_eq!(now.wordings, german("Ein blaues Boot"));
    assert_eq!(now.location, Location { city: Some("Bergen".to_owned()), ..Location::default() });
    assert_eq!(now.camera, Camera { iso: Some(6400), ..Camera::default() });
    assert_eq!(now.license.as_str(), "CC0-1.0");
    assert!(now.is_sensitive && !now.shares_place);
    assert!(matches!(now.source, Source::File { public: kept, .. } if kept == public));
    assert_eq!((now.promoted_at, now.withdrawn_at), (Some(at(90)), Some(at(90))));
}

pub async fn what_is_said_in_other_languages_is_replaced_as_a_whole(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo_with(&user, |photo| photo.wordings = german("Ein Boot")).await;
    let french = Wording { title: Some("Un bateau".to_owned()), ..Wording::default() };
    let french = Wordings::from([(Language::French, french)]);
    let edit = PhotoEdit { wordings: Some(french.clone()), ..PhotoEdit::default() };
    store.store.edit_photo(&photo.id, &edit, at(90), &[]).await.unwrap();
    let now = store.photo_now(&photo.id).await;
    assert_eq!(now.wordings, french);
    assert_eq!((&now.title, &now.tags), (&photo.title, &photo.tags), "the own words stay");
    let edit = PhotoEdit { wordings: Some(Wordings::new()), ..PhotoEdit::default() };
    store.store.edit_photo(&photo.id, &edit, at(91), &[]).await.unwrap();
    assert!(store.photo_now(&photo.id).await.wordings.is_empty());
}

fn german(title: &str) -> Wordings {
    let wording = Wording {
        title: Some(title.to_owned()),
        description: None,
        alt_description: Some("Ein \"Boot\" auf dem grün-blauen See".to_owned()),
        tags: vec!["boot".to_owned(), "see".to_owned()],
    };
    Wordings::from([(Language::German, wording)])
}

pub async fn new_tags_replace_the_old_ones(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let tags = ["sea", "lake", "a"].map(str::to_owned).to_vec();
    let edit = PhotoEdit { tags: Some(tags.clone()), ..PhotoEdit::default() };
    store.store.edit_photo(&photo.id, &edit, at(90), &[]).await.unwrap();
    assert_eq!(store.photo_now(&photo.id).await.tags, tags, "in their owner's order");
    for (tag, found) in [("sea", 1), ("lake", 1), ("boat", 0)] {
        let filter = PhotoFilter { tag: Some(tag.to_owned()), ..PhotoFilter::default() };
        assert_eq!(store.listed(&filter, PhotoOrder::Latest).await.1, found, "{tag}");
    }
}

pub async fn an_edit_brings_its_jobs_and_tells_the_feed(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let before = store.store.last_change().await.unwrap();
    let edit = PhotoEdit::default();
    store.store.edit_photo(&photo.id, &edit, at(90), &[job("cut")]).await.unwrap();
    assert_eq!(store.store.jobs_in(JobState::Ready, 10).await.unwrap().len(), 1);
    assert_eq!(store.changed_after(before).await, [Subject::Photo(photo.id)]);
}

pub async fn a_featured_photo_counts_for_its_owner(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let feature = |is| PhotoEdit { is_featured: Some(is), ..PhotoEdit::default() };
    for moment in [at(90), at(95)] {
        store.store.edit_photo(&photo.id, &feature(true), moment, &[]).await.unwrap();
        assert_eq!(store.photo_now(&photo.id).await.promoted_at, Some(at(90)));
        assert_eq!(store.user_now(&user.id).await.totals.promoted_photos, 1);
    }
    store.store.edit_photo(&photo.id, &feature(false), at(99), &[]).await.unwrap();
    assert_eq!(store.photo_now(&photo.id).await.promoted_at, None);
    assert_eq!(store.user_now(&user.id).await.totals.promoted_photos, 0);
}

pub async fn a_withdrawn_photo_leaves_every_number_and_returns(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let collection = store.new_collection(&ben).await;
    let topic = store.new_topic(&ben).await;
    let photo = store.new_photo_with(&ana, |photo| photo.promoted_at = Some(at(1))).await;
    store.store.collect(&collection.id, &photo.id, at(50)).await.unwrap();
    store.store.approve(&topic.id, &photo.id, at(50)).await.unwrap();
    store.store.like(&ben.id, &photo.id, at(50)).await.unwrap();
    for (is_withdrawn, count) in [(true, 0), (true, 0), (false, 1), (false, 1)] {
        let edit = PhotoEdit { is_withdrawn: Some(is_withdrawn), ..PhotoEdit::default() };
        store.store.edit_photo(&photo.id, &edit, at(90), &[]).await.unwrap();
        let totals = store.user_now(&ana.id).await.totals;
        assert_eq!((totals.photos, totals.promoted_photos), (count, count));
        assert_eq!(store.user_now(&ben.id).await.totals.likes, count);
        let collection = store.collection_now(&collection.id).await;
        assert_eq!((collection.total_photos, collection.preview.len() as u64), (count, count));
        let topic = store.store.topic(&topic.id).await.unwrap().unwrap();
        assert_eq!((topic.total_photos, topic.preview.len() as u64), (count, count));
        let library = store.store.totals().await.unwrap();
        assert_eq!((library.photos, library.pixels), (count, count * 6_000_000));
        assert_eq!(store.photo_now(&photo.id).await.likes, 1, "they still like it");
    }
    assert_eq!(store.photo_now(&photo.id).await.withdrawn_at, None);
}

pub async fn a_photo_can_be_withdrawn_and_featured_in_either_order(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await;
    let featured = |is| PhotoEdit { is_featured: Some(is), ..PhotoEdit::default() };
    let withdrawn = |is| PhotoEdit { is_withdrawn: Some(is), ..PhotoEdit::default() };
    let both = PhotoEdit { is_featured: Some(false), ..withdrawn(false) };
    for (edit, expected) in [
        (withdrawn(true), (0, 0)),
        (featured(true), (0, 0)),
        (withdrawn(false), (1, 1)),
        (withdrawn(true), (0, 0)),
        (both, (1, 0)),
    ] {
        store.store.edit_photo(&photo.id, &edit, at(90), &[]).await.unwrap();
        let totals = store.user_now(&user.id).await.totals;
        assert_eq!((totals.photos, totals.promoted_photos), expected, "{edit:?}");
    }
}

pub async fn many_edits_at_once_keep_every_number(store: &ContractStore) {
    let user = store.new_user().await;
    let photos = ids(&store.new_photos(&user, 4).await);
    let mut tasks = Vec::new();
    for place in 0..16 {
        let (handle, photo) = (store.handle(), photos[place % 4].clone());
        let edit = PhotoEdit {
            is_withdrawn: Some(place % 3 == 0),
            is_featured: Some(place % 5 == 0),
            ..PhotoEdit::default()
        };
        tasks.push(tokio::spawn(async move {
            handle.edit_photo(&photo, &edit, at(90), &[]).await.unwrap().unwrap()
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    store.assert_exact().await;
    let listed = store.listed(&PhotoFilter::default(), PhotoOrder::Latest).await;
    assert_eq!(listed.0.len() as u64, listed.1);
}
