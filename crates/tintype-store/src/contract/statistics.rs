//! What holds for counts and totals.

use tintype_domain::{Counted, DailyCount, Day, MonthTotals, PhotoId, Timestamp, Totals};

use super::{ContractStore, START, access::app, at};
use crate::{CountAdded, PhotoEdit, StatisticsOf};

pub async fn counts_add_up_by_day_and_in_all(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await.id;
    let counts = [
        added(&photo, 0, Counted::View, 5),
        added(&photo, 0, Counted::Download, 2),
        added(&photo, 0, Counted::View, 1),
        added(&photo, 2, Counted::View, 10),
    ];
    store.store.add_counts(&counts).await.unwrap();
    store.store.add_counts(&[added(&photo, 2, Counted::Download, 1)]).await.unwrap();
    let of = StatisticsOf::Photo(photo.clone());
    let days = store.store.daily_counts(&of, day(0), day(9)).await.unwrap();
    assert_eq!(days, [count(Some(&photo), 0, 6, 2), count(Some(&photo), 2, 10, 1)]);
    assert_eq!(store.store.daily_counts(&of, day(1), day(2)).await.unwrap().len(), 1);
    assert_eq!(store.store.daily_counts(&of, day(3), day(2)).await.unwrap(), []);
    assert_eq!(store.store.views_and_downloads(&of).await.unwrap(), (16, 3));
    let now = store.photo_now(&photo).await;
    assert_eq!((now.views, now.downloads), (16, 3));
}

pub async fn counts_of_many_photos_are_read_at_once(store: &ContractStore) {
    let user = store.new_user().await;
    let (one, two) = (store.new_photo(&user).await.id, store.new_photo(&user).await.id);
    let counts = [
        added(&one, 0, Counted::View, 5),
        added(&two, 1, Counted::Download, 2),
        added(&two, 9, Counted::View, 1),
    ];
    store.store.add_counts(&counts).await.unwrap();
    let both = [one.clone(), two.clone()];
    let days = store.store.daily_counts_of(&both, day(0), day(5)).await.unwrap();
    assert_eq!(days, [count(Some(&one), 0, 5, 0), count(Some(&two), 1, 0, 2)]);
    assert_eq!(store.store.daily_counts_of(&[], day(0), day(5)).await.unwrap(), []);
}

pub async fn counts_of_photos_that_are_gone_are_left_out(store: &ContractStore) {
    let user = store.new_user().await;
    let (here, gone) = (store.new_photo(&user).await.id, store.new_photo(&user).await.id);
    store.store.delete_photo(&gone, at(50), &[]).await.unwrap();
    let nothing = PhotoId::parse("AAAAAAAAAAA").unwrap();
    let counts = [&gone, &nothing, &here].map(|photo| added(photo, 0, Counted::View, 3));
    store.store.add_counts(&counts).await.unwrap();
    assert_eq!(store.store.totals().await.unwrap().views, 3);
    let library = store.store.daily_counts(&StatisticsOf::Library, day(0), day(0)).await.unwrap();
    assert_eq!(library, [count(None, 0, 3, 0)]);
    let of = StatisticsOf::Photo(gone);
    assert_eq!(store.store.views_and_downloads(&of).await.unwrap(), (0, 0));
}

pub async fn counts_of_a_user_are_those_of_their_listed_photos(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let photos = [
        store.new_photo(&ana).await.id,
        store.new_photo(&ana).await.id,
        store.new_photo(&ben).await.id,
    ];
    let counts = [0, 1, 2].map(|place: usize| added(&photos[place], 0, Counted::View, 1 << place));
    store.store.add_counts(&counts).await.unwrap();
    let of = StatisticsOf::User(ana.id.clone());
    let days = store.store.daily_counts(&of, day(0), day(0)).await.unwrap();
    assert_eq!(days, [count(None, 0, 3, 0)]);
    assert_eq!(store.store.views_and_downloads(&of).await.unwrap(), (3, 0));
    let withdraw = PhotoEdit { is_withdrawn: Some(true), ..PhotoEdit::default() };
    store.store.edit_photo(&photos[0], &withdraw, at(50), &[]).await.unwrap();
    assert_eq!(store.store.views_and_downloads(&of).await.unwrap(), (2, 0));
    assert_eq!(store.store.views_and_downloads(&StatisticsOf::Library).await.unwrap(), (7, 0));
}

pub async fn likes_count_on_the_day_they_were_given(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await.id;
    store.store.like(&user.id, &photo, moment(1)).await.unwrap();
    for of in [StatisticsOf::Photo(photo.clone()), StatisticsOf::Library] {
        let days = store.store.daily_counts(&of, day(0), day(9)).await.unwrap();
        assert_eq!(days.iter().map(|day| (day.day, day.likes)).collect::<Vec<_>>(), [(day(1), 1)]);
    }
}

