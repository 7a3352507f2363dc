//! The files themselves: put, get, list, delete.

use std::ops::Range;
use std::path::Path as FsPath;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures::stream::{BoxStream, StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt};
use tintype_domain::{Chance, Timestamp};

use crate::{BlobError, BlobKey, BlobKind, Staged, Staging};

const STAGING_FOLDER: &str = "tmp";

/// All files of a library. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Blobs {
    durable: Arc<dyn ObjectStore>,
    // What can be made again need not survive a power cut.
    hasty: Arc<dyn ObjectStore>,
}

/// What is known of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlobMeta {
    /// Its size.
    pub size_bytes: u64,
    /// When it was last written.
    pub modified_at: Timestamp,
}

impl Blobs {
    /// Files in a folder, which is made when it is not there.
    pub fn in_folder(folder: &FsPath) -> Result<Self, BlobError> {
        let failed = |source| BlobError::Folder { path: folder.display().to_string(), source };
        let kinds = BlobKind::ALL.iter().map(|kind| kind.folder());
        for name in kinds.chain([STAGING_FOLDER]) {
            std::fs::create_dir_all(folder.join(name)).map_err(failed)?;
        }
        let local = || LocalFileSystem::new_with_prefix(folder);
        Ok(Self { durable: Arc::new(local()?.with_fsync(true)), hasty: Arc::new(local()?) })
    }

    /// Files that go with the process.
    pub fn in_memory() -> Self {
        let memory: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
        Self { durable: memory.clone(), hasty: memory }
    }

    /// Begins a file whose name is not known yet.
    pub async fn stage(&self, chance: &dyn Chance) -> Result<Staging, BlobError> {
        let name = format!("{:016x}{:016x}", chance.number(), chance.number());
        let path = Path::from_iter([STAGING_FOLDER, name.as_str()]);
        Ok(Staging::new(self.durable.put_multipart(&path).await?, path))
    }

    /// Gives a staged file its place. A file that lies there already holds the same bytes and is
    /// replaced, which makes it young again.
    pub async fn keep(&self, staged: Staged, key: &BlobKey) -> Result<(), BlobError> {
        Ok(self.durable.rename(&staged.path, &key.path()).await?)
    }

    /// Reads a staged file back.
    pub async fn read_staged(&self, staged: &Staged) -> Result<Bytes, BlobError> {
        Ok(self.durable.get(&staged.path).await?.bytes().await?)
    }

    /// Throws a staged file away.
    pub async fn discard(&self, staged: Staged) -> Result<(), BlobError> {
        absent_is_fine(self.durable.delete(&staged.path).await)
    }

    /// Writes a whole file.
    pub async fn put(&self, key: &BlobKey, bytes: Bytes) -> Result<(), BlobError> {
        self.of(key.kind()).put(&key.path(), bytes.into()).await?;
        Ok(())
    }

