//! Topics: subjects that the library's editors keep.

use crate::{PhotoId, Timestamp, TopicId, UserId};

/// Who gets to see a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everyone, and it stands at the top.
    Featured,
    /// Everyone.
    Visible,
    /// Those who know its address.
    Hidden,
}

impl Visibility {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Featured, Self::Visible, Self::Hidden];

    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Featured => "featured",
            Self::Visible => "visible",
            Self::Hidden => "hidden",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A topic, without its photos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Never changes.
    pub id: TopicId,
    /// Its name in URLs, kebab-case.
    pub slug: String,
    /// Never blank.
    pub title: String,
    /// What belongs in it.
    pub description: Option<String>,
    /// Who gets to see it.
    pub visibility: Visibility,
    /// Whether photos may still be added.
    pub is_open: bool,
    /// Place in the editors' order, the smallest first.
    pub position: i32,
    /// When it was published.
    pub published_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// From when photos are taken.
    pub starts_at: Timestamp,
    /// Until when, if ever.
    pub ends_at: Option<Timestamp>,
    /// Its editors, at least one.
    pub owners: Vec<UserId>,
    /// Listed photos in it.
    pub total_photos: u64,
    /// The newest listed photos in it, at most four; the first is its cover.
    pub preview: Vec<PhotoId>,
}

/// That a photo belongs to a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicMembership {
    /// The photo.
    pub photo: PhotoId,
    /// The topic.
    pub topic: TopicId,
    /// The topic's slug.
    pub slug: String,
    /// The topic's title.
    pub title: String,
    /// Who gets to see the topic.
    pub visibility: Visibility,
    /// Since when.
    pub approved_at: Timestamp,
}
