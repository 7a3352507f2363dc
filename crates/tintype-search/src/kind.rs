//! Photos, collections and users: what differs between them in the index.

use tantivy::Term;

use crate::schema::{Fields, Vocabulary};

/// The kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Photo,
    Collection,
    User,
}

impl Kind {
    const fn letter(self) -> char {
        match self {
            Self::Photo => 'p',
            Self::Collection => 'c',
            Self::User => 'u',
        }
    }

    /// The facet that all of a kind have.
    pub(crate) const fn facet(self) -> &'static str {
        match self {
            Self::Photo => "kind:photo",
            Self::Collection => "kind:collection",
            Self::User => "kind:user",
        }
    }

    /// Where its words are.
    pub(crate) const fn vocabulary(self, fields: &Fields) -> Vocabulary {
        match self {
            Self::Photo => fields.photos,
            Self::Collection => fields.collections,
            Self::User => fields.users,
        }
    }

    /// The unique key of one of its kind.
    pub(crate) fn key(self, id: &str) -> String {
        format!("{}{id}", self.letter())
    }

    /// The same, to look it up by.
    pub(crate) fn key_term(self, fields: &Fields, id: &str) -> Term {
        Term::from_field_text(fields.key, &self.key(id))
    }
}

/// An id as numbers of eight letters each, so that a hit's id is read without a dictionary. They
/// sort as the letters do.
pub(crate) fn numbers(id: &str) -> impl Iterator<Item = u64> {
    id.as_bytes().chunks(8).map(|letters| {
        let mut number = [0u8; 8];
        for (to, from) in number.iter_mut().zip(letters) {
            *to = *from;
        }
        u64::from_be_bytes(number)
    })
}

/// Reads what [`numbers`] wrote.
pub(crate) fn id_of(numbers: impl IntoIterator<Item = u64>) -> String {
    let letters = numbers.into_iter().flat_map(u64::to_be_bytes).filter(|letter| *letter != 0);
    letters.map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_numbers_and_back() {
        for id in ["7", "12345678", "Dwu85P9SOIk", "a-collection-with_a_long_id-0123"] {
            assert_eq!(id_of(numbers(id)), id);
        }
        assert!(numbers("abc").lt(numbers("abd")) && numbers("Z").lt(numbers("a")));
    }
}
