//! The picker, for a frame or window of another program.

use super::PhotoCard;

/// `/picker`: search, choose, and the choice is posted to whoever opened it.
#[derive(Debug, Clone)]
pub struct PickerPage {
    /// The origin that gets the choice; `None` when nobody is to get it.
    pub opener: Option<String>,
    /// The words that were searched; may be empty.
    pub query: String,
    /// What the search form must send along.
    pub kept: Vec<(String, String)>,
    /// Pictures on all pages.
    pub total: u64,
    /// Pictures to choose from.
    pub choices: Vec<PickerChoice>,
    /// More of them.
    pub next_href: Option<String>,
}

/// One picture to choose.
#[derive(Debug, Clone)]
pub struct PickerChoice {
    /// As in any grid.
    pub card: PhotoCard,
    /// The message that is posted, as JSON.
    pub json: String,
    /// The call that counts the use.
    pub track_href: String,
}