    /// Reads a whole file; `None` when there is none.
    pub async fn get(&self, key: &BlobKey) -> Result<Option<Bytes>, BlobError> {
        match self.of(key.kind()).get(&key.path()).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads a part of a file, piece by piece; `None` when there is no such file.
    pub async fn stream(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
    ) -> Result<Option<BoxStream<'static, Result<Bytes, BlobError>>>, BlobError> {
        let options = GetOptions { range: range.map(GetRange::Bounded), ..GetOptions::default() };
        match self.of(key.kind()).get_opts(&key.path(), options).await {
            Ok(found) => Ok(Some(found.into_stream().map_err(BlobError::from).boxed())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Size and age of a file; `None` when there is none.
    pub async fn meta(&self, key: &BlobKey) -> Result<Option<BlobMeta>, BlobError> {
        match self.of(key.kind()).head(&key.path()).await {
            Ok(meta) => Ok(Some(meta_of(&meta))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes a file; one that is not there is deleted already.
    pub async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        absent_is_fine(self.of(key.kind()).delete(&key.path()).await)
    }

    /// Every file of a kind, in no order. Files that are not ours are passed over.
    pub fn list(
        &self,
        kind: BlobKind,
    ) -> BoxStream<'static, Result<(BlobKey, BlobMeta), BlobError>> {
        let found = self.of(kind).list(Some(&Path::from(kind.folder())));
        let ours = |meta: object_store::ObjectMeta| async move {
            Ok(BlobKey::parse(&meta.location).map(|key| (key, meta_of(&meta))))
        };
        found.map_err(BlobError::from).try_filter_map(ours).boxed()
    }

    /// Deletes files under `tmp/` that were begun before `before`: their writers are gone. Says
    /// how many.
    pub async fn sweep_staging(&self, before: Timestamp) -> Result<u64, BlobError> {
        let mut found = self.durable.list(Some(&Path::from(STAGING_FOLDER)));
        let mut swept = 0;
        while let Some(meta) = found.try_next().await? {
            if meta_of(&meta).modified_at < before {
                absent_is_fine(self.durable.delete(&meta.location).await)?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    /// How long a staged file may be worked on before it counts as left over.
    pub const STAGING_GRACE: Duration = Duration::from_hours(1);

    fn of(&self, kind: BlobKind) -> &Arc<dyn ObjectStore> {
        match kind {
            BlobKind::Cached => &self.hasty,
            _ => &self.durable,
        }
    }
}

fn meta_of(meta: &object_store::ObjectMeta) -> BlobMeta {
    let modified_at = Timestamp::from_micros(meta.last_modified.timestamp_micros());
    BlobMeta { size_bytes: meta.size, modified_at }
}

fn absent_is_fine(result: Result<(), object_store::Error>) -> Result<(), BlobError> {
    match result {
        Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;
    impl Chance for Fixed {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(7);
        }
    }

    fn in_temp_folder() -> (tempfile::TempDir, Blobs) {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::in_folder(folder.path()).unwrap();
        (folder, blobs)
    }

    async fn staged(blobs: &Blobs, text: &'static str) -> Staged {
        let mut staging = blobs.stage(&Fixed).await.unwrap();
        staging.write(Bytes::from_static(text.as_bytes())).await.unwrap();
        staging.finish().await.unwrap()
    }

    #[tokio::test]
    async fn a_staged_file_is_found_under_its_checksum() {
        let (_folder, blobs) = in_temp_folder();
        let file = staged(&blobs, "tintype").await;
        let key = BlobKey::Original(file.checksum);
        blobs.keep(file, &key).await.unwrap();
        assert_eq!(blobs.get(&key).await.unwrap().unwrap(), "tintype");
        assert_eq!(blobs.meta(&key).await.unwrap().unwrap().size_bytes, 7);
        let listed: Vec<_> = blobs.list(BlobKind::Original).try_collect().await.unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].0, key);
    }

    #[tokio::test]
    async fn an_upload_that_breaks_off_leaves_nothing() {
        let (folder, blobs) = in_temp_folder();
        let mut staging = blobs.stage(&Fixed).await.unwrap();
        staging.write(Bytes::from(vec![0; 3 << 20])).await.unwrap();
        drop(staging);
        let left = || std::fs::read_dir(folder.path().join("tmp")).unwrap().count();
        for _ in 0..100 {
            if left() == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{} files were left", left());
    }

    #[tokio::test]
    async fn left_over_files_are_swept_by_age() {
        let (_folder, blobs) = in_temp_folder();
        let file = staged(&blobs, "left over").await;
        assert_eq!(blobs.sweep_staging(Timestamp::from_micros(0)).await.unwrap(), 0);
        assert_eq!(blobs.sweep_staging(Timestamp::from_micros(i64::MAX)).await.unwrap(), 1);
        assert!(blobs.read_staged(&file).await.is_err());
    }

    #[tokio::test]
    async fn a_part_of_a_file_can_be_read() {
        let (_folder, blobs) = in_temp_folder();
        let key = BlobKey::Master(tintype_domain::Checksum::from_bytes([1; 32]));
        blobs.put(&key, Bytes::from_static(b"0123456789")).await.unwrap();
        let stream = blobs.stream(&key, Some(2..5)).await.unwrap().unwrap();
        let parts: Vec<Bytes> = stream.try_collect().await.unwrap();
        assert_eq!(parts.concat(), b"234");
        blobs.delete(&key).await.unwrap();
        blobs.delete(&key).await.unwrap();
        assert!(blobs.get(&key).await.unwrap().is_none());
    }

    #[test]
    fn a_folder_that_cannot_be_used_is_named() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let error = Blobs::in_folder(&file.path().join("below-a-file")).unwrap_err();
        assert!(error.to_string().contains("below-a-file"), "{error}");
    }
}
