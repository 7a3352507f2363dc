//! The search index and how it follows the database.

mod documents;
mod follower;
mod rebuild;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

pub use follower::FollowError;
use tintype_search::{SearchError, SearchIndex};

/// The index, opened when it is first needed.
pub(crate) struct Index {
    folder: PathBuf,
    opened: Mutex<Option<SearchIndex>>,
}

impl Index {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, opened: Mutex::new(None) }
    }

    /// Where it lies.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The index, ready to search.
    pub(crate) fn open(&self) -> Result<SearchIndex, SearchError> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = &*opened {
            return Ok(index.clone());
        }
        let index = SearchIndex::open(&self.folder)?;
        *opened = Some(index.clone());
        Ok(index)
    }
}
