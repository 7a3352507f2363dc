//! What holds for what applications did.

use tintype_domain::{App, AppId, DailyUsage, Day, PhotoId, PhotoUse};

use super::ContractStore;
use crate::{AppDeed, UsageAdded};

pub async fn calls_add_up_by_day(store: &ContractStore) {
    let (app, other) = two_apps(store).await;
    let first = [
        added(&app, 1, AppDeed::Call, 3),
        added(&app, 1, AppDeed::RefusedCall, 2),
        added(&app, 3, AppDeed::Call, 1),
        added(&other, 1, AppDeed::Call, 9),
    ];
    store.store.add_usage(&first).await.unwrap();
    store.store.add_usage(&[added(&app, 1, AppDeed::Call, 4)]).await.unwrap();
    let days = store.store.daily_usage(&app, Day(0), Day(9)).await.unwrap();
    let day = |day, calls, refused| DailyUsage { day: Day(day), calls, refused };
    assert_eq!(days, [day(1, 7, 2), day(3, 1, 0)]);
    assert_eq!(store.store.daily_usage(&app, Day(2), Day(9)).await.unwrap(), [day(3, 1, 0)]);
}

pub async fn photos_used_are_listed_the_latest_first(store: &ContractStore) {
    let (app, other) = two_apps(store).await;
    let photo = |number: u32| PhotoId::parse(&format!("P{number:010}")).unwrap();
    let usage = [
        added(&app, 1, AppDeed::View(photo(1)), 5),
        added(&app, 1, AppDeed::Download(photo(1)), 1),
        added(&app, 2, AppDeed::View(photo(2)), 1),
        added(&app, 2, AppDeed::Download(photo(3)), 2),
        added(&other, 2, AppDeed::View(photo(1)), 8),
    ];
    store.store.add_usage(&usage).await.unwrap();
    let used = |number, views, downloads, day| PhotoUse {
        photo: photo(number),
        views,
        downloads,
        last_day: Day(day),
    };
    let expected = [used(3, 0, 2, 2), used(2, 1, 0, 2), used(1, 5, 1, 1)];
    assert_eq!(store.store.photos_used(&app, 10).await.unwrap(), expected);
    assert_eq!(store.store.photos_used(&app, 2).await.unwrap(), expected[..2]);
    store.store.add_usage(&[added(&app, 3, AppDeed::View(photo(1)), 1)]).await.unwrap();
    assert_eq!(store.store.photos_used(&app, 1).await.unwrap(), [used(1, 6, 1, 3)]);
}

pub async fn usage_of_no_application_is_left_out(store: &ContractStore) {
    let (app, _) = two_apps(store).await;
    let nothing = AppId::parse("AAAAAAAAAAA").unwrap();
    let photo = PhotoId::parse("P0000000001").unwrap();
    let usage = [
        added(&nothing, 1, AppDeed::Call, 1),
        added(&nothing, 1, AppDeed::View(photo), 1),
        added(&app, 1, AppDeed::Call, 1),
    ];
    store.store.add_usage(&usage).await.unwrap();
    assert_eq!(store.store.daily_usage(&nothing, Day(0), Day(9)).await.unwrap(), []);
    assert_eq!(store.store.photos_used(&nothing, 10).await.unwrap(), []);
    assert_eq!(store.store.daily_usage(&app, Day(0), Day(9)).await.unwrap().len(), 1);
}

async fn two_apps(store: &ContractStore) -> (AppId, AppId) {
    let user = store.new_user().await;
    let apps: [App; 2] = [1, 2].map(|number| super::access::app(number, &user));
    for app in &apps {
        store.store.insert_app(app).await.unwrap();
    }
    let [one, two] = apps;
    (one.id, two.id)
}

fn added(app: &AppId, day: i32, what: AppDeed, times: u64) -> UsageAdded {
    UsageAdded { app: app.clone(), day: Day(day), what, times }
}
