//! Renders the page of placeholders.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::json_tree::escape;
use crate::page::Page;
use crate::view::{PlaceholderExample, PlaceholdersPage, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "placeholders.html")]
struct PlaceholdersTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a PlaceholdersPage,
}

impl PlaceholdersPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let title = t.say("placeholders-title");
        let mut frame = Frame::new(site, &self.address, title, &Sheet::default());
        frame.description = t.say("placeholders-intro");
        finish(&PlaceholdersTemplate { t, frame: &frame, page: self }, &frame)
    }
}

impl PlaceholderExample {
    /// As an element to copy.
    fn element(&self) -> String {
        let Self { url, width, height, .. } = self;
        format!("<img src=\"{}\" width=\"{width}\" height=\"{height}\" alt=\"\">", escape(url))
    }
}
