//! The pages of a collection and of a topic.

use super::{Address, CollectionCard, Person, PhotoCard};

/// `/c/{id}/{slug}`.
#[derive(Debug, Clone)]
pub struct CollectionPage {
    /// The page's address and calls.
    pub address: Address,
    /// Its name.
    pub title: String,
    /// What it is about.
    pub description: Option<String>,
    /// Who keeps it.
    pub curator: Person,
    /// How many photos it holds.
    pub total: u64,
    /// The photos of this page.
    pub photos: Vec<PhotoCard>,
    /// Collections like it.
    pub related: Vec<CollectionCard>,
    /// The next page.
    pub next_href: Option<String>,
}

/// `/t/{topic}`.
#[derive(Debug, Clone)]
pub struct TopicPage {
    /// The page's address and calls.
    pub address: Address,
    /// Its name.
    pub title: String,
    /// What it is about.
    pub description: Option<String>,
    /// Who keeps it.
    pub curators: Vec<Person>,
    /// How many photos it holds.
    pub total: u64,
    /// The photos of this page.
    pub photos: Vec<PhotoCard>,
    /// Other topics.
    pub related: Vec<CollectionCard>,
    /// The next page.
    pub next_href: Option<String>,
}