pub async fn many_counts_at_once_all_count(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await.id;
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let (handle, count) = (store.handle(), added(&photo, 0, Counted::View, 10));
        tasks.push(tokio::spawn(async move { handle.add_counts(&[count]).await.unwrap() }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(store.photo_now(&photo).await.views, 160);
    let of = StatisticsOf::Photo(photo);
    assert_eq!(store.store.daily_counts(&of, day(0), day(0)).await.unwrap()[0].views, 160);
}

pub async fn the_totals_of_a_new_library_are_zero(store: &ContractStore) {
    assert_eq!(store.store.totals().await.unwrap(), Totals::default());
    assert_eq!(store.store.month_totals(day(0)).await.unwrap(), MonthTotals::default());
}

pub async fn totals_tell_what_the_library_holds(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    store.new_user().await;
    let photo = store.new_photo(&ana).await.id;
    store.new_photo(&ana).await;
    store.new_photo(&ben).await;
    store.store.like(&ben.id, &photo, at(50)).await.unwrap();
    store.store.add_counts(&[added(&photo, 0, Counted::View, 4)]).await.unwrap();
    store.store.add_counts(&[added(&photo, 0, Counted::Download, 2)]).await.unwrap();
    for number in [1, 2] {
        store.store.insert_app(&app(number, &ana)).await.unwrap();
    }
    let expected = Totals {
        photos: 3,
        photographers: 2,
        pixels: 18_000_000,
        views: 4,
        downloads: 2,
        likes: 1,
        developers: 1,
        applications: 2,
    };
    assert_eq!(store.store.totals().await.unwrap(), expected);
}

pub async fn a_month_tells_what_is_new_in_it(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let old = store.new_photo_with(&ana, |photo| photo.created_at = moment(-40)).await.id;
    store.new_photo_with(&ana, |photo| photo.created_at = moment(1)).await;
    store.new_photo_with(&ben, |photo| photo.created_at = moment(2)).await;
    let counts = [added(&old, -40, Counted::View, 4), added(&old, 1, Counted::View, 2)];
    store.store.add_counts(&counts).await.unwrap();
    store.store.like(&ben.id, &old, moment(1)).await.unwrap();
    let mut early = app(1, &ana);
    early.created_at = moment(-40);
    store.store.insert_app(&early).await.unwrap();
    for (number, user) in [(2, &ana), (3, &ben)] {
        store.store.insert_app(&app(number, user)).await.unwrap();
    }
    let month = store.store.month_totals(day(-30)).await.unwrap();
    assert_eq!((month.views, month.downloads, month.likes), (2, 0, 1));
    assert_eq!((month.new_photos, month.new_pixels), (2, 12_000_000));
    assert_eq!(month.new_photographers, 1, "Ana had uploaded before");
    assert_eq!((month.new_developers, month.new_applications), (1, 2));
}

pub async fn rolling_up_sums_days_into_months(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await.id;
    // The contract begins on a first of February; these lie in January and February.
    let counts: Vec<CountAdded> =
        (-31..20).map(|number| added(&photo, number, Counted::View, 1)).collect();
    store.store.add_counts(&counts).await.unwrap();
    assert_eq!(store.store.roll_up(day(10)).await.unwrap(), 30 + 9);
    assert_eq!(store.store.roll_up(day(10)).await.unwrap(), 0, "twice is once");
    let of = StatisticsOf::Photo(photo.clone());
    let days = store.store.daily_counts(&of, day(-31), day(9)).await.unwrap();
    assert_eq!(days, [count(Some(&photo), -31, 31, 0), count(Some(&photo), 0, 10, 0)]);
    assert_eq!(store.store.daily_counts(&of, day(10), day(30)).await.unwrap().len(), 10);
    assert_eq!(store.store.views_and_downloads(&of).await.unwrap(), (51, 0));
}

pub async fn a_like_can_be_taken_back_after_its_day_was_summed(store: &ContractStore) {
    let user = store.new_user().await;
    let photo = store.new_photo(&user).await.id;
    store.store.like(&user.id, &photo, moment(4)).await.unwrap();
    store.store.roll_up(day(20)).await.unwrap();
    store.store.unlike(&user.id, &photo).await.unwrap();
    let of = StatisticsOf::Photo(photo);
    assert_eq!(store.store.daily_counts(&of, day(-9), day(30)).await.unwrap(), []);
}

fn day(number: i32) -> Day {
    Day(Day::of(START).0 + number)
}

/// Noon of a day.
fn moment(number: i32) -> Timestamp {
    day(number).start().plus(std::time::Duration::from_hours(12))
}

fn added(photo: &PhotoId, number: i32, what: Counted, times: u64) -> CountAdded {
    CountAdded { photo: photo.clone(), day: day(number), what, times }
}

fn count(photo: Option<&PhotoId>, number: i32, views: u64, downloads: u64) -> DailyCount {
    DailyCount { photo: photo.cloned(), day: day(number), views, downloads, likes: 0 }
}
