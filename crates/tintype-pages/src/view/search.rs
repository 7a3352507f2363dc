//! The page of search results.

use tintype_domain::{ColorName, Orientation, SearchOrder};

use super::{Address, CollectionCard, Link, PersonCard, PhotoCard};

/// `/s/photos/{query}` and its sisters for collections and people.
#[derive(Debug, Clone)]
pub struct SearchPage {
    /// The page's address and calls.
    pub address: Address,
    /// The words as typed.
    pub query: String,
    /// How many there are, exactly.
    pub total: u64,
    /// 1 for the first page.
    pub page: u32,
    /// The three kinds of results.
    pub tabs: SearchTabs,
    /// What narrows the photos; `None` for the other kinds.
    pub filters: Option<Filters>,
    /// Words that go with these.
    pub related: Vec<Link>,
    /// What was tried beyond the words themselves, in order.
    pub tried: Vec<Tried>,
    /// What was found.
    pub results: SearchResults,
    /// Shown when nothing was found: the nearest pictures.
    pub nearest: Vec<PhotoCard>,
    /// The next page.
    pub next_href: Option<String>,
}

/// The three kinds of results.
#[derive(Debug, Clone)]
pub struct SearchTabs {
    /// Which one is shown.
    pub current: SearchKind,
    /// The photos' address, and how many when known.
    pub photos: (String, Option<u64>),
    /// The collections' address, and how many when known.
    pub collections: (String, Option<u64>),
    /// The people's address, and how many when known.
    pub people: (String, Option<u64>),
}

/// What is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchKind {
    /// Photos.
    Photos,
    /// Collections.
    Collections,
    /// People.
    People,
}

/// What was found.
#[derive(Debug, Clone)]
pub enum SearchResults {
    /// Photos.
    Photos(Vec<PhotoCard>),
    /// Collections.
    Collections(Vec<CollectionCard>),
    /// People.
    People(Vec<PersonCard>),
}

/// One way to narrow or order the results.
#[derive(Debug, Clone)]
pub struct Choice<T> {
    /// What it means.
    pub value: T,
    /// The search with it; when it is chosen already, the search without it.
    pub href: String,
    /// Whether it is chosen.
    pub is_current: bool,
}

/// What narrows and orders the photos; every filter lives in the URL.
#[derive(Debug, Clone, Default)]
pub struct Filters {
    /// Landscape, portrait, squarish.
    pub orientation: Vec<Choice<Orientation>>,
    /// The eleven colours.
    pub color: Vec<Choice<ColorName>>,
    /// Any colour by its number; `None` when the search does not take one.
    pub hex: Option<HexFilter>,
    /// Best match or newest first.
    pub order: Vec<Choice<SearchOrder>>,
    /// Licenses by title.
    pub license: Vec<Choice<String>>,
    /// The search without any filter, when there is one to take off.
    pub clear_href: Option<String>,
}

/// A form that asks for a colour by its number, sent as `color=#rrggbb` by GET.
#[derive(Debug, Clone)]
pub struct HexFilter {
    /// The search's path.
    pub action: String,
    /// The other parameters, kept as hidden fields.
    pub kept: Vec<(String, String)>,
    /// The colour asked for now.
    pub current: Option<String>,
}

/// What was tried when the words themselves found little.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tried {
    /// Words with one letter other.
    Spelling(String),
    /// Longer words that begin so.
    Beginnings,
    /// Some of the words instead of all.
    FewerWords,
    /// Without the filters.
    WithoutFilters,
}
