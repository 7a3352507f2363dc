//! Following the change feed: whichever process holds the writer's lock applies changes in
//! batches and stores the sequence with each commit, so that after a kill it goes on from there.

use std::time::Duration;

use tintype_search::{Edit, IndexWriter, SearchError, WriterSettings};
use tintype_store::StoreError;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::Library;

/// Why the index could not follow.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Changes in a batch, that is in a commit.
const BATCH: u32 = 2_000;
/// Least time from one commit to the next: many small uploads share one.
const STEP: Duration = Duration::from_millis(400);
/// How long the writer keeps its memory when nothing comes.
const AWAKE: Duration = Duration::from_secs(5);
/// How often the lock is tried that another process holds.
const LOCK_STEP: Duration = Duration::from_millis(500);
const FAILED_STEP: Duration = Duration::from_secs(2);

impl Library {
    /// Keeps the index up with the database until stopped, whenever this process can get the
    /// writer's lock. Failures are logged and tried again.
    pub async fn follow_changes(&self, stop: CancellationToken) {
        let following = async {
            loop {
                let pause = match self.follow_while_ours().await {
                    Ok(()) => LOCK_STEP,
                    Err(error) => {
                        tracing::warn!(%error, "The search index could not follow: {error}");
                        FAILED_STEP
                    }
                };
                sleep(pause).await;
            }
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = following => {}
        }
    }

    /// Brings the index up to the change that is the last one now: by this process, or by
    /// waiting for the one that holds the lock.
    pub async fn catch_up_index(&self) -> Result<(), FollowError> {
        let target = self.store().last_change().await?;
        loop {
            if let Some(mut writer) = self.index_writer().await? {
                while self.apply_next(&mut writer).await? > 0 {}
                return Ok(());
            }
            let reached = self.ask_index(tintype_search::SearchIndex::sequence).await?;
            if reached >= target {
                return Ok(());
            }
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Up to which change the index is.
    pub async fn index_sequence(&self) -> Result<u64, SearchError> {
        self.ask_index(tintype_search::SearchIndex::sequence).await
    }

    /// Returns at once when another process holds the lock.
    async fn follow_while_ours(&self) -> Result<(), FollowError> {
        let Some(mut writer) = self.index_writer().await? else { return Ok(()) };
        let mut writes = self.store().writes();
        loop {
            writes.borrow_and_update();
            if self.apply_next(&mut writer).await? > 0 {
                sleep(STEP).await;
                continue;
            }
            // Changes by other processes tick too; without a tick there is nothing to look for.
            if timeout(AWAKE, writes.changed()).await.is_err() {
                writer.rest()?;
                let _ = timeout(Duration::from_mins(1), writes.changed()).await;
            }
        }
    }

    async fn index_writer(&self) -> Result<Option<IndexWriter>, FollowError> {
        match self.parts().index.open() {
            Ok(index) => Ok(index.try_writer(WriterSettings::default())?),
            Err(SearchError::NeedsRebuild(reason)) => {
                tracing::warn!(reason, "The search index is built anew");
                self.rebuild_index().await?;
                Ok(self.parts().index.open()?.try_writer(WriterSettings::default())?)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Applies the next batch; says how many changes it held.
    async fn apply_next(&self, writer: &mut IndexWriter) -> Result<usize, FollowError> {
        let reached = writer.sequence()?;
        if reached < self.store().trimmed_until().await? {
            return self.apply_everything(writer).await;
        }
        let changes = self.store().changes_after(reached, BATCH).await?;
        let Some(last) = changes.last() else { return Ok(0) };
        let edits = self.edits_for(&changes).await?;
        Self::apply(writer, edits, last.sequence)?;
        Ok(changes.len())
    }

    fn apply(writer: &mut IndexWriter, edits: Vec<Edit>, sequence: u64) -> Result<(), FollowError> {
        let apply = || writer.apply(edits, sequence);
        // A commit takes as long as its batch; where there are other threads, they take over.
        let flavor = tokio::runtime::Handle::current().runtime_flavor();
        if flavor == tokio::runtime::RuntimeFlavor::MultiThread {
            tokio::task::block_in_place(apply)?;
        } else {
            apply()?;
        }
        Ok(())
    }
}
