//! The search itself: first the words as they are, then, when that finds little, what was meant.

use tantivy::query::{BoostQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};
use tintype_domain::SearchOrder;

use crate::asked::{Asked, AskedWord};
use crate::filter::Filter;
use crate::kind::Kind;
use crate::meant::{self, Meant};
use crate::ranking::{Best, Found};
use crate::schema::{Fields, Vocabulary};
use crate::statistics::Statistics;
use crate::stem::Stems;
use crate::together::Together;
use crate::{SearchError, Tried};

/// Searches one kind of documents in one state of the index.
pub(crate) struct Finder<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
    kind: Kind,
    vocabulary: Vocabulary,
    statistics: Statistics<'a>,
}

/// In what order, and how many.
#[derive(Clone, Copy)]
pub(crate) struct Wanted {
    pub order: SearchOrder,
    pub keep: usize,
}

/// What may stand for one word that was asked.
pub(crate) struct Group {
    pub asked: AskedWord,
    pub choices: Vec<Choice>,
}

/// A stem, and how sure it is that it was meant.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    pub stem: String,
    pub sureness: f32,
}

/// When fewer are found, more is tried. It is no page's size, so that totals are the same whatever
/// the page.
const FEW: u64 = 10;

impl<'a> Finder<'a> {
    pub(crate) fn new(
        kind: Kind,
        searcher: &'a Searcher,
        fields: &'a Fields,
    ) -> Result<Self, SearchError> {
        let statistics = Statistics::of(kind, searcher, fields)?;
        Ok(Self { searcher, fields, kind, vocabulary: kind.vocabulary(fields), statistics })
    }

    /// The query that finds what was asked, and what had to be done for it. `None`: nothing can be
    /// found. A blank question finds everything that the filter lets through.
    pub(crate) fn find(
        &self,
        asked: &Asked,
        filter: &Filter,
        wanted: Wanted,
    ) -> Result<Outcome, SearchError> {
        let mut tried = Tried { cut: asked.is_cut, ..Tried::default() };
        if asked.is_blank {
            let query = filter.around(None, self.kind);
            return self.run(query, false, wanted, tried);
        }
        let mut groups = self.groups(&asked.words, &mut tried)?;
        if groups.is_empty() {
            return Ok(Outcome::nothing(tried));
        }
        let phrases = self.phrases(asked);
        let required = required(groups.len());
        let mut best =
            self.run(self.query(&groups, required, &phrases, filter), true, wanted, tried)?;
        if best.found.total < FEW && (required > 1 || !phrases.is_empty()) {
            let looser = Tried { fewer_words: true, ..best.tried.clone() };
            let query = self.query(&groups, 1, &[], filter);
            best = best.or_more(self.run(query, true, wanted, looser)?);
        }
        if best.found.total < FEW {
            let mut wider = best.tried.clone();
            if self.widen(&mut groups, &mut wider)? {
                let phrases = if best.tried.fewer_words { &[][..] } else { &phrases[..] };
                let required = if best.tried.fewer_words { 1 } else { required };
                let query = self.query(&groups, required, phrases, filter);
                best = best.or_more(self.run(query, true, wanted, wider)?);
            }
        }
        Ok(best)
    }

    fn run(
        &self,
        query: Box<dyn Query>,
        is_scored: bool,
        wanted: Wanted,
        tried: Tried,
    ) -> Result<Outcome, SearchError> {
        let best = Best { order: wanted.order, is_scored, keep: wanted.keep };
        let found =
            self.searcher.search_with_statistics_provider(&query, &best, &self.statistics)?;
        Ok(Outcome { found, tried, query: Some(query), is_scored })
    }

    /// What each word means: itself when the index knows it, else what is nearest to it.
    fn groups(&self, words: &[AskedWord], tried: &mut Tried) -> Result<Vec<Group>, SearchError> {
        let mut stems = Stems::new();
        let mut groups: Vec<Group> = Vec::new();
        for word in words {
            for (asked, meant) in self.meanings(word, &mut stems)? {
                let group = Group { choices: meant.choices.clone(), asked };
                // "run running" is one word twice.
                let is_new = groups.iter().all(|known| known.choices != group.choices);
                meant.tell(&group.asked, tried);
                if is_new && !group.choices.is_empty() {
                    groups.push(group);
                }
            }
        }
        Ok(groups)
    }

