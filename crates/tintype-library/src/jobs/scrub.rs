//! Reads every original again and compares its hash: bit rot is found while a backup still has
//! the file. Goes through the library in short steps, each a job that queues the next.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use tintype_domain::PhotoId;
use tintype_queue::{Job, JobContext, JobError};

use crate::Library;

/// One step of a scrub.
#[derive(Debug, Serialize, Deserialize)]
pub struct Scrub {
    /// The last photo that was looked at.
    pub after: Option<String>,
}

const PHOTOS_A_STEP: u32 = 200;

impl Job for Scrub {
    const KIND: &'static str = "scrub";
    const PRIORITY: i16 = -20;
    const TIMEOUT: Duration = Duration::from_mins(30);
    type Env = Library;

    fn unique_key(&self) -> Option<String> {
        Some(self.after.clone().unwrap_or_default())
    }

    async fn run(&self, library: &Library, _ctx: &JobContext) -> Result<(), JobError> {
        let after = self.after.as_deref().map(PhotoId::parse).transpose();
        let after = after.map_err(|error| JobError::give_up(error.to_string()))?;
        let photos = library.store().photos_after(after.as_ref(), PHOTOS_A_STEP).await?;
        for photo in &photos {
            for damage in library.examine(photo, true).await.map_err(JobError::retry)? {
                tracing::error!(photo.id = %photo.id, %damage, "A file of photo {} is damaged", photo.id);
            }
        }
        if let Some(last) = photos.last() {
            let next = Self { after: Some(last.id.to_string()) };
            library.store().enqueue(&[next.to_new_job()]).await?;
        }
        Ok(())
    }
}
