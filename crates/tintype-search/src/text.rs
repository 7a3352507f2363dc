//! How texts become words: the same way when they are indexed and when they are searched.

use std::borrow::Cow;

use tantivy::tokenizer::{AsciiFoldingFilter, LowerCaser, RawTokenizer, TextAnalyzer, TokenStream};
use tintype_domain::Language;

/// A word of a text, with what it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// As it stands in the text.
    pub raw: &'a str,
    /// Lower case, without accents.
    pub folded: String,
    /// The parts of `GoldenGate` and `img1234`; empty for a plain word.
    pub parts: Vec<String>,
}

/// At most so many words of one text are looked at.
pub(crate) const WORDS_MAX: usize = 2_000;
/// Longer words are cut; nobody searches for their ends.
const WORD_BYTES_MAX: usize = 60;

/// The words of a text. Letters and digits make words; everything else parts them. Scripts that
/// are written without spaces give overlapping pairs of letters.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for run in runs(text).take(WORDS_MAX) {
        if run.chars().next().is_some_and(is_unspaced) {
            words.extend(pairs(run).map(plain));
        } else if let Some(word) = spaced(run) {
            words.push(word);
        }
        if words.len() >= WORDS_MAX {
            break;
        }
    }
    words
}

/// A text whose articles stand alone: French joins them to the next word ("l'automne").
pub(crate) fn unelided(text: &str, language: Language) -> Cow<'_, str> {
    if language != Language::French || !text.contains(['\'', '’']) {
        return Cow::Borrowed(text);
    }
    let mut parted = String::with_capacity(text.len());
    for piece in text.split_inclusive(['\'', '’']) {
        let before = piece.trim_end_matches(['\'', '’']);
        let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or(before);
        if ELIDED.iter().any(|elided| word.eq_ignore_ascii_case(elided)) {
            parted.push_str(before);
            parted.push(' ');
        } else {
            parted.push_str(piece);
        }
    }
    Cow::Owned(parted)
}

const ELIDED: [&str; 13] =
    ["l", "d", "qu", "n", "s", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// Lower case, single spaces: how a tag is kept as a whole.
pub(crate) fn label(text: &str) -> String {
    let mut label = String::with_capacity(text.len().min(WORD_BYTES_MAX * 2));
    for word in text.split_whitespace() {
        if label.len() + word.len() > WORD_BYTES_MAX * 2 {
            break;
        }
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(&word.to_lowercase());
    }
    label
}

/// Lower case, without accents.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut analyzer = TextAnalyzer::builder(RawTokenizer::default())
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .build();
    let bare: String = text.chars().filter(|letter| !is_accent(*letter)).collect();
    let mut stream = analyzer.token_stream(&bare);
    if stream.advance() { stream.token().text.to_lowercase() } else { String::new() }
}

fn plain(raw: &str) -> Word<'_> {
    Word { raw, folded: fold(raw), parts: Vec::new() }
}

/// A run of letters and digits as a word; `None` for what an apostrophe leaves over (`child's`).
fn spaced(run: &str) -> Option<Word<'_>> {
    let raw = run.trim_matches(['\'', '’']);
    let raw = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).unwrap_or(raw);
    let raw = cut(raw, WORD_BYTES_MAX);
    let bare: String = raw.chars().filter(|letter| !matches!(letter, '\'' | '’')).collect();
    let folded = fold(&bare);
    let parts = match parts(&bare) {
        pieces if pieces.len() > 1 => {
            pieces.into_iter().filter(|piece| piece.len() > 1).map(fold).collect()
        }
        _ => Vec::new(),
    };
    (!folded.is_empty()).then_some(Word { raw, folded, parts })
}

/// Runs of letters and digits, an apostrophe between two letters belonging to them; a change to or
/// from an unspaced script ends a run.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(|letter| is_wordly(letter) && !is_accent(letter))?;
        let run = &rest[start..];
        let unspaced = run.chars().next().is_some_and(is_unspaced);
        let stays = |(place, letter): (usize, char)| {
            let after = run[place + letter.len_utf8()..].chars().next();
            let joins = matches!(letter, '\'' | '’') && after.is_some_and(char::is_alphabetic);
            (is_wordly(letter) || joins) && is_unspaced(letter) == unspaced
        };
        let end = run.char_indices().find(|at| !stays(*at)).map_or(run.len(), |(place, _)| place);
        rest = &run[end..];
        Some(&run[..end])
    })
}

