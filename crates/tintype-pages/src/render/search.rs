//! Renders the page of search results.

use askama::Template;

use super::{Frame, Tab, finish, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{SearchKind, SearchPage, SearchResults, Site, Tried};
use crate::words::Words;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a SearchPage,
    tabs: Vec<Tab>,
    tried: Vec<String>,
    total_line: String,
}

impl SearchPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let title_key = match self.tabs.current {
            SearchKind::Photos => "search-title",
            SearchKind::Collections => "search-title-collections",
            SearchKind::People => "search-title-people",
        };
        let title = t.name(title_key, &self.query);
        let mut frame = Frame::new(site, &self.address, title, &self.sheet());
        frame.query = &self.query;
        let total_line = self.total_line(t);
        frame.description = format!("{}: {total_line}", self.query);
        let tried = self.tried.iter().map(|step| tried_line(step, t)).collect();
        let template = SearchTemplate {
            t,
            frame: &frame,
            page: self,
            tabs: self.tab_row(t),
            tried,
            total_line,
        };
        finish(&template, &frame)
    }

    fn sheet(&self) -> Sheet {
        let sheet = Sheet::default().with_photos(&self.nearest);
        match &self.results {
            SearchResults::Photos(cards) => sheet.with_photos(cards),
            SearchResults::Collections(cards) => {
                sheet.with_thumbs(cards.iter().flat_map(|card| &card.covers))
            }
            SearchResults::People(cards) => {
                sheet.with_thumbs(cards.iter().flat_map(|card| &card.photos))
            }
        }
    }

    fn total_line(&self, t: &Words) -> String {
        let key = match self.tabs.current {
            SearchKind::Photos => "photos-count",
            SearchKind::Collections => "collections-count",
            SearchKind::People => "people-count",
        };
        t.count(key, self.total)
    }

    fn tab_row(&self, t: &Words) -> Vec<Tab> {
        let tab = |kind, key: &str, (href, count): &(String, Option<u64>)| Tab {
            label: t.say(key),
            href: href.clone(),
            count: *count,
            is_current: self.tabs.current == kind,
        };
        vec![
            tab(SearchKind::Photos, "tab-photos", &self.tabs.photos),
            tab(SearchKind::Collections, "tab-collections", &self.tabs.collections),
            tab(SearchKind::People, "tab-people", &self.tabs.people),
        ]
    }
}

fn tried_line(step: &Tried, t: &Words) -> String {
    match step {
        Tried::Spelling(words) => t.name("tried-spelling", words),
        Tried::Beginnings => t.say("tried-beginnings"),
        Tried::FewerWords => t.say("tried-fewer"),
        Tried::WithoutFilters => t.say("tried-filters"),
    }
}
