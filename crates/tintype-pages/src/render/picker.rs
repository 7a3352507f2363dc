//! Renders the picker.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{Address, PhotoCard, PickerPage, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "picker.html")]
struct PickerTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a PickerPage,
}

impl PickerPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let cards: Vec<PhotoCard> = self.choices.iter().map(|choice| choice.card.clone()).collect();
        let sheet = Sheet::default().with_photos(&cards);
        let address = Address::default();
        let frame = Frame::new(site, &address, t.say("picker-title"), &sheet);
        finish(&PickerTemplate { t, frame: &frame, page: self }, &frame)
    }
}