/// Overlapping pairs of letters; the letter itself when it stands alone.
fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = run.char_indices().map(|(place, _)| place).collect();
    let count = starts.len();
    let end = move |letter: usize| starts.get(letter).copied();
    let start = end.clone();
    (0..count.saturating_sub(1).max(1))
        .map(move |first| &run[start(first).unwrap_or(0)..end(first + 2).unwrap_or(run.len())])
}

/// Where lower case turns to upper case, or letters to digits, a part ends.
fn parts(word: &str) -> Vec<&str> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let mut parts = Vec::new();
    let mut start = 0;
    for (index, window) in letters.windows(2).enumerate() {
        let ((_, before), (place, after)) = (window[0], window[1]);
        let next_is_small = letters.get(index + 2).is_some_and(|(_, next)| next.is_lowercase());
        let hump = after.is_uppercase() && (before.is_lowercase() || next_is_small);
        let number = before.is_numeric() != after.is_numeric();
        if (hump && before.is_alphabetic()) || number {
            parts.push(&word[start..place]);
            start = place;
        }
    }
    parts.push(&word[start..]);
    parts
}

/// The beginning of a text, at most `bytes` long, never through a letter.
pub(crate) fn cut(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

fn is_wordly(letter: char) -> bool {
    letter.is_alphanumeric() || is_accent(letter) || is_mark(letter)
}

/// Accents that follow their letter, as file names of some systems have them.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Vowel signs and the like, which belong to the word around them.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{93a}'..='\u{94f}' | '\u{981}'..='\u{983}' | '\u{9bc}'..='\u{9cd}'
        | '\u{b82}' | '\u{bbe}'..='\u{bcd}' | '\u{e31}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// Chinese, Japanese and Korean letters.
fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_articles_are_parted_from_their_words() {
        for (text, parted) in [
            ("L’automne, c’est l'or d’un bois", "L automne, c est l or d un bois"),
            ("aujourd’hui", "aujourd’hui"),
            ("jusqu'à l’aube", "jusqu à l aube"),
            ("presqu’île", "presqu’île"),
        ] {
            assert_eq!(unelided(text, Language::French), parted);
        }
        assert_eq!(unelided("l'automne", Language::English), "l'automne");
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = words(text)
            .into_iter()
            .flat_map(|word| std::iter::once(word.folded).chain(word.parts))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn words_are_letters_and_digits() {
        check("A red boat, on a lake.", &["a", "red", "boat", "on", "a", "lake"]);
        check("black-and-white_photo", &["black", "and", "white", "photo"]);
        check("!!! ... \u{1f436} --", &[]);
    }

    #[test]
    fn accents_do_not_matter_however_they_are_written() {
        check("Café Zürich", &["cafe", "zurich"]);
        check("re\u{301}sume\u{301}", &["resume"]);
    }

    #[test]
    fn apostrophes_do_not_part_words() {
        check("child's don’t 'quoted'", &["child", "dont", "quoted"]);
    }

    #[test]
    fn names_of_files_are_found_whole_and_in_parts() {
        check("GoldenGate", &["goldengate", "golden", "gate"]);
        check("IMG1234", &["img1234", "img", "1234"]);
        check("HTMLPage 5D", &["htmlpage", "html", "page", "5d"]);
        check("sunset-2019_final", &["sunset", "2019", "final"]);
    }

    #[test]
    fn scripts_without_spaces_give_pairs() {
        check("富士山 fuji", &["富士", "士山", "fuji"]);
        check("山", &["山"]);
    }

    #[test]
    fn a_long_word_is_cut_at_a_letter() {
        let long = "é".repeat(500);
        assert_eq!(words(&long)[0].raw.len(), WORD_BYTES_MAX);
    }

    #[test]
    fn a_tag_is_kept_as_a_whole() {
        assert_eq!(label("  Golden   Gate "), "golden gate");
    }
}
