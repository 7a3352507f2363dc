//! The house rules that a machine can check: which crate may use which, what files are called,
//! how they begin, how long they get.

#![expect(clippy::unwrap_used, reason = "what cannot be read fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Rows of ARCHITECTURE.md: a crate uses lower rows only.
const ROWS: &[(&str, u8)] = &[
    ("tintype", 5),
    ("tintype-http", 4),
    ("tintype-store-sql", 4),
    ("tintype-library", 3),
    ("tintype-queue", 2),
    ("tintype-store", 1),
    ("tintype-blobs", 1),
    ("tintype-fetch", 1),
    ("tintype-search", 1),
    ("tintype-imaging", 1),
    ("tintype-pages", 1),
    ("tintype-domain", 0),
    ("tintype-jpeg", 0),
    ("tintype-scenery", 0),
];

/// Where less is allowed than the rows would allow.
const NARROWER: &[(&str, &[&str])] = &[
    ("tintype-store", &["tintype-domain"]),
    ("tintype-blobs", &["tintype-domain"]),
    ("tintype-fetch", &[]),
    ("tintype-search", &["tintype-domain"]),
    ("tintype-pages", &["tintype-domain"]),
    ("tintype-imaging", &["tintype-jpeg"]),
    ("tintype-store-sql", &["tintype-store", "tintype-domain"]),
    ("tintype-queue", &["tintype-store", "tintype-domain"]),
    (
        "tintype-http",
        &[
            "tintype-library",
            "tintype-pages",
            "tintype-imaging",
            "tintype-store",
            "tintype-blobs",
            "tintype-domain",
        ],
    ),
];

/// Only ever a dev-dependency.
const FOR_TESTS: &str = "tintype-testing";

/// Names that say nothing.
const VAGUE: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc", "manager", "base"];

/// Lines a file may have before its tests.
const LONGEST: usize = 500;

#[test]
fn every_crate_has_its_row() {
    let known: Vec<&str> = ROWS.iter().map(|(name, _)| *name).chain([FOR_TESTS]).collect();
    for name in manifests().keys() {
        assert!(known.contains(&name.as_str()), "{name} has no row in {}", file!());
    }
}

#[test]
fn a_crate_uses_lower_rows_only() {
    let rows: BTreeMap<&str, u8> = ROWS.iter().copied().collect();
    for (name, manifest) in manifests() {
        if name == FOR_TESTS {
            continue;
        }
        for used in our_dependencies(&manifest) {
            assert_ne!(used, FOR_TESTS, "{name} uses {used} outside its tests");
            assert!(rows[used.as_str()] < rows[name.as_str()], "{name} may not use {used}");
            let narrower = NARROWER.iter().find(|(narrow, _)| *narrow == name);
            if let Some((_, allowed)) = narrower {
                assert!(allowed.contains(&used.as_str()), "{name} may not use {used}");
            }
        }
    }
}

#[test]
fn a_files_first_line_says_what_it_answers_for() {
    for file in sources() {
        let text = fs::read_to_string(&file).unwrap();
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//!"), "{} does not begin with //!", file.display());
    }
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    for file in sources() {
        let named = |part: &str| VAGUE.contains(&part.trim_end_matches(".rs"));
        let parts = file.iter().filter_map(|part| part.to_str());
        let vague = parts.skip_while(|part| *part != "crates").find(|part| named(part));
        assert_eq!(vague, None, "{}", file.display());
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    for file in sources().filter(|file| !is_test(file)) {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.lines().take_while(|line| *line != "#[cfg(test)]").count();
        assert!(code <= LONGEST, "{} has {code} lines: where is the seam?", file.display());
    }
}

fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The text of each crate's manifest, by the crate's name.
fn manifests() -> BTreeMap<String, String> {
    let folders = fs::read_dir(house().join("crates")).unwrap();
    let read = |folder: PathBuf| {
        let name = folder.file_name()?.to_str()?.to_owned();
        Some((name, fs::read_to_string(folder.join("Cargo.toml")).ok()?))
    };
    folders.filter_map(|folder| read(folder.ok()?.path())).collect()
}

/// Our crates under `[dependencies]` and `[build-dependencies]`.
fn our_dependencies(manifest: &str) -> Vec<String> {
    let mut section = "";
    let mut found = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            section = line;
        } else if matches!(section, "[dependencies]" | "[build-dependencies]") {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            if name.starts_with("tintype-") {
                found.push(name.to_owned());
            }
        }
    }
    found
}

fn sources() -> impl Iterator<Item = PathBuf> {
    let mut open = vec![house().join("crates").canonicalize().unwrap()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    assert!(found.len() > 50, "the sources were not found");
    found.into_iter()
}

fn is_test(file: &Path) -> bool {
    file.iter().any(|part| matches!(part.to_str(), Some("tests" | "benches" | "examples")))
}
