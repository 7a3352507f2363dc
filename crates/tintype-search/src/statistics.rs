//! Statistics for BM25 over one kind of documents, as if it had the index to itself.

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::SearchError;
use crate::dictionary::documents;
use crate::kind::Kind;
use crate::schema::Fields;

/// The documents of one kind.
pub(crate) struct Statistics<'a> {
    searcher: &'a Searcher,
    documents: u64,
}

impl<'a> Statistics<'a> {
    pub(crate) fn of(
        kind: Kind,
        searcher: &'a Searcher,
        fields: &Fields,
    ) -> Result<Self, SearchError> {
        Ok(Self { searcher, documents: documents(searcher, fields.facet, kind.facet())? })
    }

    /// How many there are.
    pub(crate) const fn documents(&self) -> u64 {
        self.documents
    }
}

impl Bm25StatisticsProvider for Statistics<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        self.searcher.total_num_tokens(field)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.documents)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        self.searcher.doc_freq(term)
    }
}
