//! Questions about photos.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use tantivy::{DocAddress, Searcher};
use tintype_domain::{CollectionId, Language, Page, PhotoId, SearchOrder, UserId};

use crate::asked::Asked;
use crate::filter::Filter;
use crate::find::{Finder, Outcome, Wanted};
use crate::kind::{Kind, id_of};
use crate::{Hits, PhotoQuery, SearchError, SearchIndex};

/// Pages beyond this many results are empty; their total stays exact.
const DEPTH_MAX: u64 = 100_000;

impl SearchIndex {
    /// One page of the photos that match, and how many match in all.
    pub fn photos(&self, query: &PhotoQuery, page: Page) -> Result<Hits<PhotoId>, SearchError> {
        let searcher = self.searcher();
        let wanted = Wanted { order: query.order, keep: depth(page) };
        let outcome = self.find_photos(&searcher, query, wanted)?;
        let read = |id: &str| PhotoId::parse(id).ok();
        hits(&searcher, outcome, page, read)
    }

    /// One page of the users that match.
    pub fn users(&self, words: &str, page: Page) -> Result<Hits<UserId>, SearchError> {
        let read = |id: &str| UserId::parse(id).ok();
        self.others(Kind::User, words, page, read)
    }

    /// One page of the collections that match.
    pub fn collections(&self, words: &str, page: Page) -> Result<Hits<CollectionId>, SearchError> {
        let read = |id: &str| CollectionId::parse(id).ok();
        self.others(Kind::Collection, words, page, read)
    }

    pub(crate) fn find_photos(
        &self,
        searcher: &Searcher,
        query: &PhotoQuery,
        wanted: Wanted,
    ) -> Result<Outcome, SearchError> {
        let asked = Asked::read(&query.words, query.language);
        let filter = Filter::of(query, self.fields());
        let finder = Finder::new(Kind::Photo, query.language, (searcher, self.fields()))?;
        finder.find(&asked, &filter, wanted)
    }

    fn others<T>(
        &self,
        kind: Kind,
        words: &str,
        page: Page,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Hits<T>, SearchError> {
        let searcher = self.searcher();
        let wanted = Wanted { order: SearchOrder::Relevant, keep: depth(page) };
        let finder = Finder::new(kind, Language::English, (&searcher, self.fields()))?;
        let asked = Asked::read(words, Language::English);
        let outcome = finder.find(&asked, &Filter::none(self.fields()), wanted)?;
        hits(&searcher, outcome, page, read)
    }
}

fn depth(page: Page) -> usize {
    let end = page.offset() + u64::from(page.size());
    if end > DEPTH_MAX { 0 } else { end as usize }
}

fn hits<T>(
    searcher: &Searcher,
    outcome: Outcome,
    page: Page,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Hits<T>, SearchError> {
    let Outcome { found, tried, .. } = outcome;
    let start = usize::try_from(page.offset()).unwrap_or(usize::MAX);
    let on_page = found.best.get(start..).unwrap_or_default();
    let ids = ids(searcher, on_page, read)?;
    Ok(Hits { ids, total: found.total, tried })
}

/// The ids of some documents, in their order.
pub(crate) fn ids<T>(
    searcher: &Searcher,
    documents: &[DocAddress],
    read: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, SearchError> {
    let mut columns = HashMap::new();
    let mut ids = Vec::with_capacity(documents.len());
    for document in documents {
        let (first, rest) = match columns.entry(document.segment_ord) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(room) => {
                let fast = searcher.segment_reader(document.segment_ord).fast_fields();
                room.insert((fast.u64("tie")?, fast.column_opt::<u64>("id_rest")?))
            }
        };
        let rest = rest.iter().flat_map(|rest| rest.values_for_doc(document.doc_id));
        let id = id_of(first.values_for_doc(document.doc_id).chain(rest));
        let id = read(&id);
        ids.push(id.ok_or_else(|| SearchError::NeedsRebuild("an id is damaged".to_owned()))?);
    }
    Ok(ids)
}
