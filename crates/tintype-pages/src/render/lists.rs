//! Renders the pages of a collection and of a topic, which look alike.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{Address, CollectionCard, CollectionPage, Person, PhotoCard, Site, TopicPage};
use crate::words::Words;

#[derive(Template)]
#[template(path = "list.html")]
struct ListTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    title: &'a str,
    description: Option<&'a str>,
    curators: &'a [Person],
    page: List<'a>,
    related_title: String,
}

/// What the two pages have in common.
struct List<'a> {
    address: &'a Address,
    total: u64,
    photos: &'a [PhotoCard],
    related: &'a [CollectionCard],
    next_href: Option<&'a str>,
}

impl CollectionPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let page = List {
            address: &self.address,
            total: self.total,
            photos: &self.photos,
            related: &self.related,
            next_href: self.next_href.as_deref(),
        };
        let curators = std::slice::from_ref(&self.curator);
        let texts = (self.title.as_str(), self.description.as_deref(), "related-collections");
        render(page, texts, curators, site)
    }
}

impl TopicPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let page = List {
            address: &self.address,
            total: self.total,
            photos: &self.photos,
            related: &self.related,
            next_href: self.next_href.as_deref(),
        };
        let texts = (self.title.as_str(), self.description.as_deref(), "related-topics");
        render(page, texts, &self.curators, site)
    }
}

/// The texts are title, description and the key of the headline above related lists.
fn render(
    page: List<'_>,
    (title, description, related_key): (&str, Option<&str>, &str),
    curators: &[Person],
    site: &Site,
) -> Page {
    let t = words(site);
    let covers = page.related.iter().flat_map(|card| &card.covers);
    let sheet = Sheet::default().with_photos(page.photos).with_thumbs(covers);
    let mut frame = Frame::new(site, page.address, title.to_owned(), &sheet);
    if let Some(description) = description {
        frame.description = description.chars().take(300).collect();
    }
    let related_title = t.say(related_key);
    let template =
        ListTemplate { t, frame: &frame, title, description, curators, page, related_title };
    finish(&template, &frame)
}
