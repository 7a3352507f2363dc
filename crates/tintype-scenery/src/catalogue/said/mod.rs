//! What the photographers say of their scenes in German, Spanish and French.

mod arden;
mod birch;
mod calder;
mod holt;
mod lindqvist;
mod tags;
mod varga;

use crate::scene::Scene;

/// A scene's words in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The code of the language: `de`, `es` or `fr`.
    pub language: &'static str,
    /// Its title.
    pub title: &'static str,
    /// One plain sentence that says what is to be seen.
    pub alt_description: &'static str,
    /// What the photographer says about it, where they say anything.
    pub description: Option<&'static str>,
    /// Words to find it by, in the order of the English ones.
    pub tags: Vec<&'static str>,
}

impl Scene {
    /// What is said of it in other languages than English.
    pub fn translations(&self) -> Vec<Translation> {
        let Some(said) =
            SAID.iter().flat_map(|said| said.iter()).find(|said| said.of == self.title)
        else {
            return Vec::new();
        };
        let tags = |pick: fn(&TagRow) -> &'static str| {
            self.tags.iter().filter_map(|tag| Some(pick(row_of(tag)?))).collect()
        };
        vec![
            translation("de", said.de, tags(|row| row.1)),
            translation("es", said.es, tags(|row| row.2)),
            translation("fr", said.fr, tags(|row| row.3)),
        ]
    }
}

/// One scene's texts.
struct Said {
    /// Its English title.
    of: &'static str,
    de: Texts,
    es: Texts,
    fr: Texts,
}

/// Title, what is to be seen, and what the photographer says: empty where they say nothing.
type Texts = (&'static str, &'static str, &'static str);
type TagRow = (&'static str, &'static str, &'static str, &'static str);

const SAID: [&[Said]; 6] =
    [varga::SAID, holt::SAID, calder::SAID, arden::SAID, lindqvist::SAID, birch::SAID];

fn translation(language: &'static str, texts: Texts, tags: Vec<&'static str>) -> Translation {
    let (title, alt_description, description) = texts;
    let description = (!description.is_empty()).then_some(description);
    Translation { language, title, alt_description, description, tags }
}

fn row_of(tag: &str) -> Option<&'static TagRow> {
    let found = tags::TAGS.binary_search_by(|row| row.0.cmp(tag)).ok()?;
    tags::TAGS.get(found)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue;

    #[test]
    fn every_scene_has_its_words_in_every_language_and_no_words_lie_unused() {
        let titles: Vec<&str> = catalogue().iter().map(|scene| scene.title).collect();
        let said: Vec<&str> = SAID.iter().flat_map(|said| said.iter()).map(|one| one.of).collect();
        let (wanted, there): (BTreeSet<_>, BTreeSet<_>) =
            (titles.iter().copied().collect(), said.iter().copied().collect());
        assert_eq!(wanted, there);
        assert_eq!(said.len(), there.len(), "a scene stands twice");
        for scene in catalogue() {
            let languages: Vec<_> = scene.translations().iter().map(|one| one.language).collect();
            assert_eq!(languages, ["de", "es", "fr"], "{}", scene.title);
        }
    }

    #[test]
    fn nothing_is_said_in_one_language_that_is_not_said_in_all() {
        for scene in catalogue() {
            for said in scene.translations() {
                let place = (scene.title, said.language);
                assert_eq!(said.description.is_some(), scene.description.is_some(), "{place:?}");
                assert!(!said.title.is_empty() && !said.alt_description.is_empty(), "{place:?}");
                assert_ne!(said.alt_description, scene.alt_description, "{place:?}");
                assert_eq!(said.tags.len(), scene.tags.len(), "{place:?}: a tag is missing");
            }
        }
    }

    #[test]
    fn tags_are_sorted_lower_case_and_each_is_used() {
        assert!(tags::TAGS.is_sorted_by(|one, other| one.0 < other.0));
        let used: BTreeSet<&str> =
            catalogue().iter().flat_map(|scene| scene.tags).copied().collect();
        let there: BTreeSet<&str> = tags::TAGS.iter().map(|row| row.0).collect();
        assert_eq!(used, there);
        for (_, de, es, fr) in tags::TAGS {
            assert!([de, es, fr].iter().all(|tag| tag.to_lowercase() == **tag), "{de}");
        }
    }

    #[test]
    fn no_scene_has_a_tag_twice_in_any_language() {
        for scene in catalogue() {
            for said in scene.translations() {
                let different: BTreeSet<_> = said.tags.iter().collect();
                assert_eq!(different.len(), said.tags.len(), "{} {}", scene.title, said.language);
            }
        }
    }
}
