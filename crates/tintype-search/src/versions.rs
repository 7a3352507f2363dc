//! Which photos the index holds, and in what state: for comparing it with the database.

use tantivy::{DocAddress, Searcher};
use tintype_domain::PhotoId;

use crate::photos::ids;
use crate::{SearchError, SearchIndex};

/// A photo in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoVersion {
    /// Its name.
    pub id: PhotoId,
    /// Its document's [`fingerprint`](fn@crate::fingerprint).
    pub fingerprint: u64,
}

impl SearchIndex {
    /// Every photo in the index, in no order; they are read a part of the index at a time.
    pub fn photo_versions(
        &self,
    ) -> Result<impl Iterator<Item = Result<PhotoVersion, SearchError>> + use<>, SearchError> {
        self.refresh()?;
        let searcher = self.searcher();
        let segments = 0..searcher.segment_readers().len() as u32;
        Ok(segments.flat_map(move |segment| match versions_in(&searcher, segment) {
            Ok(versions) => versions.into_iter().map(Ok).collect::<Vec<_>>(),
            Err(error) => vec![Err(error)],
        }))
    }
}

fn versions_in(searcher: &Searcher, segment: u32) -> Result<Vec<PhotoVersion>, SearchError> {
    let reader = searcher.segment_reader(segment);
    // Only photos have one.
    let Some(fingerprints) = reader.fast_fields().column_opt::<u64>("fingerprint")? else {
        return Ok(Vec::new());
    };
    let with_fingerprint = |doc| Some((DocAddress::new(segment, doc), fingerprints.first(doc)?));
    let (photos, fingerprints): (Vec<DocAddress>, Vec<u64>) =
        reader.doc_ids_alive().filter_map(with_fingerprint).unzip();
    let ids = ids(searcher, &photos, |id| PhotoId::parse(id).ok())?.into_iter();
    let version = |(id, fingerprint)| PhotoVersion { id, fingerprint };
    Ok(ids.zip(fingerprints).map(version).collect())
}
