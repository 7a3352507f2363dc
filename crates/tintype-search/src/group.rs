//! One word of a question, with all that may stand for it.

use tantivy::query::{BoostQuery, DisjunctionMaxQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Searcher, Term};

use crate::asked::AskedWord;
use crate::meant::{self, Meant};
use crate::schema::Vocabulary;
use crate::stem::{Stems, is_stop_word};
use crate::together::Together;
use crate::{SearchError, Tried};

/// What may stand for one word that was asked.
pub(crate) struct Group {
    pub asked: AskedWord,
    /// Never empty.
    pub choices: Vec<Choice>,
}

/// A word of the index, and how sure it is that it was meant.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    pub field: Field,
    pub word: String,
    pub sureness: Score,
}

/// What the very form of a word that was asked counts beside its stem: "dogs" finds "dog", but
/// "dogs" first.
const SAME_FORM: Score = 0.2;

impl Choice {
    fn query(&self) -> Box<dyn Query> {
        let term = Term::from_field_text(self.field, &self.word);
        let query = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
        if self.sureness < 1.0 {
            return Box::new(BoostQuery::new(query, self.sureness));
        }
        query
    }
}

impl Group {
    /// What matches: the best of the choices counts.
    pub(crate) fn query(&self) -> Box<dyn Query> {
        match &self.choices[..] {
            [choice] => choice.query(),
            choices => {
                let queries = choices.iter().map(Choice::query).collect();
                Box::new(DisjunctionMaxQuery::new(queries))
            }
        }
    }

    /// What counts on top, when the word is known by its stem.
    pub(crate) fn bonus(&self, vocabulary: Vocabulary) -> Option<Box<dyn Query>> {
        match &self.choices[..] {
            [choice] if choice.field == vocabulary.stems && choice.sureness >= 1.0 => {
                let term = Term::from_field_text(vocabulary.words, &self.asked.folded);
                let query = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
                Some(Box::new(BoostQuery::new(query, SAME_FORM)))
            }
            _ => None,
        }
    }

    /// Several of them in one query, of which `required` must match.
    pub(crate) fn together(
        groups: &[Self],
        vocabulary: Vocabulary,
        required: u32,
    ) -> Box<dyn Query> {
        let clauses = groups.iter().map(Self::query).collect();
        let bonuses = groups.iter().filter_map(|group| group.bonus(vocabulary)).collect();
        Box::new(Together { clauses, bonuses, required })
    }
}

/// Finds out what words mean in one state of the index.
#[derive(Clone, Copy)]
pub(crate) struct Grouper<'a> {
    pub searcher: &'a Searcher,
    pub vocabulary: Vocabulary,
}

impl Grouper<'_> {
    /// What each word means: itself when the index knows it, else what is nearest to it.
    pub(crate) fn groups(
        &self,
        words: &[AskedWord],
        tried: &mut Tried,
    ) -> Result<Vec<Group>, SearchError> {
        let mut stems = Stems::new();
        let mut groups: Vec<Group> = Vec::new();
        for word in words {
            for (asked, meant) in self.meanings(word, &mut stems)? {
                meant.tell(&asked, tried);
                // "run running" is one word twice.
                let is_new = groups.iter().all(|known| known.choices != meant.choices);
                if is_new && !meant.choices.is_empty() {
                    groups.push(Group { asked, choices: meant.choices });
                }
            }
        }
        Ok(groups)
    }

    /// Adds to words that few have what else may have been meant; whether there was any.
    pub(crate) fn widen(
        &self,
        groups: &mut [Group],
        tried: &mut Tried,
    ) -> Result<bool, SearchError> {
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

    fn meanings(
        &self,
        word: &AskedWord,
        stems: &mut Stems,
    ) -> Result<Vec<(AskedWord, Meant)>, SearchError> {
        if let Some(meant) = self.known(&word.folded, stems)? {
            return Ok(vec![(word.clone(), meant)]);
        }
        let mut parts = Vec::new();
        for part in &word.parts {
            if let Some(meant) = self.known(part, stems)? {
                parts.push((AskedWord { folded: part.clone(), ..word.clone() }, meant));
            }
        }
        if !parts.is_empty() {
            return Ok(parts);
        }
        let meant = meant::nearest(self.searcher, self.vocabulary, &word.folded, stems)?;
        Ok(vec![(word.clone(), meant)])
    }

    /// The word itself, if the index has it. Stop words have no stems there: they are asked for only
    /// when nothing else is.
    fn known(&self, folded: &str, stems: &mut Stems) -> Result<Option<Meant>, SearchError> {
        let (field, word) = if is_stop_word(folded) {
            (self.vocabulary.words, folded.to_owned())
        } else {
            (self.vocabulary.stems, stems.of(folded))
        };
        let is_known = self.searcher.doc_freq(&Term::from_field_text(field, &word))? > 0;
        Ok(is_known.then(|| Meant::itself(Choice { field, word, sureness: 1.0 })))
    }
}
