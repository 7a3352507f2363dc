//! The column of what is said of a photo in other languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tintype_domain::{Language, Wording, Wordings};

/// One language: short names, and nothing where nothing is said.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WordingText {
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(rename = "d", skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(rename = "a", skip_serializing_if = "Option::is_none")]
    alt_description: Option<String>,
    #[serde(rename = "g", skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
}

/// NULL when nothing is said in another language.
pub(crate) fn write(wordings: &Wordings) -> Option<String> {
    if wordings.is_empty() {
        return None;
    }
    let texts: BTreeMap<&str, WordingText> = wordings
        .iter()
        .map(|(language, said)| {
            let Wording { title, description, alt_description, tags } = said.clone();
            (language.code(), WordingText { title, description, alt_description, tags })
        })
        .collect();
    serde_json::to_string(&texts).ok()
}

/// Reads what [`write()`] wrote; languages that this program does not speak are passed over.
pub(crate) fn read(text: Option<&str>) -> Result<Wordings, serde_json::Error> {
    let Some(text) = text else { return Ok(Wordings::new()) };
    let texts: BTreeMap<String, WordingText> = serde_json::from_str(text)?;
    Ok(texts
        .into_iter()
        .filter_map(|(code, said)| {
            let WordingText { title, description, alt_description, tags } = said;
            let wording = Wording { title, description, alt_description, tags };
            Some((Language::parse(&code)?, wording))
        })
        .collect())
}
