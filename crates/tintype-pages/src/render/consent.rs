//! Renders the pages where a person lets an application act for them.

use askama::Template;

use super::{Frame, finish, scope_key, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{CodePage, ConsentPage, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "consent.html")]
struct ConsentTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a ConsentPage,
    scopes: Vec<String>,
}

impl ConsentPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let title = t.name("consent-title", &self.app_name);
        let frame = Frame::new(site, &self.address, title, &Sheet::default());
        let scopes = self.scopes.iter().map(|scope| t.say(scope_key(scope))).collect();
        finish(&ConsentTemplate { t, frame: &frame, page: self, scopes }, &frame)
    }
}

#[derive(Template)]
#[template(path = "code.html")]
struct CodeTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a CodePage,
}

impl CodePage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let title = t.say(if self.code.is_some() { "code-title" } else { "code-denied" });
        let frame = Frame::new(site, &self.address, title, &Sheet::default());
        finish(&CodeTemplate { t, frame: &frame, page: self }, &frame)
    }
}
