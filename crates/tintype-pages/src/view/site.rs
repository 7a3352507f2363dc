//! What every page shares: the library, the visitor, the address and the calls behind it.

use super::Avatar;

/// The library as every page names it, and who is looking.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// The wordmark and the end of every title.
    pub library_name: String,
    /// Origin of the API as clients write it, such as `https://photos.example.org`; no slash at
    /// the end. The samples of calls begin with it.
    pub api_origin: String,
    /// Says in one line that the pictures are rendered, not taken.
    pub is_demo: bool,
    /// BCP 47 tag of the texts. A language there is no text for becomes English.
    pub lang: String,
    /// The theme kept on the server, if any; the browser's own memory of the switch wins.
    pub theme: Theme,
    /// Who is signed in.
    pub visitor: Option<Visitor>,
    /// Where one signs in; `None` hides the link.
    pub sign_in_href: Option<String>,
    /// The same page in every language; empty hides the choice.
    pub languages: Vec<LanguageChoice>,
    /// Links at the foot, such as the API's description; only those that exist.
    pub footer_links: Vec<Link>,
}

use super::Link;

/// A page in one of its languages.
#[derive(Debug, Clone)]
pub struct LanguageChoice {
    /// BCP 47 tag.
    pub lang: String,
    /// What its speakers call it.
    pub name: String,
    /// The page in it, relative to this origin.
    pub href: String,
    /// Whether it is the one shown.
    pub is_current: bool,
}

/// Light or dark, or as the visitor's system has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Paper.
    Light,
    /// Plate.
    Dark,
}

/// Somebody signed in.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The name to show.
    pub name: String,
    /// Without the `@`.
    pub username: String,
    /// The own profile page.
    pub href: String,
    /// The own picture.
    pub avatar: Option<Avatar>,
    /// Where one uploads; `None` for those who may not.
    pub upload_href: Option<String>,
    /// Where one looks after one's applications.
    pub apps_href: String,
    /// Takes the POST that signs out.
    pub sign_out_action: String,
    /// Proof that a form was ours, sent as the hidden field `form_token`.
    pub form_token: String,
}

/// What a page says of its own address.
#[derive(Debug, Clone, Default)]
pub struct Address {
    /// The absolute address to be known by; `None` for a page that should not be indexed.
    pub canonical: Option<String>,
    /// An Atom feed of what the page shows.
    pub feed: Option<Feed>,
    /// The address of the oEmbed answer for this page.
    pub oembed_href: Option<String>,
    /// The picture of a link preview.
    pub share_image: Option<ShareImage>,
    /// The API calls behind the page, the main one first. Empty hides the drawer's button.
    pub calls: Vec<ApiCall>,
}

/// An Atom feed.
#[derive(Debug, Clone)]
pub struct Feed {
    /// Its address.
    pub href: String,
    /// Its name.
    pub title: String,
}

/// The picture of a link preview.
#[derive(Debug, Clone)]
pub struct ShareImage {
    /// Absolute address.
    pub url: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What is to be seen.
    pub alt: String,
}

/// One call of the API that a page is made of.
#[derive(Debug, Clone)]
pub struct ApiCall {
    /// Path and query on this origin, such as `/search/photos?query=nature&per_page=30`.
    pub path: String,
}
