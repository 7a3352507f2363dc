//! Word stems, so that "mountains" finds "mountain" and "Bäume" finds "Baum".

use std::borrow::Cow;
use std::collections::HashMap;

use tantivy::tokenizer::{self, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};
use tintype_domain::Language;

/// Stems words of one language and remembers the commonest.
pub(crate) struct Stems {
    language: Language,
    analyzer: TextAnalyzer,
    known: HashMap<String, String>,
}

/// How many stems are remembered; few texts use more words.
const KNOWN_MAX: usize = 8_000;

impl Stems {
    pub(crate) fn of_language(language: Language) -> Self {
        let stemmer = Stemmer::new(match language {
            Language::English => tokenizer::Language::English,
            Language::German => tokenizer::Language::German,
            Language::Spanish => tokenizer::Language::Spanish,
            Language::French => tokenizer::Language::French,
        });
        let analyzer = TextAnalyzer::builder(RawTokenizer::default()).filter(stemmer).build();
        Self { language, analyzer, known: HashMap::new() }
    }

    /// The stem of a folded word.
    pub(crate) fn of(&mut self, word: &str) -> String {
        if let Some(stem) = self.known.get(word) {
            return stem.clone();
        }
        let stem = {
            let word = &*match self.language {
                Language::German => umlauts(word),
                Language::Spanish => Cow::Borrowed(singular(word)),
                Language::English | Language::French => Cow::Borrowed(word),
            };
            let mut stream = self.analyzer.token_stream(word);
            if stream.advance() { stream.token().text.clone() } else { word.to_owned() }
        };
        if self.known.len() >= KNOWN_MAX {
            self.known.clear();
        }
        self.known.insert(word.to_owned(), stem.clone());
        stem
    }
}

/// A German word folded as its umlauts are, however they were typed: "gruen" is "grün".
fn umlauts(word: &str) -> Cow<'_, str> {
    if !["ae", "oe", "ue"].iter().any(|pair| word.contains(pair)) {
        return Cow::Borrowed(word);
    }
    let mut plain = String::with_capacity(word.len());
    for letter in word.chars() {
        // In "Quelle", "neue" and "Feuer" the two are no umlaut.
        let mut before = plain.chars().rev();
        let is_umlaut = letter == 'e'
            && matches!(before.next(), Some('a' | 'o' | 'u'))
            && !matches!(before.next(), Some('a' | 'e' | 'q'));
        if !is_umlaut {
            plain.push(letter);
        }
    }
    Cow::Owned(plain)
}

/// A Spanish word without the s of its plural, which the stemmer leaves on short ones: "olas".
fn singular(word: &str) -> &str {
    let bare = word.strip_suffix('s').filter(|bare| bare.len() >= 3);
    bare.filter(|bare| bare.ends_with(['a', 'e', 'o'])).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: Language, pairs: &[(&str, &str)]) {
        let mut stems = Stems::of_language(language);
        for (one, other) in pairs {
            assert_eq!(stems.of(one), stems.of(other), "{one} and {other}");
        }
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let english = [("mountain", "mountains"), ("run", "running"), ("city", "cities")];
        check(Language::English, &english);
        // As folding leaves them.
        let german = [("baum", "baume"), ("berg", "berge"), ("grun", "gruen"), ("wald", "walder")];
        check(Language::German, &german);
        check(
            Language::Spanish,
            &[("montana", "montanas"), ("ola", "olas"), ("flor", "flores"), ("nube", "nubes")],
        );
        check(Language::French, &[("montagne", "montagnes"), ("nuage", "nuages")]);
    }

    #[test]
    fn two_vowels_are_no_umlaut_everywhere() {
        for (word, plain) in [("gruen", "grun"), ("quelle", "quelle"), ("feuer", "feuer")] {
            assert_eq!(umlauts(word), plain);
        }
    }
}
