//! Reads what was typed: words, words in quotes, and how much of it is looked at.

use tintype_domain::Language;

use crate::stop_words::is_stop_word;
use crate::text::{cut, unelided, words};

/// What was typed, as far as it can be searched.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Words wherever they stand, each once.
    pub words: Vec<AskedWord>,
    /// Words that must stand together, folded.
    pub phrases: Vec<Vec<String>>,
    /// Whether there was more than is looked at.
    pub is_cut: bool,
    /// Whether nothing at all was typed.
    pub is_blank: bool,
}

/// One word to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AskedWord {
    /// As typed, for telling what was done.
    pub raw: String,
    /// Lower case, without accents.
    pub folded: String,
    /// What it is made of, should nothing have it as a whole.
    pub parts: Vec<String>,
}

/// More of a query is not looked at.
const QUERY_BYTES_MAX: usize = 1_500;
/// More words are not looked at: every one costs, and no caption has as many.
const QUERY_WORDS_MAX: usize = 24;

impl Asked {
    pub(crate) fn read(typed: &str, language: Language) -> Self {
        let text = &*unelided(cut(typed, QUERY_BYTES_MAX), language);
        let mut asked = Self {
            is_cut: text.len() < typed.trim_end().len(),
            is_blank: typed.trim().is_empty(),
            ..Self::default()
        };
        let pieces: Vec<&str> = text.split(['"', '“', '”', '„']).collect();
        // A quotation mark without its partner is no quotation.
        let closed = if pieces.len() % 2 == 1 { pieces.len() } else { pieces.len() - 1 };
        for (place, piece) in pieces.into_iter().enumerate() {
            if place % 2 == 1 && place < closed {
                asked.add_phrase(piece);
            } else {
                asked.add_words(piece);
            }
        }
        asked.drop_stop_words(language);
        asked
    }

    fn add_words(&mut self, piece: &str) {
        for word in words(piece) {
            if self.words.iter().any(|known| known.folded == word.folded) {
                continue;
            }
            if self.words.len() >= QUERY_WORDS_MAX {
                self.is_cut = true;
                return;
            }
            let raw = word.raw.to_owned();
            self.words.push(AskedWord { raw, folded: word.folded, parts: word.parts });
        }
    }

    fn add_phrase(&mut self, piece: &str) {
        let plain = |word: crate::text::Word<'_>| {
            if word.parts.is_empty() { vec![word.folded] } else { word.parts }
        };
        let mut phrase: Vec<String> = words(piece).into_iter().flat_map(plain).collect();
        let room = QUERY_WORDS_MAX - self.phrases.iter().map(Vec::len).sum::<usize>();
        if phrase.len() > room {
            self.is_cut = true;
            phrase.truncate(room);
        }
        if !phrase.is_empty() {
            self.phrases.push(phrase);
        }
        self.add_words(piece);
    }

    /// "the lake" is searched as "lake", but "the who" as it is.
    fn drop_stop_words(&mut self, language: Language) {
        // Whatever one reads, English words may be among those that are typed.
        let says_nothing = |word: &AskedWord| {
            is_stop_word(&word.folded, language) || is_stop_word(&word.folded, Language::English)
        };
        if !self.words.iter().all(says_nothing) {
            self.words.retain(|word| !says_nothing(word));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, words: &[&str], phrases: &[&[&str]]) {
        let asked = Asked::read(typed, Language::English);
        let found: Vec<&str> = asked.words.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(found, words);
        assert_eq!(asked.phrases, phrases);
    }

    #[test]
    fn words_are_taken_once_and_without_the_commonest() {
        check("The boat on the BOAT lake", &["boat", "lake"], &[]);
        check("to be or not", &["to", "be", "or", "not"], &[]);
    }

    #[test]
    fn quotes_hold_words_together() {
        check("red “on the lake” sky", &["red", "lake", "sky"], &[&["on", "the", "lake"]]);
        check("an open \"quote", &["open", "quote"], &[]);
        check("\"\" \"  \"", &[], &[]);
    }

    #[test]
    fn what_would_be_syntax_elsewhere_is_text() {
        check(
            "title:sea AND (+lake -boat) ~2 ^3 [a TO z] *",
            &["title", "sea", "lake", "boat", "2", "3", "z"],
            &[],
        );
    }

    #[test]
    fn the_end_of_an_endless_query_is_cut_off() {
        let words: Vec<String> = (0..1_000).map(|number| format!("w{number}x")).collect();
        let asked = Asked::read(&words.join(" "), Language::English);
        assert!(asked.is_cut && asked.words.len() == QUERY_WORDS_MAX);
        let asked = Asked::read(&format!("\"{}\"", words.join(" ")), Language::English);
        assert!(asked.is_cut && asked.phrases.iter().all(|phrase| phrase.len() <= 24));
    }

    #[test]
    fn the_commonest_words_are_those_of_the_language() {
        let words = |typed, language| {
            let asked = Asked::read(typed, language);
            asked.words.into_iter().map(|word| word.folded).collect::<Vec<_>>()
        };
        assert_eq!(words("der Wald im Nebel", Language::German), ["wald", "nebel"]);
        assert_eq!(words("the forest", Language::German), ["forest"]);
        assert_eq!(words("l’arbre dans la brume", Language::French), ["arbre", "brume"]);
        assert_eq!(words("el", Language::Spanish), ["el"]);
    }

    #[test]
    fn nothing_and_nothing_searchable_are_told_apart() {
        assert!(Asked::read("  \n ", Language::English).is_blank);
        let asked = Asked::read("!!! \u{1f436}", Language::English);
        assert!(asked.words.is_empty() && !asked.is_blank);
    }
}
