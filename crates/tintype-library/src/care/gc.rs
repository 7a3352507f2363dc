//! `gc`: files that nobody uses, past their grace.

use std::collections::HashSet;
use std::time::Duration;

use futures::{StreamExt, TryStreamExt};
use tintype_blobs::{BlobKey, BlobKind, BlobMeta};
use tintype_domain::{Checksum, Timestamp};
use tintype_store::StoreError;

use super::CareError;
use crate::Library;

/// A file that nobody uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orphan {
    /// The file.
    pub key: BlobKey,
    /// Its size.
    pub size_bytes: u64,
}

/// What a sweep did, or would do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Files deleted.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// Kinds that go by the checksum of an upload or of a public original.
const SWEPT_KINDS: [BlobKind; 4] =
    [BlobKind::Rendition, BlobKind::Master, BlobKind::Public, BlobKind::Original];
const FILES_AT_ONCE: usize = 500;

impl Library {
    /// Files that nobody uses and that are older than `grace`.
    pub async fn orphans(&self, grace: Duration) -> Result<Vec<Orphan>, CareError> {
        let before = self.clock().now().minus(grace);
        let mut orphans = Vec::new();
        for kind in SWEPT_KINDS {
            let mut parts = self.blobs().list(kind).try_chunks(FILES_AT_ONCE);
            while let Some(part) = parts.next().await {
                let part = part.map_err(|error| CareError::Blob(error.1))?;
                orphans.extend(self.unused_of(&part, before).await?);
            }
        }
        Ok(orphans)
    }

    /// Deletes files that nobody uses and that are older than `grace`, and what broken-off
    /// uploads left. A file that is wanted meanwhile stays: the ledger decides, one by one.
    pub async fn sweep(&self, grace: Duration) -> Result<Swept, CareError> {
        let mut swept = Swept::default();
        for orphan in self.orphans(grace).await? {
            if self.delete_files_of(*orphan.key.checksum()).await? {
                swept.files += 1;
                swept.bytes += orphan.size_bytes;
            }
        }
        let staging = grace.max(tintype_blobs::Blobs::STAGING_GRACE);
        swept.files += self.blobs().sweep_staging(self.clock().now().minus(staging)).await?;
        Ok(swept)
    }

    async fn unused_of(
        &self,
        files: &[(BlobKey, BlobMeta)],
        before: Timestamp,
    ) -> Result<Vec<Orphan>, StoreError> {
        let sums: HashSet<Checksum> = files.iter().map(|(key, _)| *key.checksum()).collect();
        let sums: Vec<Checksum> = sums.into_iter().collect();
        let used: HashSet<Checksum> = self.store().used(&sums).await?.into_iter().collect();
        let is_orphan = |(key, meta): &&(BlobKey, BlobMeta)| {
            !used.contains(key.checksum()) && meta.modified_at <= before
        };
        let orphan =
            |(key, meta): &(BlobKey, BlobMeta)| Orphan { key: *key, size_bytes: meta.size_bytes };
        Ok(files.iter().filter(is_orphan).map(orphan).collect())
    }
}
