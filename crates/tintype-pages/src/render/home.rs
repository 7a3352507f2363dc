//! Renders the first page.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::metadata;
use crate::page::Page;
use crate::view::{HomePage, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "home.html")]
struct HomeTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a HomePage,
}

impl HomePage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let sheet = Sheet::default().with_photos(&self.photos);
        let mut frame = Frame::new(site, &self.address, String::new(), &sheet);
        frame.description = t.name("home-description", &site.library_name);
        frame.is_home = true;
        frame.json_ld = Some(metadata::website(site));
        finish(&HomeTemplate { t, frame: &frame, page: self }, &frame)
    }
}
