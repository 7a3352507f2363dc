//! One word of a question, with all that may stand for it.

use tantivy::query::{BoostQuery, DisjunctionMaxQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Searcher, Term};

use crate::asked::AskedWord;
use crate::meant::{self, Meant};
use crate::schema::Vocabulary;
use crate::stop_words::is_stop_word;
use crate::together::Together;
use crate::tongue::{Tongue, Tongues};
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
    /// Where the very form of the word counts on top.
    pub form: Option<Field>,
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
    pub(crate) fn bonus(&self) -> Option<Box<dyn Query>> {
        match &self.choices[..] {
            [Choice { form: Some(form), sureness: 1.0.., .. }] => {
                let term = Term::from_field_text(*form, &self.asked.folded);
                let query = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
                Some(Box::new(BoostQuery::new(query, SAME_FORM)))
            }
            _ => None,
        }
    }

    /// Several of them in one query, of which `required` must match.
    pub(crate) fn together(groups: &[Self], required: u32) -> Box<dyn Query> {
        let clauses = groups.iter().map(Self::query).collect();
        let bonuses = groups.iter().filter_map(Self::bonus).collect();
        Box::new(Together { clauses, bonuses, required })
    }
}

/// Finds out what words mean in one state of the index.
pub(crate) struct Grouper<'a> {
    pub searcher: &'a Searcher,
    pub tongues: Tongues,
}

impl Grouper<'_> {
    /// What each word means: itself when the index knows it, else what is nearest to it.
    pub(crate) fn groups(
        &mut self,
        words: &[AskedWord],
        tried: &mut Tried,
    ) -> Result<Vec<Group>, SearchError> {
        let mut groups: Vec<Group> = Vec::new();
        for word in words {
            for (asked, meant) in self.meanings(word)? {
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
        &mut self,
        groups: &mut [Group],
        tried: &mut Tried,
    ) -> Result<bool, SearchError> {
        let mut is_wider = false;
        for group in groups {
            let [known] = &group.choices[..] else { continue };
            // A stop word has no stems to begin with.
            let Some(tongue) = self.tongues.with_stems(known.field) else { continue };
            let more = meant::besides(self.searcher, tongue, group)?;
            is_wider |= !more.choices.is_empty();
            more.tell_unless_unknown(&group.asked, tried);
            group.choices.extend(more.choices);
        }
        Ok(is_wider)
    }

    fn meanings(&mut self, word: &AskedWord) -> Result<Vec<(AskedWord, Meant)>, SearchError> {
        if let Some(meant) = self.known(&word.folded)? {
            return Ok(vec![(word.clone(), meant)]);
        }
        let mut parts = Vec::new();
        for part in &word.parts {
            if let Some(meant) = self.known(part)? {
                parts.push((AskedWord { folded: part.clone(), ..word.clone() }, meant));
            }
        }
        if !parts.is_empty() {
            return Ok(parts);
        }
        let mut meant = Meant::default();
        for tongue in &mut self.tongues.asked {
            if meant.choices.is_empty() {
                meant = meant::nearest(self.searcher, tongue, &word.folded)?;
            }
        }
        Ok(vec![(word.clone(), meant)])
    }

    /// The word itself, if the index has it: in the language that was asked and in the library's
    /// own, else in any other.
    fn known(&mut self, folded: &str) -> Result<Option<Meant>, SearchError> {
        let Tongues { asked, others } = &mut self.tongues;
        for (tongues, surest) in [(asked, 1.0), (others, OTHER_LANGUAGE)] {
            let mut choices: Vec<Choice> = Vec::new();
            for tongue in tongues {
                let sureness = if choices.is_empty() { surest } else { OTHER_LANGUAGE };
                choices.extend(choice(self.searcher, tongue, (folded, sureness))?);
            }
            if !choices.is_empty() {
                return Ok(Some(Meant::itself(choices)));
            }
        }
        Ok(None)
    }
}

/// How sure a word is in a language that was not asked for.
const OTHER_LANGUAGE: Score = 0.8;

/// The word in one language. Stop words have no stems there: they are asked for only when nothing
/// else is.
fn choice(
    searcher: &Searcher,
    tongue: &mut Tongue,
    (folded, sureness): (&str, Score),
) -> Result<Option<Choice>, SearchError> {
    let Vocabulary { stems, words } = tongue.vocabulary;
    let (field, word, form) = if is_stop_word(folded, tongue.language) {
        (words, folded.to_owned(), None)
    } else {
        (stems, tongue.stems.of(folded), Some(words))
    };
    let is_known = searcher.doc_freq(&Term::from_field_text(field, &word))? > 0;
    Ok(is_known.then_some(Choice { field, word, sureness, form }))
}
