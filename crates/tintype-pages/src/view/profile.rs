//! The page of a person.

use super::{Address, CollectionCard, Link, Person, PhotoCard, Trend};

/// `/@{username}`: who they are, and their pictures.
#[derive(Debug, Clone)]
pub struct ProfilePage {
    /// The page's address and calls.
    pub address: Address,
    /// Who.
    pub person: Person,
    /// What they say of themselves.
    pub bio: Option<String>,
    /// Where they are.
    pub location: Option<String>,
    /// Their own pages elsewhere; only `http` and `https` addresses are shown.
    pub links: Vec<Link>,
    /// The four tabs.
    pub tabs: ProfileTabs,
    /// What the chosen tab holds.
    pub tab: ProfileTab,
    /// The next page.
    pub next_href: Option<String>,
}

/// The addresses of the tabs and what they count; `None` hides a tab.
#[derive(Debug, Clone)]
pub struct ProfileTabs {
    /// Photos.
    pub photos: (String, u64),
    /// Likes.
    pub likes: Option<(String, u64)>,
    /// Collections.
    pub collections: Option<(String, u64)>,
    /// Statistics.
    pub statistics: Option<String>,
}

/// What the chosen tab holds.
#[derive(Debug, Clone)]
pub enum ProfileTab {
    /// Their own photos.
    Photos(Vec<PhotoCard>),
    /// What they like.
    Likes(Vec<PhotoCard>),
    /// Their collections.
    Collections(Vec<CollectionCard>),
    /// How their photos do.
    Statistics(ProfileStatistics),
}

/// How somebody's photos do.
#[derive(Debug, Clone, Default)]
pub struct ProfileStatistics {
    /// Looked at.
    pub views: Trend,
    /// Taken.
    pub downloads: Trend,
    /// Liked.
    pub likes: Trend,
}
