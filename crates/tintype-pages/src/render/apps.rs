//! Renders the pages of somebody's applications.

use askama::Template;

use super::{Frame, finish, scope_key, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{AppFields, AppPage, AppsPage, GivenRow, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "apps.html")]
struct AppsTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a AppsPage,
    fields: &'a AppFields,
    is_new: bool,
}

impl AppsTemplate<'_> {
    fn scopes(&self, given: &GivenRow) -> Vec<String> {
        given.scopes.iter().map(|scope| self.t.say(scope_key(scope))).collect()
    }
}

impl AppsPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let frame = Frame::new(site, &self.address, t.say("apps-title"), &Sheet::default());
        let fields = &self.fields;
        finish(&AppsTemplate { t, frame: &frame, page: self, fields, is_new: true }, &frame)
    }
}

#[derive(Template)]
#[template(path = "app.html")]
struct AppTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a AppPage,
    fields: &'a AppFields,
    is_new: bool,
}

impl AppPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let frame = Frame::new(site, &self.address, self.name.clone(), &Sheet::default());
        let fields = &self.fields;
        finish(&AppTemplate { t, frame: &frame, page: self, fields, is_new: false }, &frame)
    }
}
