//! Every text that the code asks for exists, and none lies unused.

use std::collections::BTreeSet;
use std::path::Path;

const TEXTS: &str = include_str!("../texts/en.ftl");

/// Keys made up at run time: what a header, a parameter, a status, the state of a job or
/// a language means.
const BY_NAME: [&str; 5] = ["header-", "param-", "status-", "js-job-", "language-"];

fn keys() -> BTreeSet<&'static str> {
    let heads = TEXTS.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    heads.filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect()
}

fn gather(path: &Path, text: &mut String) -> std::io::Result<()> {
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            gather(&entry?.path(), text)?;
        }
    } else {
        text.push_str(&std::fs::read_to_string(path)?);
    }
    Ok(())
}

/// All templates, scripts and Rust files of this crate.
fn code() -> std::io::Result<String> {
    let mut text = String::new();
    for folder in ["src", "templates", "assets"] {
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut text)?;
    }
    Ok(text)
}

#[test]
fn no_text_lies_unused() {
    let code = code().unwrap();
    let is_used = |key: &str| {
        BY_NAME.iter().any(|prefix| key.starts_with(prefix))
            || code.contains(&format!("\"{key}\""))
            || code.contains(&format!("'{key}'"))
    };
    let unused: Vec<_> = keys().into_iter().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn no_text_is_missing() {
    let known = keys();
    let code = code().unwrap();
    let mut missing = BTreeSet::new();
    for call in [
        "say(\"",
        "say('",
        ".count(\"",
        "t.name(\"",
        "t.with(\"",
        "self.with(\"",
        "fold('",
        "section('",
    ] {
        for piece in code.split(call).skip(1) {
            let key = piece.split(['"', '\'']).next().unwrap();
            if !known.contains(key) {
                missing.insert(key.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}
