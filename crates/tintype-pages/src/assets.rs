//! Styles, scripts and icons, embedded. Each address holds the hash of its bytes, so a browser may
//! keep it for ever (`Cache-Control: public, max-age=31536000, immutable`).

use std::collections::HashMap;
use std::sync::LazyLock;

use sha2::{Digest as _, Sha256};

use crate::words::Words;

/// One embedded file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// Its bytes.
    pub bytes: &'static [u8],
    /// Its media type, with the charset where there is one.
    pub content_type: &'static str,
}

/// The file of a name with its hash, as it stands behind `/assets/`: `style-0123456789.css`.
pub fn asset(name_with_hash: &str) -> Option<Asset> {
    let stored = SHELF.by_hashed_name.get(name_with_hash)?;
    Some(Asset { bytes: stored.text.as_bytes(), content_type: stored.content_type })
}

/// The address of a file: `asset_url("style.css")` is `/assets/style-0123456789.css`. A name there
/// is no file for gives an address that nothing answers.
pub fn asset_url(name: &str) -> String {
    let hashed = SHELF.hashed_names.get(name).map_or(name, String::as_str);
    format!("/assets/{hashed}")
}

/// The names of all files, without hashes, in the order they were made.
#[cfg(test)]
pub(crate) fn asset_names() -> Vec<String> {
    let mut names: Vec<_> = SHELF.hashed_names.keys().cloned().collect();
    names.sort();
    names
}

#[derive(Default)]
struct Shelf {
    by_hashed_name: HashMap<String, Stored>,
    hashed_names: HashMap<String, String>,
}

struct Stored {
    text: String,
    content_type: &'static str,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let mut shelf = Shelf::default();
    shelf.put("icon.svg", include_str!("../assets/icon.svg").to_owned());
    shelf.put("style.css", STYLES.concat());
    for words in Words::all() {
        shelf.put(&format!("words.{}.js", words.lang()), words_module(words, &["js-"]));
        let drawer = words_module(words, &["drawer-", "param-", "header-", "status-", "json-"]);
        shelf.put(&format!("words-drawer.{}.js", words.lang()), drawer);
    }
    // Each script after those it imports, for their hashes stand in it.
    for (name, text) in SCRIPTS {
        let text = shelf.with_hashed_imports(text);
        shelf.put(name, text);
    }
    shelf
});

const STYLES: &[&str] = &[
    include_str!("../assets/layers.css"),
    include_str!("../assets/tokens.css"),
    include_str!("../assets/base.css"),
    include_str!("../assets/components.css"),
    include_str!("../assets/pages.css"),
];

const SCRIPTS: &[(&str, &str)] = &[
    ("theme.js", include_str!("../assets/theme.js")),
    ("words.js", include_str!("../assets/words.js")),
    ("snippets.js", include_str!("../assets/snippets.js")),
    ("tree.js", include_str!("../assets/tree.js")),
    ("copy.js", include_str!("../assets/copy.js")),
    ("grid.js", include_str!("../assets/grid.js")),
    ("suggest.js", include_str!("../assets/suggest.js")),
    ("photo.js", include_str!("../assets/photo.js")),
    ("drawer.js", include_str!("../assets/drawer.js")),
    ("live.js", include_str!("../assets/live.js")),
    ("picker.js", include_str!("../assets/picker.js")),
    ("main.js", include_str!("../assets/main.js")),
];

impl Shelf {
    fn put(&mut self, name: &str, text: String) {
        let hash = hex(&Sha256::digest(text.as_bytes())[..5]);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let hashed = format!("{stem}-{hash}.{extension}");
        let content_type = match extension {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        self.hashed_names.insert(name.to_owned(), hashed.clone());
        self.by_hashed_name.insert(hashed, Stored { text, content_type });
    }

    fn with_hashed_imports(&self, script: &str) -> String {
        let mut text = script.to_owned();
        for (name, hashed) in &self.hashed_names {
            text = text.replace(&format!("'./{name}'"), &format!("'./{hashed}'"));
        }
        text
    }
}

fn words_module(words: &Words, prefixes: &[&str]) -> String {
    format!("export default {};\n", serde_json::Value::Object(words.for_scripts(prefixes)))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_answers_at_its_address_with_the_right_type() {
        for name in asset_names() {
            let url = asset_url(&name);
            let found = asset(url.strip_prefix("/assets/").unwrap()).unwrap();
            assert!(!found.bytes.is_empty(), "{name}");
            let (_, extension) = name.rsplit_once('.').unwrap();
            let subtype = match extension {
                "js" => "javascript",
                "svg" => "svg",
                other => other,
            };
            assert!(found.content_type.contains(subtype), "{name}");
        }
    }

    #[test]
    fn a_name_without_its_hash_or_with_another_answers_nothing() {
        assert_eq!(asset("style.css"), None);
        assert_eq!(asset("style-0000000000.css"), None);
        assert_eq!(asset("../Cargo.toml"), None);
    }

    #[test]
    fn no_script_imports_what_is_not_there() {
        for (name, _) in SCRIPTS {
            let url = asset_url(name);
            let file = asset(url.strip_prefix("/assets/").unwrap()).unwrap();
            let text = std::str::from_utf8(file.bytes).unwrap();
            for piece in text.split("'./").skip(1) {
                let target = piece.split('\'').next().unwrap();
                assert!(asset(target).is_some(), "{name} imports {target}");
            }
        }
    }

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets");
        let embedded = include_str!("assets.rs");
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(embedded.contains(&format!("assets/{name}\"")), "{name}");
        }
    }
}
