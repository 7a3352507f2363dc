//! The contract every database must keep: one function a behaviour, run by each implementation.
//!
//! A backend's tests say how a fresh store is opened and call `store_contract!(open)`; that makes
//! a `#[tokio::test]` of every behaviour. `open` is an async function that answers a
//! [`ContractStore`].

mod list;
mod samples;

macro_rules! behaviours_in {
    ($($file:ident),+ $(,)?) => {
        $(
            #[expect(missing_docs, reason = "their names say what must hold")]
            #[expect(clippy::missing_panics_doc, reason = "they panic when it does not")]
            #[expect(clippy::unwrap_used, reason = "they are tests")]
            pub mod $file;
        )+
    };
}

behaviours_in!(
    access,
    changes,
    collections,
    editing,
    files,
    grants,
    imports,
    jobs,
    leases,
    likes,
    listing,
    maintenance,
    photos,
    random,
    removal,
    statistics,
    topics,
    usage,
    users,
);

use std::{
    any::Any,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use tintype_domain::{
    Clock, Collection, CollectionId, Page, Photo, PhotoId, PhotoOrder, Subject, Timestamp, Topic,
    User, UserId,
};

use crate::{Inserted, Membership, PhotoFilter, Store};

pub use samples::{Samples, collection, dataset_photo, job, photo, topic, user};
use samples::{at, checksum};

/// A fresh, empty store, with the clock that it runs on.
pub struct ContractStore {
    /// The store.
    pub store: Arc<dyn Store>,
    /// Its clock, which stands still until it is moved.
    pub clock: Arc<ContractClock>,
    samples: Mutex<Samples>,
    guard: Box<dyn Any + Send + Sync>,
}

impl ContractStore {
    /// A store; `guard` is kept as long as the store is in use (its folder, its server).
    pub fn new(
        store: Arc<dyn Store>,
        clock: Arc<ContractClock>,
        guard: impl Any + Send + Sync,
    ) -> Self {
        Self { store, clock, samples: Mutex::default(), guard: Box::new(guard) }
    }

    /// The store, for a task of its own.
    fn handle(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store)
    }

    fn samples(&self) -> std::sync::MutexGuard<'_, Samples> {
        self.samples.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new user, saved.
    async fn new_user(&self) -> User {
        let user = self.samples().user();
        self.store.insert_user(&user, None).await.expect("a new user is saved");
        user
    }

    /// A new photo, saved.
    async fn new_photo(&self, owner: &User) -> Photo {
        self.new_photo_with(owner, |_| {}).await
    }

    /// A new photo, changed by `change` and saved.
    async fn new_photo_with(&self, owner: &User, change: impl FnOnce(&mut Photo)) -> Photo {
        let mut photo = self.samples().photo(owner);
        change(&mut photo);
        let inserted = self.store.insert_photo(&photo, &Membership::default(), &[]).await;
        assert_eq!(inserted.expect("a new photo is saved"), Inserted::New);
        photo
    }

    /// Some new photos, each a second younger than the last.
    async fn new_photos(&self, owner: &User, count: usize) -> Vec<Photo> {
        let mut photos = Vec::new();
        for _ in 0..count {
            photos.push(self.new_photo(owner).await);
        }
        photos
    }

    /// A new public collection, saved.
    async fn new_collection(&self, owner: &User) -> Collection {
        let collection = self.samples().collection(owner);
        self.store.insert_collection(&collection).await.expect("a new collection is saved");
        collection
    }

    /// A new visible topic, saved.
    async fn new_topic(&self, owner: &User) -> Topic {
        let topic = self.samples().topic(owner);
        self.store.insert_topic(&topic).await.expect("a new topic is saved");
        topic
    }

    /// The user as the store has them now.
    async fn user_now(&self, id: &UserId) -> User {
        self.store.user(id).await.expect("users are found").expect("the user is there")
    }

    /// The photo as the store has it now.
    async fn photo_now(&self, id: &PhotoId) -> Photo {
        self.store.photo(id).await.expect("photos are found").expect("the photo is there")
    }

    /// The collection as the store has it now.
    async fn collection_now(&self, id: &CollectionId) -> Collection {
        let collection = self.store.collection(id).await.expect("collections are found");
        collection.expect("the collection is there")
    }

    /// The ids on the first page of a list, and its total.
    async fn listed(&self, filter: &PhotoFilter, order: PhotoOrder) -> (Vec<PhotoId>, u64) {
        let list = self.store.photos(filter, order, Page::first(30)).await.expect("a page is read");
        (ids(&list.items), list.total)
    }

    /// What was changed after `sequence`.
    async fn changed_after(&self, sequence: u64) -> Vec<Subject> {
        let changes = self.store.changes_after(sequence, 1000).await.expect("changes are read");
        changes.into_iter().map(|change| change.subject).collect()
    }

    /// Fails when a number is not what a recount says.
    async fn assert_exact(&self) {
        assert_eq!(self.store.drifts().await.expect("numbers are counted again"), []);
    }
}

/// What holds after every behaviour: no damage, and every number as a recount says.
///
/// # Panics
/// When it does not hold.
pub async fn all_is_well(store: &ContractStore) {
    store.assert_exact().await;
    let damages = store.store.damages().await.expect("the database checks itself");
    assert_eq!(damages, Vec::<String>::new());
}

/// The ids of photos.
fn ids(photos: &[Photo]) -> Vec<PhotoId> {
    photos.iter().map(|photo| photo.id.clone()).collect()
}

impl std::fmt::Debug for ContractStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ContractStore").field("guard", &self.guard).finish_non_exhaustive()
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct ContractClock(AtomicI64);

impl ContractClock {
    /// A clock that shows the contract's first moment, 1 February 2026.
    pub fn new() -> Self {
        Self(AtomicI64::new(START.as_micros()))
    }

    /// Moves it on.
    pub fn advance(&self, by: Duration) {
        self.0.fetch_add(by.as_micros() as i64, Ordering::Relaxed);
    }
}

impl Default for ContractClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for ContractClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}

/// The moment at which every contract begins: 2026-02-01T10:00:00Z.
pub const START: Timestamp = Timestamp::from_micros(1_769_940_000_000_000);
