//! Makes the sizes that the API names. Running it twice is harmless.

use std::time::Duration;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use tintype_blobs::BlobKey;
use tintype_domain::{Checksum, PhotoId};
use tintype_queue::{Job, JobContext, JobError};

use crate::{ImageError, Library};

/// The named renditions of one photo.
#[derive(Debug, Serialize, Deserialize)]
pub struct RenderRenditions {
    /// The photo.
    pub photo: String,
}

impl Job for RenderRenditions {
    const KIND: &'static str = "render_renditions";
    const TIMEOUT: Duration = Duration::from_mins(2);
    type Env = Library;

    fn unique_key(&self) -> Option<String> {
        Some(self.photo.clone())
    }

    async fn run(&self, library: &Library, _ctx: &JobContext) -> Result<(), JobError> {
        let id =
            PhotoId::parse(&self.photo).map_err(|error| JobError::give_up(error.to_string()))?;
        let photo = library.store().photo(&id).await?;
        let Some(checksum) = photo.and_then(|photo| photo.source.checksum()) else {
            return Ok(()); // Deleted since it was queued, or a dataset's.
        };
        library.make_renditions(checksum).await
    }
}

impl Library {
    /// Makes the named renditions of an upload from its master, those that are there too.
    pub(crate) async fn make_renditions(&self, checksum: Checksum) -> Result<(), JobError> {
        let master = match self.master(checksum).await {
            Ok(master) => master,
            Err(ImageError::Lost) => return Err(JobError::give_up("the original is missing")),
            Err(error) => return Err(JobError::retry(error)),
        };
        let work = move || tintype_imaging::renditions(&master);
        let made = tokio::task::spawn_blocking(work).await.map_err(JobError::retry)?;
        for rendition in made.map_err(|error| JobError::give_up(error.to_string()))? {
            let key = BlobKey::Rendition(checksum, rendition.width);
            self.blobs().put(&key, Bytes::from(rendition.bytes)).await.map_err(JobError::retry)?;
        }
        Ok(())
    }
}
