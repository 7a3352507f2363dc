//! Keywords, colours and collections of a dataset, kept small: a million photos must fit.

use std::collections::HashMap;
use std::path::Path;

use tintype_domain::{CollectionId, PhotoId, Rgb, Swatch, Timestamp};

use super::super::tsv::{Table, TsvError};
use crate::taking_in::tidy_tags;

/// A photo's id without a heap of its own.
type Key = [u8; 11];

/// Tags a photo keeps, the surest first.
const MOST_TAGS: usize = 40;
/// What the services that guessed are less sure of is left out, unless a person said it too.
const LEAST_CONFIDENCE: f32 = 20.0;
const MOST_COLORS: usize = 8;

/// The words of each photo; every word stands in memory once.
#[derive(Default)]
pub(super) struct Keywords {
    words: Vec<Box<str>>,
    of: HashMap<Key, Vec<(f32, u32)>>,
}

impl Keywords {
    pub(super) fn read(folder: &Path) -> Result<Self, TsvError> {
        let columns = [
            "photo_id",
            "keyword",
            "ai_service_1_confidence",
            "ai_service_2_confidence",
            "suggested_by_user",
        ];
        let Some(mut table) = optional(Table::open(folder, "keywords", columns))? else {
            return Ok(Self::default());
        };
        let mut keywords = Self::default();
        let mut numbers: HashMap<Box<str>, u32> = HashMap::new();
        while let Some([photo, word, first, second, by_user]) = table.next()? {
            let sure = |text: &str| text.parse::<f32>().unwrap_or(0.0);
            let by_person = if by_user == "t" { 100.0 } else { 0.0 };
            let confidence = sure(first).max(sure(second)) + by_person;
            let told = by_user == "t" || !first.is_empty() || !second.is_empty();
            let Some(key) = key(photo).filter(|_| !told || confidence >= LEAST_CONFIDENCE) else {
                continue;
            };
            let number = *numbers.entry(word.into()).or_insert_with(|| {
                keywords.words.push(word.into());
                keywords.words.len() as u32 - 1
            });
            keywords.of.entry(key).or_default().push((confidence, number));
        }
        Ok(keywords)
    }

    pub(super) fn of(&mut self, photo: &PhotoId) -> Vec<String> {
        let found = key(photo.as_str()).and_then(|key| self.of.remove(&key));
        let mut found = found.unwrap_or_default();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        let words = found.iter().filter_map(|(_, number)| self.words.get(*number as usize));
        let mut tags = tidy_tags(words.map(AsRef::as_ref));
        tags.truncate(MOST_TAGS);
        tags
    }
}

/// The colours of each photo, the largest share first.
#[derive(Default)]
pub(super) struct Colors(HashMap<Key, Vec<Swatch>>);

impl Colors {
    pub(super) fn read(folder: &Path) -> Result<Self, TsvError> {
        let columns = ["photo_id", "hex", "ai_coverage"];
        let Some(mut table) = optional(Table::open(folder, "colors", columns))? else {
            return Ok(Self::default());
        };
        let mut colors: HashMap<Key, Vec<Swatch>> = HashMap::new();
        while let Some([photo, hex, coverage]) = table.next()? {
            if let (Some(key), Ok(rgb)) = (key(photo), Rgb::parse(hex)) {
                let share = coverage.parse().unwrap_or(0.0f32);
                colors.entry(key).or_default().push(Swatch { rgb, share });
            }
        }
        Ok(Self(colors))
    }

    /// Coverage comes in parts of one or of a hundred; what is kept is parts of one.
    pub(super) fn of(&mut self, photo: &PhotoId) -> Vec<Swatch> {
        let found = key(photo.as_str()).and_then(|key| self.0.remove(&key));
        let mut found = found.unwrap_or_default();
        found.sort_by(|a, b| b.share.total_cmp(&a.share));
        found.truncate(MOST_COLORS);
        let whole = if found.iter().any(|swatch| swatch.share > 1.0) { 100.0 } else { 1.0 };
        for swatch in &mut found {
            swatch.share = (swatch.share / whole).clamp(0.0, 1.0);
        }
        found
    }
}

/// The collections of each photo.
#[derive(Default)]
pub(super) struct Members {
    titles: HashMap<CollectionId, String>,
    of: HashMap<Key, Vec<(CollectionId, Option<Timestamp>)>>,
}

impl Members {
    pub(super) fn read(folder: &Path) -> Result<Self, TsvError> {
        let columns = ["photo_id", "collection_id", "collection_title", "photo_collected_at"];
        let Some(mut table) = optional(Table::open(folder, "collections", columns))? else {
            return Ok(Self::default());
        };
        let mut members = Self::default();
        while let Some([photo, collection, title, at]) = table.next()? {
            let (Some(key), Ok(id)) = (key(photo), CollectionId::parse(collection)) else {
                continue;
            };
            let title = if title.trim().is_empty() { "Untitled" } else { title.trim() };
            members.titles.entry(id.clone()).or_insert_with(|| title.to_owned());
            members.of.entry(key).or_default().push((id, Timestamp::parse(at)));
        }
        Ok(members)
    }

    pub(super) fn of(&mut self, photo: &PhotoId) -> Vec<(CollectionId, String, Option<Timestamp>)> {
        let found = key(photo.as_str()).and_then(|key| self.of.remove(&key));
        let titled = |(id, at): (CollectionId, Option<Timestamp>)| {
            let title = self.titles.get(&id).cloned().unwrap_or_default();
            (id, title, at)
        };
        found.unwrap_or_default().into_iter().map(titled).collect()
    }
}

fn key(photo: &str) -> Option<Key> {
    photo.as_bytes().try_into().ok()
}

fn optional<T>(opened: Result<T, TsvError>) -> Result<Option<T>, TsvError> {
    match opened {
        Ok(table) => Ok(Some(table)),
        Err(TsvError::Missing { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
