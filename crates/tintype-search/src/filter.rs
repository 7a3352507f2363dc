//! What narrows a search: facets that every match must have, or may not have.

use tantivy::Term;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query, TermQuery, TermSetQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tintype_domain::ContentFilter;

use crate::kind::Kind;
use crate::schema::Fields;
use crate::text::words;
use crate::{ColorMatch, PhotoQuery, facet, palette};

/// Clauses that are asked yes or no and add nothing to the score.
pub(crate) struct Filter {
    facet: Field,
    clauses: Vec<(Occur, Box<dyn Query>)>,
}

impl Clone for Filter {
    fn clone(&self) -> Self {
        let clause = |(occur, query): &(Occur, Box<dyn Query>)| (*occur, query.box_clone());
        Self { facet: self.facet, clauses: self.clauses.iter().map(clause).collect() }
    }
}

impl Filter {
    /// Lets everything through.
    pub(crate) fn none(fields: &Fields) -> Self {
        Self { facet: fields.facet, clauses: Vec::new() }
    }

    /// What a query asks beside its words.
    pub(crate) fn of(query: &PhotoQuery, fields: &Fields) -> Self {
        let mut filter = Self::none(fields);
        filter.must(query.orientation.map(facet::orientation));
        filter.must(query.owner.as_ref().map(facet::owner));
        filter.must(query.license.as_ref().map(facet::license));
        filter.any_of(query.collections.iter().take(CHOICES_MAX).map(facet::collection));
        filter.any_of(query.topics.iter().take(CHOICES_MAX).map(facet::topic));
        match query.color {
            Some(ColorMatch::Named(name)) => filter.must([facet::color(name)]),
            Some(ColorMatch::Near(color)) => {
                filter.any_of(palette::near(color).into_iter().map(palette::Cell::token));
            }
            None => {}
        }
        let camera = query.camera.as_deref().unwrap_or_default();
        let camera = words(camera).into_iter().take(CAMERA_WORDS_MAX);
        filter.must(camera.map(|word| facet::camera(&word.folded)));
        if query.content_filter == ContentFilter::High {
            filter.must_not(facet::SENSITIVE);
        }
        filter
    }

    /// Every match must have these.
    pub(crate) fn must(&mut self, facets: impl IntoIterator<Item = String>) {
        for facet in facets {
            let query = self.facet_query(&facet);
            self.push(Occur::Must, query);
        }
    }

    /// No match may have this.
    pub(crate) fn must_not(&mut self, facet: &str) {
        let query = self.facet_query(facet);
        self.clauses.push((Occur::MustNot, query));
    }

    /// Every match must satisfy this query, whose score does not count.
    pub(crate) fn push(&mut self, occur: Occur, query: Box<dyn Query>) {
        self.clauses.push((occur, Box::new(ConstScoreQuery::new(query, 0.0))));
    }

    /// Scored matches that pass, or all of a kind that pass.
    pub(crate) fn around(&self, scored: Option<Box<dyn Query>>, kind: Kind) -> Box<dyn Query> {
        let inner = match scored {
            Some(query) => query,
            None => self.facet_query(kind.facet()),
        };
        if self.clauses.is_empty() {
            return inner;
        }
        let clauses = self.clauses.iter().map(|(occur, query)| (*occur, query.box_clone()));
        Box::new(BooleanQuery::new(clauses.chain([(Occur::Must, inner)]).collect()))
    }

    /// One scored word that must match and pass, with what counts on top.
    pub(crate) fn around_one(
        &self,
        word: Box<dyn Query>,
        bonus: Option<Box<dyn Query>>,
    ) -> Box<dyn Query> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> =
            bonus.into_iter().map(|bonus| (Occur::Should, bonus)).collect();
        if self.is_open() {
            // Not "must": a union of two is read in one sweep. The bonus is never there alone.
            clauses.push((Occur::Should, word));
        } else {
            let own = self.clauses.iter().map(|(occur, query)| (*occur, query.box_clone()));
            clauses.extend(own.chain([(Occur::Must, word)]));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    /// Whether everything passes.
    pub(crate) fn is_open(&self) -> bool {
        self.clauses.is_empty()
    }

    fn any_of(&mut self, facets: impl Iterator<Item = String>) {
        let terms: Vec<Term> = facets.map(|facet| self.term(&facet)).collect();
        if !terms.is_empty() {
            self.push(Occur::Must, Box::new(TermSetQuery::new(terms)));
        }
    }

    fn facet_query(&self, facet: &str) -> Box<dyn Query> {
        Box::new(TermQuery::new(self.term(facet), IndexRecordOption::Basic))
    }

    fn term(&self, facet: &str) -> Term {
        Term::from_field_text(self.facet, facet)
    }
}

/// More collections or topics in one query are not looked at.
const CHOICES_MAX: usize = 100;
const CAMERA_WORDS_MAX: usize = 8;
