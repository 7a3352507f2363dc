//! What can be asked, and what is answered.

use tintype_domain::{
    CollectionId, ColorName, ContentFilter, Language, LicenseId, Orientation, Rgb, SearchOrder,
    TopicId, UserId,
};

/// Which photos, in what order. The default is every photo.
#[derive(Debug, Clone, PartialEq)]
pub struct PhotoQuery {
    /// Words as typed; `"several words"` in quotes stand together. Blank: every photo that the
    /// filters let through.
    pub words: String,
    /// The language of the words. Words of other languages find, too, when it has none such.
    pub language: Language,
    /// Of this shape.
    pub orientation: Option<Orientation>,
    /// Of this colour.
    pub color: Option<ColorMatch>,
    /// In any of these collections; empty: wherever.
    pub collections: Vec<CollectionId>,
    /// In any of these topics; empty: wherever.
    pub topics: Vec<TopicId>,
    /// By this photographer.
    pub owner: Option<UserId>,
    /// How careful to be.
    pub content_filter: ContentFilter,
    /// Under this licence.
    pub license: Option<LicenseId>,
    /// Taken with a camera that has all of these words.
    pub camera: Option<String>,
    /// The order of the results.
    pub order: SearchOrder,
}

impl Default for PhotoQuery {
    fn default() -> Self {
        Self {
            words: String::new(),
            language: Language::English,
            orientation: None,
            color: None,
            collections: Vec::new(),
            topics: Vec::new(),
            owner: None,
            content_filter: ContentFilter::Low,
            license: None,
            camera: None,
            order: SearchOrder::Relevant,
        }
    }
}

impl PhotoQuery {
    /// Photos that have these words.
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }
}

/// A colour to search by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorMatch {
    /// One of the contract's names.
    Named(ColorName),
    /// Photos whose palette has a colour that looks much like this one.
    Near(Rgb),
}

/// One page of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits<T> {
    /// The ids on this page, the best first.
    pub ids: Vec<T>,
    /// Exact number on all pages.
    pub total: u64,
    /// What was done to find them.
    pub tried: Tried,
}

/// What a search did beyond looking for the words as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tried {
    /// Words that nothing has, and what was searched instead: "montain", "mountain".
    pub corrected: Vec<Replaced>,
    /// Beginnings of words, and the commonest word that was searched for each: "natu", "nature".
    pub completed: Vec<Replaced>,
    /// Words that nothing has, not even nearly; the rest was searched.
    pub left_out: Vec<String>,
    /// Too few photos had enough of the words, so those with fewer of them were taken too.
    pub fewer_words: bool,
    /// The query was longer than is searched; its end was cut off.
    pub cut: bool,
}

impl Tried {
    /// Whether the words were searched as they are.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// One word searched in place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// As typed.
    pub from: String,
    /// As searched.
    pub to: String,
}

/// A word with the number of photos that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedWord {
    /// The word, or the words of a tag.
    pub word: String,
    /// Photos that have it.
    pub photos: u64,
}
