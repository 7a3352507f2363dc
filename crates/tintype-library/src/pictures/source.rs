//! The file a rendering starts from: a named rendition, the master, or the original.

use bytes::Bytes;
use tintype_blobs::BlobKey;
use tintype_domain::{Checksum, MediaType, Photo};
use tintype_imaging::{Format, ImageParams, SourceChoice, best_source, ingest};

use super::image::ImageError;
use crate::Library;
use crate::taking_in::format;

/// Bytes to render from.
pub(super) struct SourceFile {
    pub(super) bytes: Bytes,
    pub(super) format: Format,
}

impl Library {
    /// Finds the smallest file that serves.
    pub(super) async fn source_file(
        &self,
        photo: &Photo,
        upload: (Checksum, MediaType),
        params: &ImageParams,
    ) -> Result<SourceFile, ImageError> {
        let (checksum, media_type) = upload;
        match best_source((photo.width, photo.height), params) {
            SourceChoice::Original => {
                let found = self.blobs().get(&BlobKey::Original(checksum)).await?;
                let bytes = found.ok_or(ImageError::Lost)?;
                Ok(SourceFile { bytes, format: format(media_type) })
            }
            SourceChoice::Master => {
                let bytes = self.master(checksum).await?;
                let format = Format::sniff(&bytes).ok_or(ImageError::Unreadable)?;
                Ok(SourceFile { bytes, format })
            }
        }
    }

    /// The master of an upload; made again from the original when it is gone.
    pub(crate) async fn master(&self, checksum: Checksum) -> Result<Bytes, ImageError> {
        let key = BlobKey::Master(checksum);
        if let Some(bytes) = self.blobs().get(&key).await? {
            return Ok(bytes);
        }
        let original = self.blobs().get(&BlobKey::Original(checksum)).await?;
        let original = original.ok_or(ImageError::Lost)?;
        let limits = self.decode_limits();
        let decoding = tokio::task::spawn_blocking(move || ingest(&original, &limits));
        let ingested = decoding.await.map_err(|_| ImageError::Unreadable)??;
        let bytes = Bytes::from(ingested.master.bytes);
        self.blobs().put(&key, bytes.clone()).await?;
        Ok(bytes)
    }
}
