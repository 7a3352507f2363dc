//! The first path through.

use tintype_domain::{Page, PhotoOrder};
use tintype_store::{
    Claim, Finished, Inserted, Membership, Outcome, PhotoFilter,
    contract::{Samples, job},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_goes_in_and_comes_out() {
    let open = super::open().await;
    let store = &open.store;
    let mut samples = Samples::new();
    let user = samples.user();
    store.insert_user(&user, None).await.unwrap();
    let photo = samples.photo(&user);
    let inserted =
        store.insert_photo(&photo, &Membership::default(), &[job("render")]).await.unwrap();
    assert_eq!(inserted, Inserted::New);
    assert_eq!(store.photo(&photo.id).await.unwrap(), Some(photo.clone()));
    let list =
        store.photos(&PhotoFilter::default(), PhotoOrder::Latest, Page::first(10)).await.unwrap();
    assert_eq!((list.items.len(), list.total), (1, 1));
    let claim =
        Claim { worker: "w", kinds: &[], limit: 10, lease: std::time::Duration::from_secs(60) };
    let jobs = store.claim(&claim).await.unwrap();
    assert_eq!(jobs.len(), 1);
    store
        .finish(&[Finished { id: jobs[0].id, fence: jobs[0].fence, outcome: Outcome::Done }])
        .await
        .unwrap();
    assert_eq!(store.drifts().await.unwrap(), []);
    assert_eq!(store.damages().await.unwrap(), Vec::<String>::new());
    assert!(store.delete_photo(&photo.id, photo.created_at, &[]).await.unwrap());
    assert_eq!(store.drifts().await.unwrap(), []);
    assert_eq!(store.random_photos(&PhotoFilter::default(), 3, 1).await.unwrap(), []);
}
