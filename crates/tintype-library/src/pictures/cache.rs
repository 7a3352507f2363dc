//! Pictures made on request, kept on disk up to a set size; the oldest go first.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use bytes::Bytes;
use futures::TryStreamExt;
use tintype_blobs::{BlobError, BlobKey, BlobKind, Blobs};
use tintype_domain::Checksum;

/// Size of a blob that says its own media type: one byte of it goes before the picture.
const MEDIA_TYPES: [&str; 9] = [
    "image/jpeg",
    "image/png",
    "image/webp",
    "application/json",
    "text/plain; charset=utf-8",
    "text/css; charset=utf-8",
    "image/gif",
    "image/avif",
    "image/jxl",
];

/// The cache's bookkeeping; the pictures are blobs.
pub(super) struct DiskCache {
    most_bytes: u64,
    held_bytes: AtomicU64,
    is_counted: AtomicBool,
    is_sweeping: AtomicBool,
}

impl DiskCache {
    pub(super) fn new(most_bytes: u64) -> Self {
        Self {
            most_bytes,
            held_bytes: AtomicU64::new(0),
            is_counted: AtomicBool::new(false),
            is_sweeping: AtomicBool::new(false),
        }
    }

    pub(super) async fn get(
        &self,
        blobs: &Blobs,
        key: Checksum,
    ) -> Result<Option<(Bytes, &'static str)>, BlobError> {
        let Some(mut bytes) = blobs.get(&BlobKey::Cached(key)).await? else { return Ok(None) };
        if bytes.is_empty() {
            return Ok(None);
        }
        let kind = usize::from(bytes.split_to(1)[0]);
        Ok(MEDIA_TYPES.get(kind).map(|media_type| (bytes, *media_type)))
    }

    /// Keeps a picture. What has an unknown media type, or alone would fill the cache, is not kept.
    pub(super) async fn keep(
        &self,
        blobs: &Blobs,
        key: Checksum,
        bytes: &Bytes,
        media_type: &str,
    ) -> Result<(), BlobError> {
        let kind = MEDIA_TYPES.iter().position(|known| *known == media_type);
        let Some(kind) = kind.filter(|_| bytes.len() as u64 * 4 <= self.most_bytes) else {
            return Ok(());
        };
        let mut marked = Vec::with_capacity(bytes.len() + 1);
        marked.push(kind as u8);
        marked.extend_from_slice(bytes);
        blobs.put(&BlobKey::Cached(key), marked.into()).await?;
        let held = self.held_bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        let is_counted = self.is_counted.swap(true, Ordering::Relaxed);
        if !is_counted || held + bytes.len() as u64 > self.most_bytes {
            self.sweep(blobs).await?;
        }
        Ok(())
    }

    /// Counts what is there and deletes the oldest until a tenth is free.
    async fn sweep(&self, blobs: &Blobs) -> Result<(), BlobError> {
        if self.is_sweeping.swap(true, Ordering::Acquire) {
            return Ok(());
        }
        let swept = self.sweep_alone(blobs).await;
        self.is_sweeping.store(false, Ordering::Release);
        swept
    }

    async fn sweep_alone(&self, blobs: &Blobs) -> Result<(), BlobError> {
        let mut found: Vec<_> = blobs.list(BlobKind::Cached).try_collect().await?;
        let mut held: u64 = found.iter().map(|(_, meta)| meta.size_bytes).sum();
        if held > self.most_bytes {
            found.sort_by_key(|(_, meta)| meta.modified_at);
            for (key, meta) in found {
                if held <= self.most_bytes / 10 * 9 {
                    break;
                }
                blobs.delete(&key).await?;
                held -= meta.size_bytes;
            }
        }
        self.held_bytes.store(held, Ordering::Relaxed);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_full_cache_lets_the_oldest_go() {
        let (blobs, cache) = (Blobs::in_memory(), DiskCache::new(1_000));
        let key = |n: u8| Checksum::from_bytes([n; 32]);
        for n in 0..20 {
            let bytes = Bytes::from(vec![n; 100]);
            cache.keep(&blobs, key(n), &bytes, "image/webp").await.unwrap();
        }
        let found: Vec<_> = blobs.list(BlobKind::Cached).try_collect().await.unwrap();
        let held: u64 = found.iter().map(|(_, meta)| meta.size_bytes).sum();
        assert!(held <= 1_000, "{held} bytes are held");
        let newest = cache.get(&blobs, key(19)).await.unwrap().unwrap();
        assert_eq!(newest, (Bytes::from(vec![19; 100]), "image/webp"));
    }

    #[tokio::test]
    async fn what_would_fill_the_cache_alone_is_not_kept() {
        let (blobs, cache) = (Blobs::in_memory(), DiskCache::new(1_000));
        let key = Checksum::from_bytes([0; 32]);
        cache.keep(&blobs, key, &Bytes::from(vec![0; 500]), "image/webp").await.unwrap();
        assert!(cache.get(&blobs, key).await.unwrap().is_none());
    }
}
