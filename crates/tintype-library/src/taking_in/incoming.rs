//! An upload while it is still coming.

use bytes::Bytes;
use tintype_blobs::{Staged, Staging};
use tintype_domain::UserId;

use super::UploadError;
use crate::Library;

/// A picture on its way in. Dropped before it is whole, it leaves nothing behind.
#[derive(Debug)]
pub struct Incoming {
    staging: Staging,
    most_bytes: u64,
}

impl Library {
    /// Begins to take a picture in from `owner`.
    pub async fn begin_upload(&self, owner: &UserId) -> Result<Incoming, UploadError> {
        let limits = &self.settings().limits;
        let admitted =
            self.parts().uploads.admit(owner, limits.uploads_per_hour, self.clock().now());
        admitted.map_err(|retry_after| UploadError::TooOften { retry_after })?;
        self.begin_import().await
    }

    /// How many more pictures `owner` may send in this hour.
    pub fn uploads_left(&self, owner: &UserId) -> u32 {
        let limit = self.settings().limits.uploads_per_hour;
        self.parts().uploads.left(owner, limit, self.clock().now())
    }

    /// Begins to take a picture in from this machine: an import has no quota.
    pub(crate) async fn begin_import(&self) -> Result<Incoming, UploadError> {
        let staging = self.blobs().stage(self.chance()).await?;
        Ok(Incoming { staging, most_bytes: self.settings().limits.upload_bytes })
    }
}

impl Incoming {
    /// Takes the next bytes; refuses at once when there are too many.
    pub async fn write(&mut self, bytes: Bytes) -> Result<(), UploadError> {
        if self.staging.size_bytes() + bytes.len() as u64 > self.most_bytes {
            return Err(UploadError::TooManyBytes { max: self.most_bytes });
        }
        Ok(self.staging.write(bytes).await?)
    }

    pub(super) async fn finish(self) -> Result<Staged, UploadError> {
        if self.staging.size_bytes() == 0 {
            return Err(UploadError::Picture(tintype_imaging::PictureError::Empty));
        }
        Ok(self.staging.finish().await?)
    }
}
