//! Building the whole index afresh, beside the one in use, and putting it in its place.

use std::path::Path;

use crate::encode::Encoder;
use crate::folder::{self, Folder, Lock, LockName};
use crate::schema::Fields;
use crate::writer::{WriterSettings, commit, put, writer_of};
use crate::{Edit, SearchError};

/// An index in the making. The old one is searched, and written, until [`Self::finish`]; dropping
/// this, or being killed at any moment, leaves the old one as it was.
pub struct Rebuild {
    folder: Folder,
    generation: u64,
    writer: Option<tantivy::IndexWriter>,
    encoder: Encoder,
    is_finished: bool,
    _lock: Lock,
}

impl Rebuild {
    /// Begins, whatever state the index is in. [`SearchError::Busy`]: someone else is rebuilding.
    pub fn begin(dir: &Path, settings: WriterSettings) -> Result<Self, SearchError> {
        let folder = Folder::new(dir)?;
        let lock = folder.try_lock(LockName::Rebuild)?.ok_or(SearchError::Busy)?;
        let generation = {
            let _pointer = folder.wait_for(LockName::Pointer)?;
            folder.new_generation()?
        };
        let index = folder::create(&folder.path_of(generation))?;
        let writer = Some(writer_of(&index, settings)?);
        let (_, fields) = Fields::schema();
        let encoder = Encoder::new(fields);
        Ok(Self { folder, generation, writer, encoder, is_finished: false, _lock: lock })
    }

    /// Adds to it. A thing that is put twice is there once, as it was put last.
    pub fn add(&mut self, edit: &Edit) -> Result<(), SearchError> {
        match &mut self.writer {
            Some(writer) => put(writer, &mut self.encoder, edit),
            None => Err(SearchError::Busy),
        }
    }

    /// Puts it in the place of the old one, as being up to `sequence` of the feed: the feed's end
    /// at the time when the first document was read. Whoever has the old one open goes over to the
    /// new one; a writer is told by [`SearchError::Replaced`] or by its sequence.
    pub fn finish(mut self, sequence: u64) -> Result<(), SearchError> {
        if let Some(mut writer) = self.writer.take() {
            commit(&mut writer, sequence)?;
            writer.wait_merging_threads()?;
        }
        let _pointer = self.folder.wait_for(LockName::Pointer)?;
        self.folder.point_to(self.generation)?;
        self.is_finished = true;
        self.folder.keep_only(self.generation)
    }
}

impl Drop for Rebuild {
    fn drop(&mut self) {
        self.writer = None;
        if !self.is_finished {
            // What cannot be removed now is removed by the next one that finishes.
            let _ = std::fs::remove_dir_all(self.folder.path_of(self.generation));
        }
    }
}

/// Builds the index afresh from everything there is: see [`Rebuild`].
pub fn rebuild(
    dir: &Path,
    settings: WriterSettings,
    edits: impl IntoIterator<Item = Edit>,
    sequence: u64,
) -> Result<(), SearchError> {
    let mut rebuild = Rebuild::begin(dir, settings)?;
    for edit in edits {
        rebuild.add(&edit)?;
    }
    rebuild.finish(sequence)
}
