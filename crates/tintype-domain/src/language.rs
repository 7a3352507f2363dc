//! The languages that texts may be in, and what is said of a photo in one of them.

use std::collections::BTreeMap;

/// A language that pages, errors and texts of photos are written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// French.
    French,
}

impl Language {
    /// All of them, English first.
    pub const ALL: [Self; 4] = [Self::English, Self::German, Self::Spanish, Self::French];

    /// Its code, as in `lang` and `Content-Language`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
            Self::French => "fr",
        }
    }

    /// What its speakers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Spanish => "Español",
            Self::French => "Français",
        }
    }

    /// The language of a tag such as `de`, `de-AT` or `fr_CA`; `None` for one we do not speak.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// What is said of a photo in another language than the library's own. What is missing is said in
/// the library's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// A short title.
    pub title: Option<String>,
    /// What its owner says of it.
    pub description: Option<String>,
    /// What is to be seen.
    pub alt_description: Option<String>,
    /// Words it is found by.
    pub tags: Vec<String>,
}

/// What is said of a photo in other languages.
pub type Wordings = BTreeMap<Language, Wording>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language_whatever_the_country() {
        for (tag, language) in [
            ("de", Some(Language::German)),
            ("de-AT", Some(Language::German)),
            ("FR_ca", Some(Language::French)),
            (" en-GB ", Some(Language::English)),
            ("es-419", Some(Language::Spanish)),
            ("deu", None),
            ("ja", None),
            ("", None),
        ] {
            assert_eq!(Language::parse(tag), language, "{tag:?}");
        }
    }
}
