//! The page for when something is wrong.

use super::Address;

/// Any status from 400 on, in words.
#[derive(Debug, Clone, Default)]
pub struct ErrorPage {
    /// The calls behind the page, if any.
    pub address: Address,
    /// The HTTP status.
    pub status: u16,
    /// What happened, in a sentence; `None` takes the page's own words for the status.
    pub message: Option<String>,
    /// To be told when asking for help.
    pub request_id: String,
}
