//! The change feed: an ordered record of what the search index must learn.

use crate::{CollectionId, PhotoId, UserId};

/// What changed, not how: whoever applies it reads the thing afresh.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A photo came, changed or went.
    Photo(PhotoId),
    /// A user's words changed; their photos are found by them too.
    User(UserId),
    /// A collection came, changed or went, or its photos did.
    Collection(CollectionId),
}

/// One entry of the feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Rises with every entry, in the order of the writes.
    pub sequence: u64,
    /// What changed.
    pub subject: Subject,
}
