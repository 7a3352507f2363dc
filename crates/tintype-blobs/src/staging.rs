//! A file on its way in: written under `tmp/`, hashed as it comes, nameless until it is whole.

use bytes::Bytes;
use object_store::{MultipartUpload, PutPayload, path::Path};
use sha2::{Digest, Sha256};
use tintype_domain::Checksum;

use crate::BlobError;

/// How much is gathered before it is written.
const PART_BYTES: usize = 1 << 20;

/// A file being written. Dropped before [`Staging::finish`], it leaves nothing behind.
#[derive(Debug)]
pub struct Staging {
    upload: Box<dyn MultipartUpload>,
    path: Path,
    hash: Sha256,
    size_bytes: u64,
    pending: Vec<Bytes>,
    pending_bytes: usize,
}

/// A whole file under `tmp/`, waiting for its place.
#[derive(Debug)]
pub struct Staged {
    pub(crate) path: Path,
    /// SHA-256 of its bytes.
    pub checksum: Checksum,
    /// Its size.
    pub size_bytes: u64,
}

impl Staging {
    pub(crate) fn new(upload: Box<dyn MultipartUpload>, path: Path) -> Self {
        let (hash, pending) = (Sha256::new(), Vec::new());
        Self { upload, path, hash, size_bytes: 0, pending, pending_bytes: 0 }
    }

    /// Appends bytes.
    pub async fn write(&mut self, bytes: Bytes) -> Result<(), BlobError> {
        self.hash.update(&bytes);
        self.size_bytes += bytes.len() as u64;
        self.pending_bytes += bytes.len();
        self.pending.push(bytes);
        if self.pending_bytes >= PART_BYTES { self.flush().await } else { Ok(()) }
    }

    /// How many bytes have come so far.
    pub const fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// Ends the file: flushed to disk, its checksum known.
    pub async fn finish(mut self) -> Result<Staged, BlobError> {
        self.flush().await?;
        self.upload.complete().await?;
        let checksum = Checksum::from_bytes(self.hash.finalize().into());
        Ok(Staged { path: self.path, checksum, size_bytes: self.size_bytes })
    }

    async fn flush(&mut self) -> Result<(), BlobError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        self.pending_bytes = 0;
        let payload: PutPayload = self.pending.drain(..).collect();
        Ok(self.upload.put_part(payload).await?)
    }
}
