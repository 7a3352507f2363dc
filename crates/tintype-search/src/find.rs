//! The search itself: first the words as they are, then, when that finds little, what was meant.

use tantivy::query::{BooleanQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};
use tintype_domain::{Language, SearchOrder};

use crate::asked::Asked;
use crate::filter::Filter;
use crate::group::{Group, Grouper};
use crate::kind::Kind;
use crate::ranking::{Best, Found};
use crate::schema::{Fields, Vocabulary};
use crate::statistics::Statistics;
use crate::tongue::Tongues;
use crate::{SearchError, Tried};

/// Searches one kind of documents in one state of the index.
pub(crate) struct Finder<'a> {
    searcher: &'a Searcher,
    kind: Kind,
    fields: &'a Fields,
    language: Language,
    statistics: Statistics<'a>,
}

/// In what order, and how many.
#[derive(Clone, Copy)]
pub(crate) struct Wanted {
    pub order: SearchOrder,
    pub keep: usize,
}

/// What was found, and how.
pub(crate) struct Outcome {
    pub found: Found,
    pub tried: Tried,
    /// What found it, to be asked again for other things; `None` when nothing can match.
    pub matching: Option<Matching>,
}

/// A query, with what its scores mean.
pub(crate) struct Matching {
    pub query: Box<dyn Query>,
    /// Whether scores are needed, for the order or because those that score nothing do not match.
    pub is_scored: bool,
}

/// When fewer are found, more is tried. It is no page's size, so that totals are the same whatever
/// the page.
const FEW: u64 = 10;

impl<'a> Finder<'a> {
    pub(crate) fn new(
        kind: Kind,
        language: Language,
        (searcher, fields): (&'a Searcher, &'a Fields),
    ) -> Result<Self, SearchError> {
        let statistics = Statistics::of(kind, searcher, fields)?;
        Ok(Self { searcher, kind, fields, language, statistics })
    }

    /// Finds what was asked. A blank question finds everything that the filter lets through; one
    /// without a single word or digit finds nothing.
    pub(crate) fn find(
        &self,
        asked: &Asked,
        filter: &Filter,
        wanted: Wanted,
    ) -> Result<Outcome, SearchError> {
        let mut tried = Tried { cut: asked.is_cut, ..Tried::default() };
        if asked.is_blank {
            let query = filter.around(None, self.kind);
            let matching = Matching { query, is_scored: false };
            return self.run(matching, wanted, tried);
        }
        let tongues = Tongues::of(self.kind, self.language, self.searcher, self.fields)?;
        let mut grouper = Grouper { searcher: self.searcher, tongues };
        let mut groups = grouper.groups(&asked.words, &mut tried)?;
        if groups.is_empty() {
            let found = Found { best: Vec::new(), total: 0 };
            return Ok(Outcome { found, tried, matching: None });
        }
        let mut need =
            Need { words: required(groups.len()), phrases: phrases(asked, &grouper.tongues) };
        let mut best = self.run(self.matching(&groups, &need, (filter, wanted)), wanted, tried)?;
        while let Some(looser) = need.looser(best.found.total) {
            need = looser;
            let tried = Tried { fewer_words: true, ..best.tried.clone() };
            best = best.or_more(self.run(
                self.matching(&groups, &need, (filter, wanted)),
                wanted,
                tried,
            )?);
        }
        // Quoted words that were found are meant as they are.
        if best.found.total < FEW && need.phrases.is_empty() {
            let mut wider = best.tried.clone();
            if grouper.widen(&mut groups, &mut wider)? {
                best = best.or_more(self.run(
                    self.matching(&groups, &need, (filter, wanted)),
                    wanted,
                    wider,
                )?);
            }
        }
        Ok(best)
    }

    fn run(
        &self,
        matching: Matching,
        wanted: Wanted,
        tried: Tried,
    ) -> Result<Outcome, SearchError> {
        let Wanted { order, keep } = wanted;
        let best = Best { order, keep, is_scored: matching.is_scored };
        let query = &matching.query;
        let found =
            self.searcher.search_with_statistics_provider(query, &best, &self.statistics)?;
        Ok(Outcome { found, tried, matching: Some(matching) })
    }

    fn matching(
        &self,
        groups: &[Group],
        need: &Need,
        (filter, wanted): (&Filter, Wanted),
    ) -> Matching {
        let mut filter = filter.clone();
        for phrase in &need.phrases {
            filter.push(Occur::Must, phrase.box_clone());
        }
        let query = match groups {
            [group] => filter.around_one(group.query(), group.bonus()),
            groups => filter.around(Some(Group::together(groups, need.words)), self.kind),
        };
        let is_scored = wanted.order == SearchOrder::Relevant || need.words > 1;
        Matching { query, is_scored }
    }
}

/// The phrases, as queries on words in their order, in any of the languages that are asked.
fn phrases(asked: &Asked, tongues: &Tongues) -> Vec<Box<dyn Query>> {
    let phrases = asked.phrases.iter().map(|phrase| -> Box<dyn Query> {
        let mut each: Vec<Box<dyn Query>> =
            tongues.asked.iter().map(|tongue| self::phrase(phrase, tongue.vocabulary)).collect();
        match each.pop() {
            Some(only) if each.is_empty() => only,
            last => Box::new(BooleanQuery::union(each.into_iter().chain(last).collect())),
        }
    });
    phrases.collect()
}

fn phrase(words: &[String], vocabulary: Vocabulary) -> Box<dyn Query> {
    let term = |word: &String| Term::from_field_text(vocabulary.words, word);
    match words {
        [word] => Box::new(TermQuery::new(term(word), IndexRecordOption::Basic)),
        words => Box::new(PhraseQuery::new(words.iter().map(term).collect())),
    }
}

/// What a match must have.
struct Need {
    words: u32,
    phrases: Vec<Box<dyn Query>>,
}

impl Need {
    /// What to need instead when so many were found; `None` when that is enough.
    fn looser(&self, found: u64) -> Option<Self> {
        let phrases = || self.phrases.iter().map(|phrase| phrase.box_clone()).collect();
        if found < FEW && self.words > 1 {
            Some(Self { words: 1, phrases: phrases() })
        } else if found == 0 && !self.phrases.is_empty() {
            Some(Self { words: self.words, phrases: Vec::new() })
        } else {
            None
        }
    }
}

/// How many of several words a match must have: any of two, else a third of them. The more words,
/// the likelier that a caption has one of them by chance; ranking does the rest.
fn required(words: usize) -> u32 {
    if words <= 2 { 1 } else { (words as u32).div_ceil(3) }
}

impl Outcome {
    fn or_more(self, other: Self) -> Self {
        if other.found.total > self.found.total { other } else { self }
    }
}
