//! Word stems, so that "mountains" finds "mountain", and the words too common to search for.

use std::collections::HashMap;

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

/// Stems English words and remembers the commonest.
pub(crate) struct Stems {
    analyzer: TextAnalyzer,
    known: HashMap<String, String>,
}

/// How many stems are remembered; few texts use more words.
const KNOWN_MAX: usize = 8_000;

impl Stems {
    pub(crate) fn new() -> Self {
        let stemmer = Stemmer::new(Language::English);
        let analyzer = TextAnalyzer::builder(RawTokenizer::default()).filter(stemmer).build();
        Self { analyzer, known: HashMap::new() }
    }

    /// The stem of a folded word.
    pub(crate) fn of(&mut self, word: &str) -> String {
        if let Some(stem) = self.known.get(word) {
            return stem.clone();
        }
        let stem = {
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

/// Whether a folded word says nothing about a picture.
pub(crate) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// Sorted.
const STOP_WORDS: &[&str] = &[
    "a", "am", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could",
    "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "hers", "him", "his",
    "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not", "of", "on", "onto", "or",
    "our", "she", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "us", "was", "we", "were", "what", "when", "where",
    "which", "while", "who", "whose", "will", "with", "would", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let mut stems = Stems::new();
        for (one, other) in [("mountain", "mountains"), ("run", "running"), ("city", "cities")] {
            assert_eq!(stems.of(one), stems.of(other));
        }
        assert_ne!(stems.of("universe"), "");
    }

    #[test]
    fn stop_words_are_sorted_so_that_they_are_found() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("the") && !is_stop_word("sea"));
    }
}
