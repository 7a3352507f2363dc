//! Questions whose answer is other photos or other words: what is like this one, what goes with
//! these, what begins like that.

use std::collections::HashMap;

use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, Searcher, TantivyDocument, Term};
use tintype_domain::{PhotoId, SearchOrder};

use crate::find::Wanted;
use crate::kind::Kind;
use crate::photos::keys;
use crate::ranking::Best;
use crate::stem::{Stems, is_stop_word};
use crate::text::{label, words};
use crate::{CountedWord, PhotoQuery, SearchError, SearchIndex, dictionary};

/// So many of the best matches are asked for their tags.
const ASKED_FOR_TAGS: usize = 300;
/// So many matches a random pick is made from.
const PICKED_FROM: usize = 100_000;
/// Words of a photo that others are looked for by.
const LIKENESS_WORDS_MAX: usize = 40;
/// A common tag says more of likeness than a common word of the text.
const TAG_WEIGHT: f32 = 2.0;

impl SearchIndex {
    /// Photos that share tags and words with this one, the most alike first.
    pub fn similar(&self, photo: &PhotoId, limit: usize) -> Result<Vec<PhotoId>, SearchError> {
        let searcher = self.searcher()?;
        let Some(document) = self.document(&searcher, photo)? else { return Ok(Vec::new()) };
        let Some(query) = self.likeness(&searcher, document)? else { return Ok(Vec::new()) };
        let best = Best { order: SearchOrder::Relevant, is_scored: true, keep: limit + 1 };
        let found = searcher.search(&query, &best)?;
        let keys = keys(&searcher, &found.best)?;
        let ids = keys.iter().filter_map(|key| PhotoId::parse(Kind::Photo.id_in(key)?).ok());
        Ok(ids.filter(|id| id != photo).take(limit).collect())
    }

    /// Tags that the best matches share, the commonest first, without what was asked.
    pub fn related_tags(
        &self,
        query: &PhotoQuery,
        limit: usize,
    ) -> Result<Vec<CountedWord>, SearchError> {
        let searcher = self.searcher()?;
        let wanted = Wanted { order: query.order, keep: ASKED_FOR_TAGS };
        let outcome = self.find_photos(&searcher, query, wanted)?;
        let mut stems = Stems::new();
        let asked: Vec<String> =
            words(&query.words).iter().map(|word| stems.of(&word.folded)).collect();
        let mut counts: HashMap<String, u64> = HashMap::new();
        for document in &outcome.found.best {
            for tag in tags_of(&searcher, *document)? {
                *counts.entry(tag).or_default() += 1;
            }
        }
        counts.retain(|tag, _| {
            let told = words(tag);
            !told.iter().all(|word| asked.contains(&stems.of(&word.folded)))
        });
        Ok(counted(dictionary::commonest(counts, limit)))
    }

    /// The tags that most photos have.
    pub fn popular_tags(&self, limit: usize) -> Result<Vec<CountedWord>, SearchError> {
        let searcher = self.searcher()?;
        let tags = dictionary::all(&searcher, self.fields().tag)?;
        Ok(counted(dictionary::commonest(tags, limit)))
    }

    /// Tags and words of titles that begin like this, the commonest first.
    pub fn suggest(&self, prefix: &str, limit: usize) -> Result<Vec<CountedWord>, SearchError> {
        let prefix = label(prefix);
        if prefix.is_empty() {
            return Ok(Vec::new());
        }
        let searcher = self.searcher()?;
        let mut found = dictionary::beginning(&searcher, self.fields().tag, &prefix)?;
        for (word, photos) in
            dictionary::beginning(&searcher, self.fields().title_word, &prefix)?
        {
            let known = found.entry(word).or_default();
            *known = photos.max(*known);
        }
        found.retain(|word, _| !is_stop_word(word));
        Ok(counted(dictionary::commonest(found, limit)))
    }

