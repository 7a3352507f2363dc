//! The API's documentation.

use super::Address;

/// `/docs`: every operation, in groups.
#[derive(Debug, Clone)]
pub struct DocsPage {
    /// The page's address and calls.
    pub address: Address,
    /// Operations that belong together.
    pub groups: Vec<DocsGroup>,
    /// The shapes that answers have.
    pub shapes: Vec<DocsShape>,
}

/// Operations that belong together.
#[derive(Debug, Clone)]
pub struct DocsGroup {
    /// In one word.
    pub name: String,
    /// In a sentence.
    pub says: String,
    /// The operations.
    pub operations: Vec<DocsOperation>,
}

/// One operation.
#[derive(Debug, Clone)]
pub struct DocsOperation {
    /// Its name in generated clients; its anchor on the page.
    pub id: String,
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: String,
    /// With its variable parts.
    pub route: String,
    /// What it does.
    pub says: String,
    /// Whether anyone may call it.
    pub is_open: bool,
    /// The scope a token must have.
    pub scope: Option<String>,
    /// Whether something newer does the same.
    pub is_old: bool,
    /// What it takes.
    pub fields: Vec<DocsField>,
    /// What it answers: status, when, and the name of the shape.
    pub answers: Vec<DocsAnswer>,
    /// Whether it can be tried from here.
    pub can_try: bool,
}

/// What an operation takes.
#[derive(Debug, Clone)]
pub struct DocsField {
    /// Its name.
    pub name: String,
    /// `path`, `query` or `body`.
    pub place: String,
    /// What it does.
    pub says: String,
    /// What it may be.
    pub values: Option<String>,
    /// What it is when nothing is said; for a part of the path, a value that shows it.
    pub default: Option<String>,
    /// Whether nothing goes without it.
    pub is_required: bool,
}

/// What an operation answers.
#[derive(Debug, Clone)]
pub struct DocsAnswer {
    /// Status code.
    pub status: String,
    /// When it is this one.
    pub says: String,
    /// The name of its shape.
    pub shape: Option<String>,
}

/// A shape.
#[derive(Debug, Clone)]
pub struct DocsShape {
    /// Its name.
    pub name: String,
    /// An example, as JSON text.
    pub example: String,
}
