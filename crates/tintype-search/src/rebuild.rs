//! Building the whole index afresh, beside the one that is searched, and swapping it in.

use std::path::Path;

use crate::encode::Encoder;
use crate::folder::{self, Folder, LockName};
use crate::schema::Fields;
use crate::writer::{WriterSettings, commit, put, writer_of};
use crate::{Edit, SearchError};

/// Builds the index in `dir` from these documents, up to `sequence` of the feed, and makes it the
/// current one. Searches go on in the old one until then; whoever is killed leaves it in place.
/// [`SearchError::Busy`] when another process rebuilds.
pub fn rebuild(
    dir: &Path,
    documents: impl IntoIterator<Item = Edit>,
    sequence: u64,
) -> Result<(), SearchError> {
    let folder = Folder::new(dir)?;
    let _lock = folder.try_lock(LockName::Rebuild)?.ok_or(SearchError::Busy)?;
    let generation = folder.new_generation()?;
    let index = folder::create(&folder.path_of(generation))?;
    let (_, fields) = Fields::schema();
    let mut encoder = Encoder::new(fields);
    let mut writer = writer_of(&index, WriterSettings::default())?;
    for edit in documents {
        put(&mut writer, &mut encoder, &edit)?;
    }
    commit(&mut writer, sequence)?;
    writer.wait_merging_threads()?;
    let _pointer = folder.wait_for(LockName::Pointer)?;
    folder.point_to(generation)?;
    folder.keep_only(generation)
}
