//! Where the index lies on disk: which of its generations is the current one, and who may write.
//!
//! `current.json` names the folder of the current generation and the schema's version. It is only
//! ever replaced whole, so whoever is killed at any moment leaves the old generation or the new.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::schema::Schema;
use tantivy::{Index, IndexSettings};

use crate::SearchError;
use crate::schema::{Fields, SCHEMA_VERSION};

const POINTER: &str = "current.json";
const PREFIX: &str = "generation-";

/// The folder that holds all of the index.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

/// What `current.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pointer {
    schema: u32,
    generation: u64,
}

/// Locks that last as long as their files stay open; a killed process loses them by itself.
#[derive(Debug)]
pub(crate) struct Lock(#[expect(dead_code, reason = "held open, never read")] File);

/// The locks there are.
#[derive(Debug, Clone, Copy)]
pub(crate) enum LockName {
    /// Of the one who applies edits.
    Writer,
    /// Of the one who rebuilds.
    Rebuild,
    /// Of the one who changes the pointer; held for moments.
    Pointer,
}

impl LockName {
    const fn file(self) -> &'static str {
        match self {
            Self::Writer => "writer.lock",
            Self::Rebuild => "rebuild.lock",
            Self::Pointer => "pointer.lock",
        }
    }
}

impl Folder {
    pub(crate) fn new(dir: &Path) -> Result<Self, SearchError> {
        fs::create_dir_all(dir)?;
        Ok(Self(dir.to_owned()))
    }

    /// The current generation; an empty one is made when there is none.
    pub(crate) fn current(&self) -> Result<Pointer, SearchError> {
        if let Some(pointer) = self.pointer()? {
            return Ok(pointer);
        }
        let _lock = self.wait_for(LockName::Pointer)?;
        if let Some(pointer) = self.pointer()? {
            return Ok(pointer);
        }
        let generation = self.new_generation()?;
        create(&self.path_of(generation))?;
        self.point_to(generation)
    }

    /// What `current.json` says now; `None` when there is no such file.
    pub(crate) fn pointer(&self) -> Result<Option<Pointer>, SearchError> {
        let bytes = match fs::read(self.0.join(POINTER)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let pointer: Pointer = serde_json::from_slice(&bytes)
            .map_err(|_| SearchError::NeedsRebuild(format!("{POINTER} is damaged")))?;
        if pointer.schema == SCHEMA_VERSION {
            Ok(Some(pointer))
        } else {
            let reason = format!("its version is {}, not {SCHEMA_VERSION}", pointer.schema);
            Err(SearchError::NeedsRebuild(reason))
        }
    }

    /// Where a generation lies.
    pub(crate) fn path(&self, pointer: &Pointer) -> PathBuf {
        self.path_of(pointer.generation)
    }

    /// Makes room for one more generation, beside the current one.
    pub(crate) fn new_generation(&self) -> Result<u64, SearchError> {
        let newest = self.generations()?.into_iter().max().unwrap_or(0);
        let generation = newest + 1;
        fs::create_dir(self.path_of(generation))?;
        Ok(generation)
    }

    /// Where a generation lies.
    pub(crate) fn path_of(&self, generation: u64) -> PathBuf {
        self.0.join(format!("{PREFIX}{generation}"))
    }

    /// Makes a finished generation the current one. Call with the pointer locked.
    pub(crate) fn point_to(&self, generation: u64) -> Result<Pointer, SearchError> {
        let pointer = Pointer { schema: SCHEMA_VERSION, generation };
        let next = self.0.join(format!("{POINTER}.next"));
        let mut file = File::create(&next)?;
        file.write_all(&serde_json::to_vec(&pointer).map_err(SearchError::failed)?)?;
        file.sync_all()?;
        sync_folder(&self.path_of(generation))?;
        fs::rename(&next, self.0.join(POINTER))?;
        sync_folder(&self.0)?;
        Ok(pointer)
    }

    /// Removes every generation but `kept`: old ones, and what a killed rebuild left.
    pub(crate) fn keep_only(&self, kept: u64) -> Result<(), SearchError> {
        for generation in self.generations()?.into_iter().filter(|found| *found != kept) {
            fs::remove_dir_all(self.path_of(generation))?;
        }
        Ok(())
    }

    /// Takes a lock; `None` when another has it.
    pub(crate) fn try_lock(&self, name: LockName) -> Result<Option<Lock>, SearchError> {
        let file = self.lock_file(name)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Takes a lock that others hold for moments only.
    pub(crate) fn wait_for(&self, name: LockName) -> Result<Lock, SearchError> {
        let file = self.lock_file(name)?;
        file.lock()?;
        Ok(Lock(file))
    }

    fn lock_file(&self, name: LockName) -> Result<File, SearchError> {
        let path = self.0.join(name.file());
        Ok(OpenOptions::new().create(true).truncate(false).write(true).open(path)?)
    }

    fn generations(&self) -> Result<Vec<u64>, SearchError> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            let name = entry?.file_name();
            let number: Option<u64> =
                name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.parse().ok());
            found.extend(number);
        }
        Ok(found)
    }
}

/// An empty index in a folder that is there and empty.
pub(crate) fn create(path: &Path) -> Result<Index, SearchError> {
    let (schema, _) = Fields::schema();
    let settings =
        IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    Ok(Index::builder().schema(schema).settings(settings).create_in_dir(path)?)
}

/// The index in a folder, if it is whole and of our schema.
pub(crate) fn open(path: &Path) -> Result<Index, SearchError> {
    let index = Index::open_in_dir(path).map_err(needs_rebuild)?;
    let (schema, _): (Schema, _) = Fields::schema();
    if index.schema() == schema {
        Ok(index)
    } else {
        Err(SearchError::NeedsRebuild("its fields are others".to_owned()))
    }
}

/// What fails while opening is damage, whatever the library calls it.
pub(crate) fn needs_rebuild(error: impl std::fmt::Display) -> SearchError {
    SearchError::NeedsRebuild(error.to_string())
}

fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}
