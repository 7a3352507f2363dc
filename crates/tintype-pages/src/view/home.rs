//! The first page.

use super::{Address, CollectionCard, Link, PhotoCard};

/// `/`: search, the editorial feed, topics, and what the library holds.
#[derive(Debug, Clone, Default)]
pub struct HomePage {
    /// The page's address and calls.
    pub address: Address,
    /// A few words worth searching for.
    pub popular: Vec<Link>,
    /// Topics, as a quiet row.
    pub topics: Vec<CollectionCard>,
    /// The editorial feed.
    pub photos: Vec<PhotoCard>,
    /// The next page of the feed.
    pub next_href: Option<String>,
    /// 1 for the first page of the feed.
    pub page: u32,
    /// What the library holds.
    pub totals: LibraryTotals,
}

/// What the library holds.
#[derive(Debug, Clone, Default)]
pub struct LibraryTotals {
    /// Photos to be seen.
    pub photos: u64,
    /// People with photos.
    pub photographers: u64,
    /// The licenses in use, each with the search for it or its text.
    pub licenses: Vec<Link>,
}
