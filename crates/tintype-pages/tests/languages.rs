//! Every text stands in every language: no key more, no key less, and with the same gaps.

#![expect(clippy::unwrap_used, reason = "what cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [&str; 3] = ["de", "es", "fr"];

/// The messages of a file: key and text, all lines of it.
fn messages(name: &str) -> BTreeMap<String, String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("texts").join(name);
    let source = std::fs::read_to_string(path).unwrap();
    let mut messages = BTreeMap::new();
    let mut current = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.split_once(" =") {
            Some((key, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                key.clone_into(&mut current);
                let known = messages.insert(current.clone(), text.to_owned());
                assert!(known.is_none(), "{name}: {key} stands twice");
            }
            _ => messages.get_mut(&current).unwrap().push_str(line),
        }
    }
    messages
}

fn gaps(text: &str) -> BTreeSet<&str> {
    let names = text.split('$').skip(1);
    names.map(|rest| rest.split([' ', '}']).next().unwrap()).collect()
}

#[test]
fn every_language_has_the_same_keys() {
    for kind in ["", "errors."] {
        let english: BTreeSet<String> = messages(&format!("{kind}en.ftl")).into_keys().collect();
        for language in LANGUAGES {
            let name = format!("{kind}{language}.ftl");
            let other: BTreeSet<String> = messages(&name).into_keys().collect();
            let missing: Vec<_> = english.difference(&other).collect();
            let superfluous: Vec<_> = other.difference(&english).collect();
            assert!(missing.is_empty(), "{name} lacks {missing:?}");
            assert!(superfluous.is_empty(), "{name} has {superfluous:?}, which English has not");
        }
    }
}

#[test]
fn every_text_has_the_gaps_of_the_english_one() {
    for kind in ["", "errors."] {
        let english = messages(&format!("{kind}en.ftl"));
        for language in LANGUAGES {
            let name = format!("{kind}{language}.ftl");
            for (key, text) in messages(&name) {
                assert_eq!(gaps(&text), gaps(&english[&key]), "{name}: {key}");
            }
        }
    }
}

#[test]
fn texts_that_count_do_so_in_every_language() {
    let english = messages("en.ftl");
    for language in LANGUAGES {
        for (key, text) in messages(&format!("{language}.ftl")) {
            let counts = |text: &str| text.contains("$count ->");
            assert_eq!(counts(&text), counts(&english[&key]), "{language}: {key}");
            assert!(!counts(&text) || text.contains("*[other]"), "{language}: {key}");
        }
    }
}

#[test]
fn long_texts_are_translated_and_not_copied() {
    let english = messages("en.ftl");
    for language in LANGUAGES {
        for (key, text) in messages(&format!("{language}.ftl")) {
            let is_long = text.split_whitespace().count() > 4 && !text.contains("$count ->");
            assert!(!is_long || text != english[&key], "{language}: {key} is still English");
        }
    }
}
