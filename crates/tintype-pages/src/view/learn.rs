//! The lessons.

use super::Address;

/// `/learn`: the lessons, or one of them.
#[derive(Debug, Clone)]
pub struct LearnPage {
    /// The page's address and calls.
    pub address: Address,
    /// Which lesson; the first page when `None`.
    pub lesson: Option<Lesson>,
    /// The lessons whose exercises are solved.
    pub solved: Vec<Lesson>,
    /// Names the learner in the addresses that their programs call.
    pub code: String,
    /// Scheme, host and port of this server.
    pub origin: String,
    /// This page again, for those whose browser keeps no cookies.
    pub again_href: String,
    /// A key that anyone may use, if there is one.
    pub key: Option<String>,
    /// Whether reading needs a key.
    pub needs_key: bool,
}

/// One lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lesson {
    /// What a request is.
    Request,
    /// The four methods.
    Methods,
    /// Headers.
    Headers,
    /// Status codes.
    Status,
    /// Keys and limits.
    Keys,
}

impl Lesson {
    /// All of them, in their order.
    pub const ALL: [Self; 5] =
        [Self::Request, Self::Methods, Self::Headers, Self::Status, Self::Keys];

    /// Its name in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Methods => "methods",
            Self::Headers => "headers",
            Self::Status => "status",
            Self::Keys => "keys",
        }
    }

    /// Calls to look at, live.
    pub const fn calls(self) -> &'static [&'static str] {
        match self {
            Self::Request => {
                &["/photos/random?query=nature", "/search/photos?query=nature&per_page=3"]
            }
            Self::Methods => &["/photos", "/search/photos?query=sea", "/learn/echo"],
            Self::Headers => &["/learn/echo", "/photos?per_page=1"],
            Self::Status => &[
                "/photos/AAAAAAAAAAA",
                "/search/photos",
                "/learn/status/200",
                "/learn/status/418",
                "/learn/status/503",
            ],
            Self::Keys => &["/photos?per_page=1", "/me", "/stats/total"],
        }
    }

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|lesson| *lesson == self)?;
        Self::ALL.get(at + 1).copied()
    }
}
