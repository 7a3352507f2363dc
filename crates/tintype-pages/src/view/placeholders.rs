//! Pictures for whom any picture will do.

use super::Address;

/// `/placeholders`: what there is, with examples to copy.
#[derive(Debug, Clone)]
pub struct PlaceholdersPage {
    /// The page's address and calls.
    pub address: Address,
    /// Width asked for in the form.
    pub width: u32,
    /// Height asked for in the form.
    pub height: u32,
    /// Terms asked for in the form.
    pub terms: String,
    /// Seed asked for in the form.
    pub seed: String,
    /// What the form asks for.
    pub made: PlaceholderExample,
    /// Others.
    pub examples: Vec<PlaceholderExample>,
}

/// One address and its picture.
#[derive(Debug, Clone)]
pub struct PlaceholderExample {
    /// Absolute.
    pub url: String,
    /// On this origin.
    pub path: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}
