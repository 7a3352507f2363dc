//! Photos like a photo: those that share its most telling words.

use tantivy::query::{BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, Searcher, TantivyDocument, Term};
use tintype_domain::{Language, PhotoId, SearchOrder};

use crate::filter::Filter;
use crate::kind::Kind;
use crate::photos::ids;
use crate::ranking::Best;
use crate::statistics::Statistics;
use crate::stem::Stems;
use crate::stop_words::is_stop_word;
use crate::text::words;
use crate::together::Together;
use crate::{SearchError, SearchIndex, facet};

/// Words of a photo that are compared: the rarest tell the most.
const WORDS_MAX: usize = 10;
/// Words that a similar photo must share, if the photo has so many.
const SHARED_MIN: usize = 2;
/// How much a tag tells beside a word of the texts.
const TAG: f32 = 2.0;
/// In small libraries, a word that so many have still tells something.
const FEW: f64 = 5.0;
/// A word that more than this part of all photos has tells nothing.
const SHARE_MAX: f64 = 0.1;

impl SearchIndex {
    /// Photos that share words with this one, the likest first. Photos that are not sensitive get
    /// none that are. Empty when the index has no such photo.
    pub fn similar(&self, id: &PhotoId, limit: usize) -> Result<Vec<PhotoId>, SearchError> {
        let searcher = self.searcher();
        let key = Kind::Photo.key_term(self.fields(), id.as_str());
        let itself = TermQuery::new(key, IndexRecordOption::Basic);
        let only = Best { order: SearchOrder::Relevant, is_scored: false, keep: 1 };
        let Some(photo) = searcher.search(&itself, &only)?.best.first().copied() else {
            return Ok(Vec::new());
        };
        let clauses = self.telling_words(&searcher, photo)?;
        if clauses.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let required = clauses.len().min(SHARED_MIN) as u32;
        let mut filter = Filter::none(self.fields());
        filter.push(Occur::MustNot, Box::new(itself));
        if !self.is_sensitive(&searcher, photo)? {
            filter.must_not(facet::SENSITIVE);
        }
        let words = Together { clauses, bonuses: Vec::new(), required };
        let query = filter.around(Some(Box::new(words)), Kind::Photo);
        let best = Best { order: SearchOrder::Relevant, is_scored: true, keep: limit };
        let statistics = Statistics::of(Kind::Photo, &searcher, self.fields())?;
        let found = searcher.search_with_statistics_provider(&query, &best, &statistics)?;
        ids(&searcher, &found.best, |id| PhotoId::parse(id).ok())
    }

    fn telling_words(
        &self,
        searcher: &Searcher,
        photo: DocAddress,
    ) -> Result<Vec<Box<dyn Query>>, SearchError> {
        let photos = Statistics::of(Kind::Photo, searcher, self.fields())?.documents() as f64;
        let mut stems = Stems::of_language(Language::English);
        let mut telling: Vec<(f64, f32, Term)> = Vec::new();
        for (text, weight) in self.texts(searcher, photo)? {
            for word in words(&text) {
                let stem = stems.of(&word.folded);
                let term = Term::from_field_text(self.fields().photos.stems, &stem);
                let is_known = telling.iter().any(|(_, _, known)| *known == term);
                if is_known || is_stop_word(&word.folded, Language::English) {
                    continue;
                }
                let documents = searcher.doc_freq(&term)? as f64;
                // A word that this photo alone has finds nothing.
                if documents >= 2.0 && documents <= (photos * SHARE_MAX).max(FEW) {
                    let rarity = (photos / documents).ln() * f64::from(weight);
                    telling.push((rarity, weight, term));
                }
            }
        }
        telling.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.2.cmp(&other.2)));
        telling.truncate(WORDS_MAX);
        let query = |(_, weight, term)| -> Box<dyn Query> {
            let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
            Box::new(BoostQuery::new(Box::new(query), weight))
        };
        Ok(telling.into_iter().map(query).collect())
    }

    /// The tags and the texts of a photo, with how much each tells.
    fn texts(
        &self,
        searcher: &Searcher,
        photo: DocAddress,
    ) -> Result<Vec<(String, f32)>, SearchError> {
        let mut texts = Vec::new();
        let segment = searcher.segment_reader(photo.segment_ord);
        if let Some(column) = segment.fast_fields().str(self.fields().own.tag_column)? {
            for ord in column.ords().values_for_doc(photo.doc_id) {
                let mut tag = String::new();
                column.ord_to_str(ord, &mut tag)?;
                texts.push((tag, TAG));
            }
        }
        let stored: TantivyDocument = searcher.doc(photo)?;
        let text = stored.get_first(self.fields().text).and_then(|text| text.as_str());
        texts.extend(text.map(|text| (text.to_owned(), 1.0)));
        Ok(texts)
    }

    fn is_sensitive(&self, searcher: &Searcher, photo: DocAddress) -> Result<bool, SearchError> {
        let term = Term::from_field_text(self.fields().facet, facet::SENSITIVE);
        let weight = TermQuery::new(term, IndexRecordOption::Basic)
            .weight(tantivy::query::EnableScoring::disabled_from_searcher(searcher))?;
        let mut sensitive = weight.scorer(searcher.segment_reader(photo.segment_ord), 1.0)?;
        let is_before = sensitive.doc() < photo.doc_id;
        Ok(if is_before { sensitive.seek(photo.doc_id) } else { sensitive.doc() } == photo.doc_id)
    }
}
