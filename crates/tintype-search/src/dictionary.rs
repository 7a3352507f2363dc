//! The words that the index knows: how many documents have one, and which are nearly like it.

use std::collections::HashMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::SearchError;

/// At most so many words of one segment's dictionary are looked at for a completion.
const WORDS_MAX: usize = 4_000;

/// How many documents have a word.
pub(crate) fn documents(searcher: &Searcher, field: Field, word: &str) -> Result<u64, SearchError> {
    Ok(searcher.doc_freq(&Term::from_field_text(field, word))?)
}

/// Whether nothing is in a field.
pub(crate) fn is_empty(searcher: &Searcher, field: Field) -> Result<bool, SearchError> {
    for segment in searcher.segment_readers() {
        if segment.inverted_index(field)?.terms().num_terms() > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Words that one letter more, less, other or swapped would make of this one, and it itself.
pub(crate) fn nearly(
    searcher: &Searcher,
    field: Field,
    word: &str,
) -> Result<HashMap<String, u64>, SearchError> {
    let automaton = FuzzyTermQuery::new(Term::from_field_text(field, word), 1, true).automaton()?;
    let mut found = HashMap::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut stream = inverted.terms().search(&automaton).into_stream()?;
        while stream.advance() {
            add(&mut found, stream.key(), stream.value().doc_freq);
        }
    }
    Ok(found)
}

/// Words that begin like this.
pub(crate) fn beginning(
    searcher: &Searcher,
    field: Field,
    prefix: &str,
) -> Result<HashMap<String, u64>, SearchError> {
    let mut found = HashMap::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut stream = inverted.terms().range().ge(prefix).into_stream()?;
        let mut looked_at = 0;
        while looked_at < WORDS_MAX
            && stream.advance()
            && stream.key().starts_with(prefix.as_bytes())
        {
            add(&mut found, stream.key(), stream.value().doc_freq);
            looked_at += 1;
        }
    }
    Ok(found)
}

/// Every word.
pub(crate) fn all(searcher: &Searcher, field: Field) -> Result<HashMap<String, u64>, SearchError> {
    let mut found = HashMap::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut stream = inverted.terms().stream()?;
        while stream.advance() {
            add(&mut found, stream.key(), stream.value().doc_freq);
        }
    }
    Ok(found)
}

/// The commonest first; equals in the order of the alphabet.
pub(crate) fn commonest(words: HashMap<String, u64>, limit: usize) -> Vec<(String, u64)> {
    let mut words: Vec<(String, u64)> = words.into_iter().collect();
    words.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    words.truncate(limit);
    words
}

fn add(found: &mut HashMap<String, u64>, key: &[u8], documents: u32) {
    if let Ok(word) = std::str::from_utf8(key) {
        *found.entry(word.to_owned()).or_default() += u64::from(documents);
    }
}
