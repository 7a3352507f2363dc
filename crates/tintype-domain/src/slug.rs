//! Slugs: the readable part of an address.

use crate::PhotoId;

const SLUG_WORDS_LENGTH: usize = 80;

/// `A red boat!` becomes `a-red-boat`. Letters outside ASCII that have a plain form get it.
pub fn kebab(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = plain_form(letter);
        if plain.is_empty() {
            if letter != '\'' && letter != '’' && !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        } else {
            slug.push_str(plain.as_str());
        }
        if slug.len() >= SLUG_WORDS_LENGTH {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// `kebab-words-<id>`, or just the id when there are no words.
pub fn photo_slug(words: Option<&str>, id: &PhotoId) -> String {
    match words.map(kebab) {
        Some(words) if !words.is_empty() => format!("{words}-{id}"),
        _ => id.as_str().to_owned(),
    }
}

struct Plain([u8; 2], usize);

impl Plain {
    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0[..self.1]).unwrap_or_default()
    }

    const fn is_empty(&self) -> bool {
        self.1 == 0
    }
}

fn plain_form(letter: char) -> Plain {
    let one = |byte: u8| Plain([byte, 0], 1);
    match letter {
        'a'..='z' | '0'..='9' => one(letter as u8),
        'ä' | 'æ' => Plain(*b"ae", 2),
        'ö' | 'œ' => Plain(*b"oe", 2),
        'ü' => Plain(*b"ue", 2),
        'ß' => Plain(*b"ss", 2),
        'à'..='å' => one(b'a'),
        'ç' | 'č' | 'ć' => one(b'c'),
        'è'..='ë' | 'ę' | 'ě' => one(b'e'),
        'ì'..='ï' => one(b'i'),
        'ñ' | 'ń' => one(b'n'),
        'ò'..='õ' | 'ø' => one(b'o'),
        'ù'..='û' | 'ů' => one(b'u'),
        'ý' | 'ÿ' => one(b'y'),
        'š' | 'ś' => one(b's'),
        'ž' | 'ź' | 'ż' => one(b'z'),
        'ł' => one(b'l'),
        'ř' => one(b'r'),
        'ð' => one(b'd'),
        _ => Plain([0, 0], 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_kebab() {
        for (text, slug) in [
            ("A red boat on a lake", "a-red-boat-on-a-lake"),
            ("  Übung -- macht   den Meister! ", "uebung-macht-den-meister"),
            ("Mum’s café", "mums-cafe"),
            ("日本", ""),
        ] {
            assert_eq!(kebab(text), slug);
        }
        assert!(kebab(&"word ".repeat(100)).len() <= 82);
    }
}
