//! Puts view models into templates. One file a page; what all share stands here.

mod apps;
mod consent;
mod conversation;
mod docs;
mod error;
mod home;
mod learn;
mod lists;
mod login;
mod photo;
mod picker;
mod placeholders;
mod profile;
mod search;
mod upload;

use askama::Template;
use tintype_domain::{ColorName, Orientation, Scope, SearchOrder};

use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{Address, DeedKind, Site, Theme, Trend};
use crate::words::Words;

/// What the layout around every page needs.
struct Frame<'a> {
    site: &'a Site,
    address: &'a Address,
    /// The page's own title; empty on the first page.
    title: String,
    /// One sentence about the page, for previews and search engines.
    description: String,
    /// The page's one style element and its hash.
    style: Option<(String, String)>,
    /// JSON-LD.
    json_ld: Option<String>,
    /// What stands in the search field.
    query: &'a str,
    is_home: bool,
    is_photo: bool,
}

impl<'a> Frame<'a> {
    fn new(site: &'a Site, address: &'a Address, title: String, sheet: &Sheet) -> Self {
        Self {
            site,
            address,
            description: title.clone(),
            title,
            style: sheet.element(),
            json_ld: None,
            query: "",
            is_home: false,
            is_photo: false,
        }
    }

    /// The title of the window.
    fn full_title(&self) -> String {
        match self.title.as_str() {
            "" => self.site.library_name.clone(),
            title => format!("{title} · {}", self.site.library_name),
        }
    }

    fn style_element(&self) -> &str {
        self.style.as_ref().map_or("", |(html, _)| html.as_str())
    }

    fn theme(&self) -> &'static str {
        match self.site.theme {
            Theme::Auto => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The absolute address of the page in one language, for search engines.
    fn alternate(&self, lang: &str) -> Option<String> {
        let canonical = self.address.canonical.as_ref()?;
        let joint = if canonical.contains('?') { '&' } else { '?' };
        Some(format!("{canonical}{joint}lang={lang}"))
    }

    /// The page form of the main call: where the drawer's button leads without a script.
    fn call_href(&self) -> Option<String> {
        let call = self.address.calls.first()?;
        let joint = if call.path.contains('?') { '&' } else { '?' };
        Some(format!("{}{joint}format=html", call.path))
    }

    /// All calls, one a line.
    fn call_paths(&self) -> String {
        let paths: Vec<_> = self.address.calls.iter().map(|call| call.path.as_str()).collect();
        paths.join("\n")
    }
}

/// The finished page.
fn finish(template: &impl Template, frame: &Frame<'_>) -> Page {
    let html = template.render().expect("the templates hold no call that fails");
    Page { html, style_hash: frame.style.as_ref().map(|(_, hash)| hash.clone()) }
}

fn words(site: &Site) -> &'static Words {
    Words::of(&site.lang)
}

/// One tab of a row of tabs.
struct Tab {
    label: String,
    href: String,
    count: Option<u64>,
    is_current: bool,
}

/// A count with its line, ready to show.
struct CountLine {
    label: String,
    total: u64,
    points: Option<String>,
    /// The line in words.
    spoken: String,
}

impl CountLine {
    fn new(label: String, trend: &Trend, t: &Words) -> Self {
        let spoken = t.with(
            "last-days",
            &[("shown", &t.number(trend.recent())), ("days", &trend.days().to_string())],
        );
        let points = trend.has_line().then(|| trend.points());
        Self { label, total: trend.total, points, spoken }
    }
}

/// The letter that stands for somebody without a picture.
pub(crate) fn initial(name: &str) -> String {
    name.chars()
        .find(|letter| letter.is_alphanumeric())
        .map_or_else(|| "·".to_owned(), |letter| letter.to_uppercase().collect())
}

/// A time as shown beside a call.
pub(crate) fn milliseconds(ms: f64) -> String {
    let digits = usize::from(ms < 10.0);
    format!("{ms:.digits$} ms")
}

pub(crate) const fn orientation_key(value: Orientation) -> &'static str {
    match value {
        Orientation::Landscape => "orientation-landscape",
        Orientation::Portrait => "orientation-portrait",
        Orientation::Squarish => "orientation-squarish",
    }
}

pub(crate) const fn order_key(value: SearchOrder) -> &'static str {
    match value {
        SearchOrder::Relevant => "order-relevant",
        SearchOrder::Latest => "order-latest",
        SearchOrder::Editorial => "order-editorial",
    }
}

pub(crate) const fn color_key(value: ColorName) -> &'static str {
    match value {
        ColorName::BlackAndWhite => "color-black_and_white",
        ColorName::Black => "color-black",
        ColorName::White => "color-white",
        ColorName::Yellow => "color-yellow",
        ColorName::Orange => "color-orange",
        ColorName::Red => "color-red",
        ColorName::Purple => "color-purple",
        ColorName::Magenta => "color-magenta",
        ColorName::Green => "color-green",
        ColorName::Teal => "color-teal",
        ColorName::Blue => "color-blue",
    }
}

pub(crate) const fn scope_key(value: Scope) -> &'static str {
    match value {
        Scope::Public => "scope-public",
        Scope::ReadUser => "scope-read_user",
        Scope::WriteUser => "scope-write_user",
        Scope::ReadPhotos => "scope-read_photos",
        Scope::WritePhotos => "scope-write_photos",
        Scope::WriteLikes => "scope-write_likes",
        Scope::WriteFollowers => "scope-write_followers",
        Scope::ReadCollections => "scope-read_collections",
        Scope::WriteCollections => "scope-write_collections",
    }
}

pub(crate) const fn deed_key(kind: DeedKind) -> &'static str {
    match kind {
        DeedKind::Logic => "drawer-logic",
        DeedKind::Security => "drawer-security",
        DeedKind::Database => "drawer-database",
        DeedKind::Search => "drawer-search",
        DeedKind::Cache => "drawer-cache",
        DeedKind::Background => "drawer-background",
    }
}

/// What a file of so many pixels across is called.
pub(crate) const fn size_key(width: u32) -> &'static str {
    match width {
        0..=700 => "size-small",
        701..=1_300 => "size-medium",
        1_301..=1_900 => "size-large",
        _ => "size-largest",
    }
}

/// What the links at the foot of every page say: the API, the lessons, the placeholders.
pub fn footer_words(lang: &str) -> [String; 3] {
    let t = Words::of(lang);
    [t.say("foot-api"), t.say("foot-learn"), t.say("foot-placeholders")]
}
