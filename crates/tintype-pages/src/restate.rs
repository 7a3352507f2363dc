//! Error sentences in other languages: the code says them in English, and here they are said again.

use std::sync::LazyLock;

use tintype_domain::Language;

/// An error sentence of the code in another language, with the same names and numbers in it;
/// `None` when nobody has translated it, or it is English that is wanted.
pub fn restate(language: Language, sentence: &str) -> Option<String> {
    if language == Language::English {
        return None;
    }
    let known = SENTENCES.iter().find_map(|own| Some((own, own.english.names_in(sentence)?)));
    let (own, names) = known?;
    let others = own.others.iter().find(|(other, _)| *other == language);
    others.map(|(_, pattern)| pattern.fill(&names))
}

/// One sentence in all languages.
struct Sentence {
    english: Pattern,
    others: Vec<(Language, Pattern)>,
}

/// A text with named gaps.
struct Pattern(Vec<Piece>);

#[derive(Debug, PartialEq)]
enum Piece {
    Text(String),
    Gap(String),
}

impl Pattern {
    /// Reads `At most { $max } are accepted.`
    fn read(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{ $") {
            let Some((name, after)) = after.split_once(" }") else { break };
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(Piece::Gap(name.to_owned()));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Self(pieces)
    }

    /// What stands in the gaps of a sentence; `None` when it is another sentence.
    fn names_in<'a>(&'a self, sentence: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
        let mut names = Vec::new();
        let mut rest = sentence;
        let mut gap: Option<&str> = None;
        for (place, piece) in self.0.iter().enumerate() {
            match piece {
                Piece::Gap(name) => gap = Some(name),
                Piece::Text(text) => {
                    let is_last = place + 1 == self.0.len();
                    let at = if is_last {
                        rest.ends_with(text.as_str()).then(|| rest.len() - text.len())?
                    } else {
                        rest.find(text.as_str())?
                    };
                    match gap.take() {
                        Some(name) => names.push((name, &rest[..at])),
                        None if at > 0 => return None,
                        None => {}
                    }
                    rest = &rest[at + text.len()..];
                }
            }
        }
        match gap {
            Some(name) => names.push((name, rest)),
            None if !rest.is_empty() => return None,
            None => {}
        }
        Some(names)
    }

    fn fill(&self, names: &[(&str, &str)]) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Gap(gap) => {
                names.iter().find(|(name, _)| name == gap).map_or("", |(_, text)| text)
            }
        });
        pieces.collect()
    }
}

/// Sentences without gaps first: "photo is missing" is none with a gap at its beginning.
static SENTENCES: LazyLock<Vec<Sentence>> = LazyLock::new(|| {
    let mut sentences: Vec<Sentence> = lines(ENGLISH)
        .map(|(key, english)| {
            let others = OTHERS.iter().filter_map(|(language, source)| {
                let (_, text) = lines(source).find(|(other, _)| *other == key)?;
                Some((*language, Pattern::read(text)))
            });
            Sentence { english: Pattern::read(english), others: others.collect() }
        })
        .collect();
    sentences.sort_by_key(|sentence| sentence.english.0.len());
    sentences
});

fn lines(source: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    source.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "))
}

const ENGLISH: &str = include_str!("../texts/errors.en.ftl");
const OTHERS: [(Language, &str); 3] = [
    (Language::German, include_str!("../texts/errors.de.ftl")),
    (Language::Spanish, include_str!("../texts/errors.es.ftl")),
    (Language::French, include_str!("../texts/errors.fr.ftl")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_said_again_with_its_numbers() {
        for (language, english, said) in [
            (Language::German, "Couldn't find Photo", "Foto nicht gefunden"),
            (
                Language::German,
                "The file has 12 bytes; at most 10 are accepted.",
                "Die Datei hat 12 Bytes; höchstens 10 werden angenommen.",
            ),
            (Language::Spanish, "username has already been taken", "username ya está en uso"),
            (
                Language::French,
                "The picture is damaged: a table is missing.",
                "L’image est endommagée : a table is missing.",
            ),
        ] {
            assert_eq!(restate(language, english).as_deref(), Some(said));
        }
    }

    #[test]
    fn what_is_no_known_sentence_stays_as_it_is() {
        assert_eq!(restate(Language::German, "Something else entirely"), None);
        assert_eq!(restate(Language::German, "Couldn't find Photo, sorry"), None);
        assert_eq!(restate(Language::English, "Couldn't find Photo"), None);
        assert_eq!(restate(Language::German, ""), None);
    }

    #[test]
    fn every_sentence_finds_itself() {
        for (key, english) in lines(ENGLISH) {
            let (_, german) = lines(OTHERS[0].1).find(|(other, _)| *other == key).unwrap();
            let made = english.replace("{ $", "<").replace(" }", ">");
            let wanted = german.replace("{ $", "<").replace(" }", ">");
            assert_eq!(restate(Language::German, &made), Some(wanted), "{key}");
        }
    }
}
