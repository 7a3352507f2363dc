//! The writing side: edits in batches, each batch one commit that holds its place in the feed.

use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};

use crate::encode::Encoder;
use crate::folder::{Lock, Pointer};
use crate::index::{SearchIndex, sequence_of};
use crate::kind::Kind;
use crate::{Edit, SearchError};

/// How much the writer may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WriterSettings {
    /// Memory for documents that are not yet on disk; at least 15 MB. More makes large imports
    /// faster; it is used only between the first edit of a batch and its commit.
    pub heap_bytes: usize,
}

impl Default for WriterSettings {
    fn default() -> Self {
        Self { heap_bytes: 32_000_000 }
    }
}

/// The one writer. Dropping it lets another process write.
pub struct IndexWriter {
    index: SearchIndex,
    settings: WriterSettings,
    encoder: Encoder,
    awake: Option<Awake>,
    /// The generation whose sequence was last told.
    told: Option<Pointer>,
    _lock: Lock,
}

type Inner = tantivy::IndexWriter;

/// The index library's writer, with its threads, for one generation.
struct Awake {
    pointer: Pointer,
    inner: Inner,
}

impl IndexWriter {
    pub(crate) fn new(index: SearchIndex, lock: Lock, settings: WriterSettings) -> Self {
        let encoder = Encoder::new(*index.fields());
        Self { index, settings, encoder, awake: None, told: None, _lock: lock }
    }

    /// Up to which change the index is; go on from the one after. Ask before each batch: a rebuild
    /// by another process moves it.
    pub fn sequence(&mut self) -> Result<u64, SearchError> {
        let sequence = self.index.sequence()?;
        self.told = Some(self.index.opened().pointer.clone());
        Ok(sequence)
    }

    /// Applies a batch, in order, and notes that the index is up to `sequence`: one commit, on
    /// disk and visible to this process's searches when this returns. When it fails, nothing of the
    /// batch was applied.
    ///
    /// [`SearchError::Replaced`]: the index was rebuilt since [`Self::sequence`] was asked.
    pub fn apply(
        &mut self,
        edits: impl IntoIterator<Item = Edit>,
        sequence: u64,
    ) -> Result<(), SearchError> {
        self.index.refresh()?;
        let pointer = self.index.opened().pointer.clone();
        if self.told.as_ref().is_some_and(|told| *told != pointer) {
            return Err(SearchError::Replaced);
        }
        let outcome = self.commit(edits, sequence);
        if outcome.is_err() {
            self.index.refresh()?;
            if self.index.opened().pointer != pointer {
                return Err(SearchError::Replaced);
            }
        }
        outcome?;
        self.index.refresh()?;
        Ok(())
    }

    /// Finishes what runs in the background and gives back threads and memory; the lock stays
    /// held. Call it when nothing was applied for a while; the next batch wakes the writer again.
    pub fn rest(&mut self) -> Result<(), SearchError> {
        if let Some(awake) = self.awake.take() {
            awake.inner.wait_merging_threads()?;
            self.index.refresh()?;
        }
        Ok(())
    }

    /// Whether threads and memory are held.
    pub fn is_awake(&self) -> bool {
        self.awake.is_some()
    }

    fn commit(
        &mut self,
        edits: impl IntoIterator<Item = Edit>,
        sequence: u64,
    ) -> Result<(), SearchError> {
        // Put back only after the commit: should the edits' own iterator panic, nothing of the
        // batch may linger until the next one.
        let mut awake = self.wake()?;
        for edit in edits {
            put(&mut awake.inner, &mut self.encoder, &edit)?;
        }
        commit(&mut awake.inner, sequence)?;
        self.awake = Some(awake);
        Ok(())
    }

    fn wake(&mut self) -> Result<Awake, SearchError> {
        let opened = self.index.opened();
        match self.awake.take() {
            Some(awake) if awake.pointer == opened.pointer => Ok(awake),
            _ => {
                let inner = writer_of(&opened.index, self.settings)?;
                Ok(Awake { pointer: opened.pointer.clone(), inner })
            }
        }
    }
}

/// A writer with one thread for documents and one for merges.
pub(crate) fn writer_of(
    index: &tantivy::Index,
    settings: WriterSettings,
) -> Result<Inner, SearchError> {
    sequence_of(index)?;
    let options = IndexWriterOptions::builder()
        .num_worker_threads(1)
        .num_merge_threads(1)
        .memory_budget_per_thread(settings.heap_bytes.max(HEAP_BYTES_MIN))
        .build();
    let writer: Inner = index.writer_with_options(options)?;
    writer.set_merge_policy(Box::new(merge_policy()));
    Ok(writer)
}

/// Deletes what an edit replaces and adds what it puts.
pub(crate) fn put(
    writer: &mut Inner,
    encoder: &mut Encoder,
    edit: &Edit,
) -> Result<(), SearchError> {
    let (kind, id, document) = match edit {
        Edit::PutPhoto(photo) => (Kind::Photo, photo.id.as_str(), Some(encoder.photo(photo))),
        Edit::DropPhoto(id) => (Kind::Photo, id.as_str(), None),
        Edit::PutCollection(collection) => {
            (Kind::Collection, collection.id.as_str(), Some(encoder.collection(collection)))
        }
        Edit::DropCollection(id) => (Kind::Collection, id.as_str(), None),
        Edit::PutUser(user) => (Kind::User, user.id.as_str(), Some(encoder.user(user))),
        Edit::DropUser(id) => (Kind::User, id.as_str(), None),
    };
    writer.delete_term(kind.key_term(encoder.fields(), id));
    if let Some(document) = document {
        writer.add_document(document)?;
    }
    Ok(())
}

/// One commit, with its place in the feed.
pub(crate) fn commit(writer: &mut Inner, sequence: u64) -> Result<(), SearchError> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&sequence.to_string());
    prepared.commit()?;
    Ok(())
}

/// Many small commits make many small segments, and every search visits each: merge early, and
/// sweep out what was replaced.
fn merge_policy() -> LogMergePolicy {
    let mut policy = LogMergePolicy::default();
    policy.set_min_num_segments(SEGMENTS_TO_MERGE);
    policy.set_min_layer_size(SMALL_SEGMENT_DOCUMENTS);
    policy.set_level_log_size(LEVEL_LOG_SIZE);
    policy.set_del_docs_ratio_before_merge(DELETED_SHARE_MAX);
    policy
}

/// The index library refuses less.
const HEAP_BYTES_MIN: usize = 15_000_000;
const SEGMENTS_TO_MERGE: usize = 5;
/// Segments up to this size are merged with each other, never with larger ones.
const SMALL_SEGMENT_DOCUMENTS: u32 = 2_000;
/// Segments of one level differ in size by at most two to this power.
const LEVEL_LOG_SIZE: f64 = 1.5;
const DELETED_SHARE_MAX: f32 = 0.3;
