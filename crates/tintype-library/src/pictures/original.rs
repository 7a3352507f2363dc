//! The public original, sent as it is, whole or in parts.

use std::ops::Range;

use bytes::Bytes;
use futures::stream::BoxStream;
use tintype_blobs::{BlobError, BlobKey};
use tintype_domain::{MediaType, Photo, PublicOriginal, Source};

use super::image::ImageError;
use crate::Library;

/// A public original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Original {
    key: BlobKey,
    /// Its size.
    pub size_bytes: u64,
    /// Its kind.
    pub media_type: MediaType,
}

impl Original {
    /// A strong validator, without quotes: the file's own checksum.
    pub fn etag(&self) -> String {
        self.key.checksum().to_string()
    }
}

impl Library {
    /// What the public gets as the original of a photo; `None` when it has no file.
    pub fn original(&self, photo: &Photo) -> Option<Original> {
        match &photo.source {
            Source::File { checksum, size_bytes, media_type, public } => Some(match *public {
                PublicOriginal::AsReceived => Original {
                    key: BlobKey::Original(*checksum),
                    size_bytes: *size_bytes,
                    media_type: *media_type,
                },
                PublicOriginal::Cut { checksum, size_bytes, media_type } => {
                    Original { key: BlobKey::Public(checksum), size_bytes, media_type }
                }
            }),
            Source::Dataset { .. } => None,
        }
    }

    /// The bytes of an original, or of a part of it, piece by piece.
    pub async fn original_bytes(
        &self,
        original: &Original,
        range: Option<Range<u64>>,
    ) -> Result<BoxStream<'static, Result<Bytes, BlobError>>, ImageError> {
        self.blobs().stream(&original.key, range).await?.ok_or(ImageError::Lost)
    }
}
