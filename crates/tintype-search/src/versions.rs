//! Which photos the index holds, and in what state: for comparing it with the database.

use tantivy::{DocId, Searcher, SegmentReader};
use tintype_domain::PhotoId;

use crate::kind::Kind;
use crate::{SearchError, SearchIndex};

/// A photo in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoVersion {
    /// Its name.
    pub id: PhotoId,
    /// Its document's [`fingerprint`](crate::fingerprint).
    pub fingerprint: u64,
}

impl SearchIndex {
    /// Every photo in the index, in no order; they are read a part of the index at a time.
    pub fn photo_versions(
        &self,
    ) -> Result<impl Iterator<Item = Result<PhotoVersion, SearchError>> + use<>, SearchError> {
        self.refresh()?;
        let searcher = self.searcher()?;
        let segments = 0..searcher.segment_readers().len();
        Ok(segments.flat_map(move |segment| match versions_in(&searcher, segment) {
            Ok(versions) => versions.into_iter().map(Ok).collect::<Vec<_>>(),
            Err(error) => vec![Err(error)],
        }))
    }
}

fn versions_in(searcher: &Searcher, segment: usize) -> Result<Vec<PhotoVersion>, SearchError> {
    let Some(segment) = searcher.segment_readers().get(segment) else { return Ok(Vec::new()) };
    let fast = segment.fast_fields();
    let Some(fingerprints) = fast.column_opt::<u64>("fingerprint")? else { return Ok(Vec::new()) };
    let mut versions = Vec::new();
    for (key, document) in keys_in(segment)? {
        let Some(id) = Kind::Photo.id_in(&key) else { continue };
        let id = PhotoId::parse(id).map_err(|_| damaged())?;
        let fingerprint = fingerprints.first(document).ok_or_else(damaged)?;
        versions.push(PhotoVersion { id, fingerprint });
    }
    Ok(versions)
}

/// The keys of a segment's living documents, read in the order of their dictionary.
fn keys_in(segment: &SegmentReader) -> Result<Vec<(String, DocId)>, SearchError> {
    let Some(column) = segment.fast_fields().str("key")? else { return Ok(Vec::new()) };
    let with_key = |document| Some((column.ords().first(document)?, document));
    let mut documents: Vec<(u64, DocId)> = segment.doc_ids_alive().filter_map(with_key).collect();
    documents.sort_unstable();
    let mut stream = column.dictionary().stream()?;
    let (mut keys, mut next) = (Vec::with_capacity(documents.len()), 0);
    while let Some((ord, document)) = documents.get(next).copied() {
        if !stream.advance() {
            return Err(damaged());
        }
        if stream.term_ord() == ord {
            let key = std::str::from_utf8(stream.key()).map_err(|_| damaged())?;
            keys.push((key.to_owned(), document));
            next += 1;
        }
    }
    Ok(keys)
}

fn damaged() -> SearchError {
    SearchError::NeedsRebuild("a photo's key is damaged".to_owned())
}
