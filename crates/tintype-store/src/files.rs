//! Which files are spoken for: what keeps `gc` and uploads from getting in each other's way.

use std::pin::Pin;

use async_trait::async_trait;
use tintype_domain::{Checksum, Timestamp};

use crate::StoreError;

/// The ledger of files. A file is named by its SHA-256; a photo's upload and its public original
/// both count.
#[async_trait]
pub trait FileStore: Send + Sync {
    /// Says that a file of this checksum is about to be used by a photo. Until the photo is
    /// saved, or [`FileStore::close_upload`], or an hour has gone by, nobody deletes the file.
    async fn open_upload(&self, checksum: &Checksum, at: Timestamp) -> Result<(), StoreError>;

    /// Says that nothing came of it.
    async fn close_upload(&self, checksum: &Checksum) -> Result<(), StoreError>;

    /// Runs `delete` inside a write transaction in which no photo has this file and no upload
    /// of it is pending, and says whether it was run. Nobody can begin to use the file
    /// meanwhile.
    async fn delete_unused(
        &self,
        checksum: &Checksum,
        at: Timestamp,
        delete: Pin<Box<dyn Future<Output = ()> + Send>>,
    ) -> Result<bool, StoreError>;

    /// Of `checksums`, those that some photo has.
    async fn used(&self, checksums: &[Checksum]) -> Result<Vec<Checksum>, StoreError>;
}