    fn meanings(
        &self,
        word: &AskedWord,
        stems: &mut Stems,
    ) -> Result<Vec<(AskedWord, Meant)>, SearchError> {
        let known = |folded: &str, stems: &mut Stems| -> Result<Option<Meant>, SearchError> {
            let stem = stems.of(folded);
            let term = Term::from_field_text(self.vocabulary.stems, &stem);
            Ok((self.searcher.doc_freq(&term)? > 0).then(|| Meant::itself(stem)))
        };
        if let Some(meant) = known(&word.folded, stems)? {
            return Ok(vec![(word.clone(), meant)]);
        }
        let mut parts = Vec::new();
        for part in &word.parts {
            if let Some(meant) = known(part, stems)? {
                parts.push((AskedWord { folded: part.clone(), ..word.clone() }, meant));
            }
        }
        if !parts.is_empty() {
            return Ok(parts);
        }
        let meant = meant::nearest(self.searcher, self.vocabulary, &word.folded, stems)?;
        Ok(vec![(word.clone(), meant)])
    }

    /// Adds to words that few photos have what else may have been meant; whether there was any.
    fn widen(&self, groups: &mut [Group], tried: &mut Tried) -> Result<bool, SearchError> {
        let mut stems = Stems::new();
        let mut is_wider = false;
        for group in groups {
            let more = meant::besides(self.searcher, self.vocabulary, group, &mut stems)?;
            is_wider |= !more.choices.is_empty();
            more.tell_unless_unknown(&group.asked, tried);
            group.choices.extend(more.choices);
        }
        Ok(is_wider)
    }

    fn phrases(&self, asked: &Asked) -> Vec<Box<dyn Query>> {
        let term = |word: &String| Term::from_field_text(self.vocabulary.words, word);
        let phrases = asked.phrases.iter().map(|phrase| -> Box<dyn Query> {
            match &phrase[..] {
                [word] => Box::new(TermQuery::new(term(word), IndexRecordOption::Basic)),
                words => Box::new(PhraseQuery::new(words.iter().map(term).collect())),
            }
        });
        phrases.collect()
    }

    fn query(
        &self,
        groups: &[Group],
        required: u32,
        phrases: &[Box<dyn Query>],
        filter: &Filter,
    ) -> Box<dyn Query> {
        let mut clauses: Vec<Box<dyn Query>> =
            groups.iter().map(|group| self.group_query(group)).collect();
        let words = match clauses.len() {
            1 => clauses.remove(0),
            _ => Box::new(Together { clauses, required }),
        };
        let mut filter = filter.clone();
        for phrase in phrases {
            filter.push(Occur::Must, phrase.box_clone());
        }
        filter.around(Some(words), self.kind)
    }

    fn group_query(&self, group: &Group) -> Box<dyn Query> {
        let query = |choice: &Choice| -> Box<dyn Query> {
            let term = Term::from_field_text(self.vocabulary.stems, &choice.stem);
            let query = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
            if choice.sureness >= 1.0 {
                query
            } else {
                Box::new(BoostQuery::new(query, choice.sureness))
            }
        };
        match &group.choices[..] {
            [choice] => query(choice),
            choices => Box::new(DisjunctionMaxQuery::new(choices.iter().map(query).collect())),
        }
    }
}

/// How many of several words a match must have.
fn required(words: usize) -> u32 {
    match words {
        0..=2 => 1,
        more => (more as u32).div_ceil(3),
    }
}

/// What was found, and how.
pub(crate) struct Outcome {
    pub found: Found,
    pub tried: Tried,
    /// What found it, to be asked again for other things; `None` when nothing can match.
    pub query: Option<Box<dyn Query>>,
    /// Whether scores tell matches from others.
    pub is_scored: bool,
}

impl Outcome {
    fn nothing(tried: Tried) -> Self {
        Self { found: Found { best: Vec::new(), total: 0 }, tried, query: None, is_scored: false }
    }

    fn or_more(self, other: Self) -> Self {
        if other.found.total > self.found.total { other } else { self }
    }
}
