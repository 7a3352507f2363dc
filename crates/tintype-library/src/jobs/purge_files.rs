//! Deletes the files of a deleted photo, unless another photo has them. Running it twice is
//! harmless.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use tintype_blobs::{BlobKey, Blobs};
use tintype_domain::{Checksum, Photo, PublicOriginal, Source};
use tintype_imaging::RENDITION_WIDTHS;
use tintype_queue::{Job, JobContext, JobError};

use crate::Library;

/// Files that a photo had.
#[derive(Debug, Serialize, Deserialize)]
pub struct PurgeFiles {
    /// SHA-256 of the upload.
    pub original: String,
    /// SHA-256 of the public original, when it was another file.
    pub public: Option<String>,
}

impl PurgeFiles {
    /// The files of this photo; `None` when it has none.
    pub fn of(photo: &Photo) -> Option<Self> {
        let Source::File { checksum, public, .. } = &photo.source else { return None };
        let public = match public {
            PublicOriginal::Cut { checksum, .. } => Some(checksum.to_string()),
            PublicOriginal::AsReceived => None,
        };
        Some(Self { original: checksum.to_string(), public })
    }
}

impl Job for PurgeFiles {
    const KIND: &'static str = "purge_files";
    const TIMEOUT: Duration = Duration::from_mins(2);
    type Env = Library;

    async fn run(&self, library: &Library, _ctx: &JobContext) -> Result<(), JobError> {
        let sums = [Some(&self.original), self.public.as_ref()];
        for sum in sums.into_iter().flatten() {
            let sum = Checksum::parse(sum).map_err(|error| JobError::give_up(error.to_string()))?;
            library.delete_files_of(sum).await?;
        }
        Ok(())
    }
}

impl Library {
    /// Deletes everything that goes by this checksum, if no photo has it and no upload of it is
    /// pending. Says whether it did.
    pub(crate) async fn delete_files_of(
        &self,
        checksum: Checksum,
    ) -> Result<bool, tintype_store::StoreError> {
        let blobs = self.blobs().clone();
        let delete = Box::pin(async move { delete_all(&blobs, checksum).await });
        self.store().delete_unused(&checksum, self.clock().now(), delete).await
    }
}

/// The original goes last: as long as it is there, `gc` finds what else was left.
async fn delete_all(blobs: &Blobs, checksum: Checksum) {
    let renditions = RENDITION_WIDTHS.into_iter().map(|width| BlobKey::Rendition(checksum, width));
    let rest = [BlobKey::Master(checksum), BlobKey::Public(checksum), BlobKey::Original(checksum)];
    for key in renditions.chain(rest) {
        if let Err(error) = blobs.delete(&key).await {
            tracing::warn!(%error, blob.checksum = %checksum, "A file could not be deleted yet");
        }
    }
}
