//! The reading side: an open index that follows what is written to it, here or elsewhere.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use tantivy::{Index, IndexReader, ReloadPolicy, Searcher};

use crate::SearchError;
use crate::folder::{self, Folder, Lock, LockName, Pointer};
use crate::schema::Fields;
use crate::writer::{IndexWriter, WriterSettings};

/// An open index. Cheap to clone; searches may run side by side.
#[derive(Clone)]
pub struct SearchIndex {
    inner: Arc<Inner>,
}

struct Inner {
    folder: Folder,
    fields: Fields,
    opened: RwLock<Arc<Opened>>,
    polled: Mutex<Instant>,
    loads: AtomicU64,
}

/// One generation, open.
pub(crate) struct Opened {
    pub(crate) pointer: Pointer,
    pub(crate) index: Index,
    reader: IndexReader,
    /// `meta.json` as it was when the reader was last loaded.
    meta: Mutex<Vec<u8>>,
}

/// A search looks at most this often whether another process has written.
const POLL: Duration = Duration::from_millis(100);
/// A generation may be swapped while it is being opened; then the next one is.
const OPEN_ATTEMPTS: usize = 5;

impl SearchIndex {
    /// Opens the index in a folder; an empty one is made when there is none.
    /// [`SearchError::NeedsRebuild`] when it is damaged or of another version.
    pub fn open(dir: &Path) -> Result<Self, SearchError> {
        let folder = Folder::new(dir)?;
        let opened = RwLock::new(Arc::new(open_current(&folder)?));
        let (_, fields) = Fields::schema();
        let (polled, loads) = (Mutex::new(Instant::now()), AtomicU64::new(0));
        Ok(Self { inner: Arc::new(Inner { folder, fields, opened, polled, loads }) })
    }

    /// Takes the one writer's lock; `None` when someone has it, in this process or another.
    pub fn try_writer(&self, settings: WriterSettings) -> Result<Option<IndexWriter>, SearchError> {
        let lock: Option<Lock> = self.inner.folder.try_lock(LockName::Writer)?;
        Ok(lock.map(|lock| IndexWriter::new(self.clone(), lock, settings)))
    }

    /// Up to which change of the feed the index is; 0 when nothing was ever applied.
    pub fn sequence(&self) -> Result<u64, SearchError> {
        self.refresh()?;
        sequence_of(&self.opened().index)
    }

    /// Looks for what was written since, by anyone; whether there was something. Searches do this
    /// by themselves every tenth of a second.
    pub fn refresh(&self) -> Result<bool, SearchError> {
        *self.inner.polled.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
        let opened = self.opened();
        let pointer = self.inner.folder.pointer()?;
        if pointer.as_ref() != Some(&opened.pointer) {
            let fresh = Arc::new(open_current(&self.inner.folder)?);
            *self.inner.opened.write().unwrap_or_else(PoisonError::into_inner) = fresh;
            self.inner.loads.fetch_add(1, Ordering::AcqRel);
            return Ok(true);
        }
        let is_new = opened.reload(&self.inner.folder)?;
        self.inner.loads.fetch_add(u64::from(is_new), Ordering::AcqRel);
        Ok(is_new)
    }

    /// A number that grows whenever searches may find something else than before.
    pub fn state(&self) -> u64 {
        self.poll();
        self.inner.loads.load(Ordering::Acquire)
    }

    /// How many documents are in it: photos, collections and users.
    pub fn documents(&self) -> u64 {
        self.searcher().num_docs()
    }

    /// Reads every file through and names the damaged ones.
    pub fn damaged_files(&self) -> Result<Vec<String>, SearchError> {
        self.refresh()?;
        let damaged = self.opened().index.validate_checksum().map_err(folder::needs_rebuild)?;
        Ok(damaged.into_iter().map(|path| path.display().to_string()).collect())
    }

    pub(crate) fn fields(&self) -> &Fields {
        &self.inner.fields
    }

    pub(crate) fn opened(&self) -> Arc<Opened> {
        self.inner.opened.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What is searched: the last commit, at most [`POLL`] late.
    pub(crate) fn searcher(&self) -> Searcher {
        self.poll();
        self.opened().reader.searcher()
    }

    /// Looks for what others wrote when that is due.
    fn poll(&self) {
        let is_due = {
            let mut polled = self.inner.polled.lock().unwrap_or_else(PoisonError::into_inner);
            let is_due = polled.elapsed() >= POLL;
            if is_due {
                *polled = Instant::now();
            }
            is_due
        };
        if is_due && let Err(error) = self.refresh() {
            // The old state still answers; whoever repairs the index is told by `sequence`.
            tracing::warn!(%error, "The search index could not be read again: {error}");
        }
    }
}

impl Opened {
    fn reload(&self, folder: &Folder) -> Result<bool, SearchError> {
        let now = fs::read(folder.path(&self.pointer).join("meta.json"))?;
        let mut known = self.meta.lock().unwrap_or_else(PoisonError::into_inner);
        if *known == now {
            return Ok(false);
        }
        self.reader.reload()?;
        *known = now;
        Ok(true)
    }
}

/// The sequence in the payload of the last commit.
pub(crate) fn sequence_of(index: &Index) -> Result<u64, SearchError> {
    let payload = index.load_metas().map_err(folder::needs_rebuild)?.payload;
    payload.map_or(Ok(0), |text| {
        text.parse().map_err(|_| SearchError::NeedsRebuild("its sequence is damaged".to_owned()))
    })
}

fn open_current(folder: &Folder) -> Result<Opened, SearchError> {
    let mut attempt = 1;
    loop {
        let pointer = folder.current()?;
        match open_generation(folder, &pointer) {
            Err(SearchError::NeedsRebuild(_))
                if attempt < OPEN_ATTEMPTS && folder.pointer()? != Some(pointer) =>
            {
                attempt += 1;
            }
            outcome => return outcome,
        }
    }
}

fn open_generation(folder: &Folder, pointer: &Pointer) -> Result<Opened, SearchError> {
    let path = folder.path(pointer);
    let index = folder::open(&path)?;
    sequence_of(&index)?;
    // Read before the reader: a commit between the two is then loaded twice, never missed.
    let meta = fs::read(path.join("meta.json"))?;
    let reader = index
        .reader_builder()
        .reload_policy(ReloadPolicy::Manual)
        .doc_store_cache_num_blocks(2)
        .try_into()
        .map_err(folder::needs_rebuild)?;
    Ok(Opened { pointer: pointer.clone(), index, reader, meta: Mutex::new(meta) })
}
