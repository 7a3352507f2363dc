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

    /// The id in a key of this kind.
    pub(crate) fn id_in(self, key: &str) -> Option<&str> {
        key.strip_prefix(self.letter())
    }
}

/// The first eight letters of an id as a number that sorts as the letters do.
pub(crate) fn tie(id: &str) -> u64 {
    let mut first = [0u8; 8];
    for (to, from) in first.iter_mut().zip(id.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(first)
}
