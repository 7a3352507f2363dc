//! Every sentence that the API may say is known to the texts, where its translations are: a new
//! one goes into `texts/errors.en.ftl` of the pages and its sisters.

#![expect(clippy::unwrap_used, reason = "what cannot be read fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What begins a sentence in the code. OAuth's own errors are no sentences of ours: their form
/// allows letters of English only.
const BEGINNINGS: [&str; 6] = [
    "BadRequest(\"",
    "Forbidden(\"",
    "BadRequest(format!(\"",
    "ApiError::refused(",
    "ApiError::invalid(\"",
    "#[error(\"",
];

/// Where sentences come from that reach a client.
const SOURCES: [&str; 5] = [
    "src",
    "../tintype-library/src/problem.rs",
    "../tintype-imaging/src/error.rs",
    "../tintype-library/src/taking_in/upload.rs",
    "../tintype-library/src/pictures/image.rs",
];

fn files(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            files(&entry.unwrap().path(), found);
        }
    } else if path.extension().is_some_and(|kind| kind == "rs") {
        found.push(path.to_owned());
    }
}

/// A sentence with its gaps as they look in every text: `{}`.
fn bare(sentence: &str) -> String {
    let mut bare = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        bare.push_str(before);
        bare.push_str("{}");
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    bare + rest
}

/// The text of the first string literal here, if it comes before the call ends.
fn literal(code: &str) -> Option<&str> {
    let (before, after) = code.split_once('"')?;
    let ends = before.contains([';', '{', '}']) || before.matches(')').count() > 0;
    (!ends).then(|| after.split('"').next()).flatten()
}

fn said_in(code: &str) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for beginning in BEGINNINGS {
        for (at, _) in code.match_indices(beginning) {
            let rest = &code[at + beginning.trim_end_matches('"').len()..];
            said.extend(literal(rest).map(bare));
        }
    }
    for (at, name) in code.match_indices("NotFound(\"") {
        let noun = code[at + name.len()..].split('"').next().unwrap();
        said.insert(format!("Couldn't find {noun}"));
    }
    said
}

#[test]
fn every_sentence_of_the_code_has_its_translations() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = fs::read_to_string(here.join("../tintype-pages/texts/errors.en.ftl")).unwrap();
    let lines = texts.lines().filter_map(|line| line.split_once(" = "));
    let known: BTreeSet<String> = lines.map(|(_, text)| bare(text)).collect();
    let mut unknown = BTreeSet::new();
    for source in SOURCES {
        let mut found = Vec::new();
        files(&here.join(source), &mut found);
        for file in found.iter().filter(|file| !file.iter().any(|part| part == "oauth")) {
            let code = fs::read_to_string(file).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap();
            let new = said_in(code).into_iter().filter(|said| !known.contains(said));
            // Transparent and made-up ones are told by what they hold.
            unknown.extend(new.filter(|said| said.trim_matches(['{', '}']).contains(' ')));
        }
    }
    let allowed = ["Couldn't find {}", "there is no such thing any more"].map(str::to_owned);
    let missing: Vec<_> = unknown.iter().filter(|said| !allowed.contains(said)).collect();
    assert!(missing.is_empty(), "not in texts/errors.en.ftl: {missing:#?}");
}
