//! `reindex`: the whole index afresh, built beside the old one and swapped in.

use tintype_domain::{CollectionId, PER_PAGE_MAX, Page, PhotoId};
use tintype_search::{Edit, IndexWriter, SearchError, WriterSettings};
use tintype_store::{CollectionFilter, StoreError};
use tokio::sync::mpsc;

use super::documents::{collection_document, user_document};
use super::follower::FollowError;
use crate::Library;

const PHOTOS_AT_ONCE: u32 = 1_000;

impl Library {
    /// Builds the index anew from the database. Searches go on in the old one until it is done.
    /// Says how many documents it holds.
    pub async fn rebuild_index(&self) -> Result<u64, FollowError> {
        // Read before the rows: a change that comes meanwhile is applied once more, never missed.
        let sequence = self.store().last_change().await?;
        let (sender, mut receiver) = mpsc::channel(2 * PHOTOS_AT_ONCE as usize);
        let folder = self.parts().index.folder().to_owned();
        let building = tokio::task::spawn_blocking(move || {
            let documents = std::iter::from_fn(|| receiver.blocking_recv());
            tintype_search::rebuild(&folder, WriterSettings::default(), documents, sequence)
        });
        let told = self.tell_everything(&sender).await;
        drop(sender);
        let built =
            building.await.unwrap_or_else(|panic| Err(SearchError::Failed(Box::new(panic))));
        let told = told?;
        built?;
        Ok(told)
    }

    /// Brings an index that is further behind than the feed reaches up to date.
    pub(super) async fn apply_everything(
        &self,
        writer: &mut IndexWriter,
    ) -> Result<usize, FollowError> {
        writer.rest()?;
        let told = self.rebuild_index().await?;
        Ok(usize::try_from(told).unwrap_or(usize::MAX).max(1))
    }

    /// Sends everything that is searched. Stops early when nobody listens any more.
    async fn tell_everything(&self, sender: &mpsc::Sender<Edit>) -> Result<u64, StoreError> {
        let mut told = 0;
        let mut after: Option<PhotoId> = None;
        loop {
            let photos = self.store().photos_after(after.as_ref(), PHOTOS_AT_ONCE).await?;
            let Some(last) = photos.last() else { break };
            after = Some(last.id.clone());
            let listed: Vec<_> =
                photos.into_iter().filter(tintype_domain::Photo::is_listed).collect();
            for document in self.photo_documents(&listed).await? {
                if sender.send(Edit::PutPhoto(Box::new(document))).await.is_err() {
                    return Ok(told);
                }
                told += 1;
            }
        }
        Ok(told + self.tell_people(sender).await? + self.tell_collections(sender).await?)
    }

    async fn tell_people(&self, sender: &mpsc::Sender<Edit>) -> Result<u64, StoreError> {
        let (mut told, mut page) = (0, Page::first(PER_PAGE_MAX));
        loop {
            let users = self.store().users(page).await?.items;
            if users.is_empty() {
                return Ok(told);
            }
            for user in users.iter().filter(|user| user.disabled_at.is_none()) {
                let _ = sender.send(Edit::PutUser(user_document(user))).await;
                told += 1;
            }
            page = page.at(page.number() + 1);
        }
    }

    async fn tell_collections(&self, sender: &mpsc::Sender<Edit>) -> Result<u64, StoreError> {
        let (mut told, mut page) = (0, Page::first(PER_PAGE_MAX));
        let mut seen = std::collections::HashSet::<CollectionId>::new();
        loop {
            let found = self.store().collections(&CollectionFilter::default(), page).await?.items;
            if found.is_empty() {
                return Ok(told);
            }
            for collection in found.iter().filter(|found| seen.insert(found.id.clone())) {
                let _ = sender.send(Edit::PutCollection(collection_document(collection))).await;
                told += 1;
            }
            page = page.at(page.number() + 1);
        }
    }
}
