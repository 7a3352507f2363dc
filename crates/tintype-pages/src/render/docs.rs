//! Renders the API's documentation.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{DocsPage, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "docs.html")]
struct DocsTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a DocsPage,
}

impl DocsPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let title = t.say("docs-title");
        let mut frame = Frame::new(site, &self.address, title, &Sheet::default());
        frame.description = t.say("docs-intro");
        finish(&DocsTemplate { t, frame: &frame, page: self }, &frame)
    }
}
