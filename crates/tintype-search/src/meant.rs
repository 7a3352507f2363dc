//! What an unknown word may have meant: a typing error, or the beginning of a word.

use std::collections::HashMap;

use tantivy::{Score, Searcher};

use crate::asked::AskedWord;
use crate::dictionary;
use crate::group::{Choice, Group};
use crate::stop_words::is_stop_word;
use crate::tongue::Tongue;
use crate::{Replaced, SearchError, Tried};

/// The stems that a word may have meant, the likeliest first, with the real word for it.
#[derive(Debug, Default)]
pub(crate) struct Meant {
    pub choices: Vec<Choice>,
    kind: Option<(Change, String)>,
}

/// How the real word differs from the one that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Corrected,
    Completed,
}

/// Shorter words are taken as they are: too many are one letter away from them.
const CORRECTED_LETTERS_MIN: usize = 4;
/// Shorter beginnings are beginnings of anything.
const COMPLETED_LETTERS_MIN: usize = 3;
/// The unlikelier ones are left out.
const CHOICES_MAX: usize = 8;
/// Errors in the first letter are rare.
const FIRST_LETTER_CHANGED: f64 = 0.15;
/// A word typed to its end is likelier than one that breaks off.
const BREAKS_OFF: f64 = 0.3;

impl Meant {
    /// A word that the index knows.
    pub(crate) fn itself(choices: Vec<Choice>) -> Self {
        Self { choices, kind: None }
    }

    /// Notes what was done with the word.
    pub(crate) fn tell(&self, asked: &AskedWord, tried: &mut Tried) {
        if self.choices.is_empty() {
            tried.left_out.push(asked.raw.clone());
        }
        self.tell_unless_unknown(asked, tried);
    }

    /// Notes what was done with the word, if anything.
    pub(crate) fn tell_unless_unknown(&self, asked: &AskedWord, tried: &mut Tried) {
        let Some((change, word)) = &self.kind else { return };
        let replaced = Replaced { from: asked.raw.clone(), to: word.clone() };
        match change {
            Change::Corrected => tried.corrected.push(replaced),
            Change::Completed => tried.completed.push(replaced),
        }
    }
}

/// What is nearest to a word that nothing has.
pub(crate) fn nearest(
    searcher: &Searcher,
    tongue: &mut Tongue,
    word: &str,
) -> Result<Meant, SearchError> {
    let candidates = candidates(searcher, tongue, word)?;
    Ok(choose(candidates, tongue, 1.0))
}

/// What else may have been meant by a word that few have.
pub(crate) fn besides(
    searcher: &Searcher,
    tongue: &mut Tongue,
    group: &Group,
) -> Result<Meant, SearchError> {
    let word = &group.asked.folded;
    let [known] = &group.choices[..] else { return Ok(Meant::default()) };
    let own = dictionary::documents(searcher, known.field, &known.word)?;
    if own >= OWN_MAX || word.chars().count() < CORRECTED_LETTERS_MIN || has_digit(word) {
        return Ok(Meant::default());
    }
    let mut candidates = candidates(searcher, tongue, word)?;
    candidates.retain(|candidate| {
        let is_other = tongue.stems.of(&candidate.word) != known.word;
        let is_commoner = candidate.change == Change::Completed
            || candidate.documents >= (own * COMMONER).max(OWN_MAX);
        is_other && is_commoner
    });
    Ok(choose(candidates, tongue, BESIDES))
}

/// A word that so many have was meant.
const OWN_MAX: u64 = 10;
/// By how much a correction of a known word must be commoner than the word.
const COMMONER: u64 = 4;
/// How sure a reading beside the literal one is.
const BESIDES: Score = 0.1;

struct Candidate {
    word: String,
    documents: u64,
    change: Change,
    likelihood: f64,
}

fn candidates(
    searcher: &Searcher,
    tongue: &Tongue,
    word: &str,
) -> Result<Vec<Candidate>, SearchError> {
    let letters = word.chars().count();
    let mut found = Vec::new();
    if letters >= CORRECTED_LETTERS_MIN && !has_digit(word) {
        for (other, documents) in dictionary::nearly(searcher, tongue.vocabulary.words, word)? {
            let same_start = other.chars().next() == word.chars().next();
            let channel = if same_start { 1.0 } else { FIRST_LETTER_CHANGED };
            let likelihood = documents as f64 * channel;
            found.push(Candidate { word: other, documents, change: Change::Corrected, likelihood });
        }
    }
    if letters >= COMPLETED_LETTERS_MIN {
        for (other, documents) in dictionary::beginning(searcher, tongue.vocabulary.words, word)? {
            let likelihood = documents as f64 * BREAKS_OFF;
            found.push(Candidate { word: other, documents, change: Change::Completed, likelihood });
        }
    }
    found.retain(|candidate| {
        candidate.word != word && !is_stop_word(&candidate.word, tongue.language)
    });
    Ok(found)
}

/// The likeliest stems. Several words of one stem are one choice.
fn choose(candidates: Vec<Candidate>, tongue: &mut Tongue, surest: Score) -> Meant {
    let mut by_stem: HashMap<String, (f64, Candidate)> = HashMap::new();
    for candidate in candidates {
        let stem = tongue.stems.of(&candidate.word);
        let likelihood = candidate.likelihood;
        match by_stem.get_mut(&stem) {
            Some((sum, best)) => {
                *sum += likelihood;
                if is_before(&candidate, best) {
                    *best = candidate;
                }
            }
            None => {
                by_stem.insert(stem, (likelihood, candidate));
            }
        }
    }
    let mut ranked: Vec<(String, f64, Candidate)> =
        by_stem.into_iter().map(|(stem, (sum, best))| (stem, sum, best)).collect();
    ranked
        .sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    ranked.truncate(CHOICES_MAX);
    let Some(most) = ranked.first().map(|(_, sum, _)| *sum) else { return Meant::default() };
    let kind = ranked.first().map(|(_, _, best)| (best.change, best.word.clone()));
    let choice = |(word, sum, _): (String, f64, Candidate)| Choice {
        field: tongue.vocabulary.stems,
        form: Some(tongue.vocabulary.words),
        word,
        sureness: ((sum / most).powf(DOUBT) as Score) * surest,
    };
    let choices = ranked.into_iter().map(choice);
    Meant { choices: choices.collect(), kind }
}

/// How fast sureness falls with likelihood.
const DOUBT: f64 = 0.5;

fn is_before(one: &Candidate, other: &Candidate) -> bool {
    let by_likelihood = one.likelihood.total_cmp(&other.likelihood);
    by_likelihood.then_with(|| other.word.cmp(&one.word)).is_gt()
}

fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}
