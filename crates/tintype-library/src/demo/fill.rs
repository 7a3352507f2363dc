//! Filling the demo: one job a scene, the first ones first.

use bytes::Bytes;
use tintype_domain::{Page, PhotoOrder};
use tintype_scenery::{Scene, catalogue, collections, photograph};
use tintype_store::{JobState, PhotoFilter, StoreError};

use super::scenes::{DemoAccess, batch_of};
use crate::Library;
use crate::access::AppError;
use crate::curation::CurationError;
use crate::jobs::{self, FillDemo};
use crate::people::PeopleError;
use crate::taking_in::UploadError;

/// Why the demo could not be filled.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// This is somebody's real library.
    #[error("this library is not a demo; the demo has a folder of its own")]
    NotADemo,
    /// Its people or topics are not there.
    #[error("the demo is not furnished yet")]
    NotFurnished,
    /// A picture was not taken in.
    #[error(transparent)]
    Upload(#[from] UploadError),
    /// Someone could not be added.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// A collection or topic could not be made.
    #[error(transparent)]
    Curation(#[from] CurationError),
    /// Its application could not be registered.
    #[error(transparent)]
    App(#[from] AppError),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Library {
    /// Furnishes the demo and queues a job for each scene that is not there yet.
    pub async fn open_demo(&self) -> Result<DemoAccess, DemoError> {
        let access = self.furnish_demo().await?;
        let mut missing = Vec::new();
        for (place, scene) in catalogue().iter().enumerate() {
            if !self.has_scene(scene).await? {
                let mut job = jobs::new_job(&FillDemo { scene: scene.slug() });
                // In the order of the catalogue, whose first scenes are the best to begin with.
                job.priority = job.priority.saturating_sub(i16::try_from(place).unwrap_or(0));
                missing.push(job);
            }
        }
        self.store().enqueue(&missing).await?;
        Ok(access)
    }

    /// Whether every scene is stored.
    pub async fn demo_is_full(&self) -> Result<bool, StoreError> {
        let counts = self.store().job_counts().await?;
        let kind = <FillDemo as tintype_queue::Job>::KIND;
        let is_open = |state| matches!(state, JobState::Ready | JobState::Running);
        Ok(!counts
            .iter()
            .any(|count| count.kind == kind && is_open(count.state) && count.count > 0))
    }

    /// Renders a scene and takes it in like any upload; twice is once.
    pub(crate) async fn fill_scene(&self, scene: &'static Scene) -> Result<(), DemoError> {
        if self.has_scene(scene).await? {
            return Ok(());
        }
        let owner = self.demo_user(scene.photographer).await?;
        let rendering = tokio::task::spawn_blocking(move || photograph(scene)).await;
        let file = Bytes::from(rendering.map_err(|_| DemoError::Upload(UploadError::Busy))?);
        let mut incoming = self.begin_import().await?;
        incoming.write(file).await?;
        let fields = self.fields_of_scene(scene).await?;
        let photo = self.upload(&owner, incoming, fields).await?.photo;
        self.collect_scene(scene, &photo.id).await?;
        if is_featured(scene) {
            self.feature_photo(&photo.id, true).await?;
        }
        Ok(())
    }

    pub(super) async fn has_scene(&self, scene: &Scene) -> Result<bool, StoreError> {
        Ok(self.photo_of_scene(scene).await?.is_some())
    }

    pub(super) async fn photo_of_scene(
        &self,
        scene: &Scene,
    ) -> Result<Option<tintype_domain::Photo>, StoreError> {
        let filter = PhotoFilter {
            batch: Some(batch_of(scene)),
            withdrawn: tintype_store::Withdrawn::Shown,
            ..PhotoFilter::default()
        };
        let found = self.store().photos(&filter, PhotoOrder::Oldest, Page::first(1)).await?;
        Ok(found.items.into_iter().next())
    }

    pub(super) async fn collect_scene(
        &self,
        scene: &Scene,
        photo: &tintype_domain::PhotoId,
    ) -> Result<(), DemoError> {
        for collection in collections() {
            if scene.collections.contains(&collection.slug) {
                let curator = self.demo_user(collection.curator).await?;
                if let Some(found) = self.collection_titled(&curator, collection.title).await? {
                    self.collect(&found.id, photo).await?;
                }
            }
        }
        Ok(())
    }
}

/// Every third scene is featured, so that the filter has something to find.
pub(super) fn is_featured(scene: &Scene) -> bool {
    let place = catalogue().iter().position(|other| other.slug() == scene.slug());
    place.is_some_and(|place| place.is_multiple_of(3))
}

/// The scene with this slug.
pub(crate) fn scene_with(slug: &str) -> Option<&'static Scene> {
    catalogue().iter().find(|scene| scene.slug() == slug)
}