    /// Up to `count` different matches, each as likely as any other; the same `seed` over the
    /// same photos picks the same ones.
    pub fn sample(
        &self,
        query: &PhotoQuery,
        count: usize,
        seed: u64,
    ) -> Result<Vec<PhotoId>, SearchError> {
        let searcher = self.searcher()?;
        let wanted = Wanted { order: SearchOrder::Relevant, keep: PICKED_FROM };
        let mut best = self.find_photos(&searcher, query, wanted)?.found.best;
        let mut picked = Vec::with_capacity(count.min(best.len()));
        let mut state = seed;
        while picked.len() < count && !best.is_empty() {
            state = next_number(state);
            let place = (u128::from(state) * best.len() as u128) >> 64;
            picked.push(best.swap_remove(place as usize));
        }
        let keys = keys(&searcher, &picked)?;
        Ok(keys.iter().filter_map(|key| PhotoId::parse(Kind::Photo.id_in(key)?).ok()).collect())
    }

    /// Every photo in the index with the fingerprint of its document.
    pub fn photo_versions(&self) -> Result<Vec<(PhotoId, u64)>, SearchError> {
        self.refresh()?;
        let searcher = self.searcher()?;
        let mut versions = Vec::new();
        for (ord, segment) in (0..).zip(searcher.segment_readers()) {
            let prints = segment.fast_fields().u64("fingerprint")?;
            let documents: Vec<DocAddress> =
                segment.doc_ids_alive().map(|id| DocAddress::new(ord, id)).collect();
            for (key, document) in keys(&searcher, &documents)?.iter().zip(&documents) {
                let id = Kind::Photo.id_in(key).and_then(|id| PhotoId::parse(id).ok());
                let print = prints.first(document.doc_id).unwrap_or_default();
                versions.extend(id.map(|id| (id, print)));
            }
        }
        Ok(versions)
    }

    fn document(
        &self,
        searcher: &Searcher,
        photo: &PhotoId,
    ) -> Result<Option<DocAddress>, SearchError> {
        let term = Kind::Photo.key_term(self.fields(), photo.as_str());
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let best = Best { order: SearchOrder::Latest, is_scored: false, keep: 1 };
        Ok(searcher.search(&query, &best)?.best.into_iter().next())
    }

    /// A query for what has the same tags and words; `None` when it has none.
    fn likeness(
        &self,
        searcher: &Searcher,
        document: DocAddress,
    ) -> Result<Option<Box<dyn Query>>, SearchError> {
        let term = |field, text: &str| {
            TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs)
        };
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for tag in tags_of(searcher, document)?.iter().take(LIKENESS_WORDS_MAX) {
            let query = Box::new(term(self.fields().tag, tag));
            let weighted = tantivy::query::BoostQuery::new(query, TAG_WEIGHT);
            clauses.push((Occur::Should, Box::new(weighted)));
        }
        let stored: TantivyDocument = searcher.doc(document)?;
        let text = stored.get_first(self.fields().text).and_then(|text| text.as_str());
        let mut stems = Stems::new();
        let told = words(text.unwrap_or_default());
        let told = told.iter().filter(|word| !is_stop_word(&word.folded));
        for word in told.take(LIKENESS_WORDS_MAX) {
            let stem = stems.of(&word.folded);
            clauses.push((Occur::Should, Box::new(term(self.fields().photos.stems, &stem))));
        }
        if clauses.is_empty() {
            return Ok(None);
        }
        let photo = term(self.fields().facet, Kind::Photo.facet());
        let is_photo = ConstScoreQuery::new(Box::new(photo), 0.0);
        let alike: Box<dyn Query> = Box::new(BooleanQuery::new(clauses));
        let both: Vec<(Occur, Box<dyn Query>)> =
            vec![(Occur::Must, alike), (Occur::Must, Box::new(is_photo))];
        Ok(Some(Box::new(BooleanQuery::new(both))))
    }
}

fn tags_of(searcher: &Searcher, document: DocAddress) -> Result<Vec<String>, SearchError> {
    let segment = searcher.segment_reader(document.segment_ord);
    let Some(column) = segment.fast_fields().str("tag")? else { return Ok(Vec::new()) };
    let mut tags = Vec::new();
    for ord in column.term_ords(document.doc_id) {
        let mut tag = String::new();
        if column.ord_to_str(ord, &mut tag)? {
            tags.push(tag);
        }
    }
    Ok(tags)
}

fn counted(words: Vec<(String, u64)>) -> Vec<CountedWord> {
    words.into_iter().map(|(word, photos)| CountedWord { word, photos }).collect()
}

/// SplitMix64 (Steele, Lea and Flood, 2014): even enough for picking pictures.
fn next_number(state: u64) -> u64 {
    let z = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
