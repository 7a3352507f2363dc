//! `verify`: rows, files, hashes and index, compared in both directions.

use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

use futures::TryStreamExt;
use sha2::{Digest, Sha256};
use tintype_blobs::{BlobError, BlobKey};
use tintype_domain::{Checksum, Photo, PhotoId, PublicOriginal, Source};
use tintype_search::{PhotoVersion, SearchError, SearchIndex, fingerprint};
use tintype_store::StoreError;

use crate::Library;

/// What a verification found. All is well when every list is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// Photos looked at.
    pub photos: u64,
    /// Photos whose original is not there.
    pub lost: Vec<String>,
    /// Photos whose original is not what was uploaded.
    pub torn: Vec<String>,
    /// Rows that cannot be right: of photos without their public original, or wrong counts.
    pub orphan_rows: Vec<String>,
    /// Files that no photo has.
    pub orphan_files: Vec<String>,
    /// Listed photos that search does not find.
    pub index_missing: Vec<String>,
    /// What search finds though it is gone or has changed, and damaged files of the index.
    pub index_stale: Vec<String>,
}

impl Verified {
    /// Whether all is well.
    pub fn is_well(&self) -> bool {
        let lists = [
            &self.lost,
            &self.torn,
            &self.orphan_rows,
            &self.orphan_files,
            &self.index_missing,
            &self.index_stale,
        ];
        lists.iter().all(|list| list.is_empty())
    }
}

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// The original is not there.
    Lost,
    /// The original is not what was uploaded.
    Torn,
    /// The public original is not there or not what it was.
    Public,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lost => "the original is missing",
            Self::Torn => "the original is not what was uploaded",
            Self::Public => "the public original is missing or not what it was",
        })
    }
}

/// Why a library could not be looked after.
#[derive(Debug, thiserror::Error)]
pub enum CareError {
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The files cannot be read.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// The index did not answer.
    #[error(transparent)]
    Search(#[from] SearchError),
}

const PHOTOS_AT_ONCE: u32 = 500;

impl Library {
    /// Compares everything with everything. `is_deep` reads every file and hashes it again;
    /// else sizes are compared. Files younger than `grace` may belong to an upload under way.
    pub async fn verify(&self, is_deep: bool, grace: Duration) -> Result<Verified, CareError> {
        let mut found = Verified::default();
        let mut indexed = self.ask_index(indexed_photos).await?;
        let mut after: Option<PhotoId> = None;
        loop {
            let photos = self.store().photos_after(after.as_ref(), PHOTOS_AT_ONCE).await?;
            let Some(last) = photos.last() else { break };
            after = Some(last.id.clone());
            self.verify_photos(&photos, is_deep, &mut indexed, &mut found).await?;
        }
        found.index_stale.extend(indexed.into_keys().map(|id| id.to_string()));
        if is_deep {
            let damaged = self.ask_index(SearchIndex::damaged_files).await?;
            found.index_stale.extend(damaged.iter().map(|file| format!("damaged file {file}")));
        }
        for orphan in self.orphans(grace).await? {
            let (kind, sum) = (orphan.key.kind().folder(), orphan.key.checksum());
            found.orphan_files.push(format!("{kind}/{sum}"));
        }
        for drift in self.store().drifts().await? {
            let (what, id, kept, counted) = (drift.what, drift.id, drift.kept, drift.counted);
            found.orphan_rows.push(format!("{what} of {id} is {kept}, a recount says {counted}"));
        }
        found.orphan_rows.extend(self.store().damages().await?);
        Ok(found)
    }

    async fn verify_photos(
        &self,
        photos: &[Photo],
        is_deep: bool,
        indexed: &mut HashMap<PhotoId, u64>,
        found: &mut Verified,
    ) -> Result<(), CareError> {
        found.photos += photos.len() as u64;
        for photo in photos {
            for damage in self.examine(photo, is_deep).await? {
                let list = match damage {
                    Damage::Lost => &mut found.lost,
                    Damage::Torn => &mut found.torn,
                    Damage::Public => &mut found.orphan_rows,
                };
                list.push(photo.id.to_string());
            }
        }
        let listed: Vec<Photo> = photos.iter().filter(|photo| photo.is_listed()).cloned().collect();
        for document in self.photo_documents(&listed).await? {
            match indexed.remove(&document.id) {
                None => found.index_missing.push(document.id.to_string()),
                Some(print) if print != fingerprint(&document) => {
                    found.index_stale.push(document.id.to_string());
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// Looks at the files of a photo; `is_deep` reads and hashes them.
    pub async fn examine(&self, photo: &Photo, is_deep: bool) -> Result<Vec<Damage>, CareError> {
        let Source::File { checksum, size_bytes, public, .. } = &photo.source else {
            return Ok(Vec::new());
        };
        let original = BlobKey::Original(*checksum);
        let mut damages = Vec::new();
        match self.is_whole(&original, *size_bytes, is_deep).await? {
            None => damages.push(Damage::Lost),
            Some(false) => damages.push(Damage::Torn),
            Some(true) => {}
        }
        if let PublicOriginal::Cut { checksum, size_bytes, .. } = public {
            let public = BlobKey::Public(*checksum);
            if self.is_whole(&public, *size_bytes, is_deep).await? != Some(true) {
                damages.push(Damage::Public);
            }
        }
        Ok(damages)
    }

    /// `None` when there is no such file.
    async fn is_whole(
        &self,
        key: &BlobKey,
        size_bytes: u64,
        is_deep: bool,
    ) -> Result<Option<bool>, BlobError> {
        let Some(meta) = self.blobs().meta(key).await? else { return Ok(None) };
        if meta.size_bytes != size_bytes || !is_deep {
            return Ok(Some(meta.size_bytes == size_bytes));
        }
        let Some(mut bytes) = self.blobs().stream(key, None).await? else { return Ok(None) };
        let mut hash = Sha256::new();
        while let Some(part) = bytes.try_next().await? {
            hash.update(&part);
        }
        Ok(Some(Checksum::from_bytes(hash.finalize().into()) == *key.checksum()))
    }
}

/// The photos in the index, each with the fingerprint of its document.
fn indexed_photos(index: &SearchIndex) -> Result<HashMap<PhotoId, u64>, SearchError> {
    let version = |found: Result<PhotoVersion, SearchError>| {
        found.map(|version| (version.id, version.fingerprint))
    };
    index.photo_versions()?.map(version).collect()
}
