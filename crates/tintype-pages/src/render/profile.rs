//! Renders the page of a person.

use askama::Template;

use super::{CountLine, Frame, Tab, finish, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{Link, ProfilePage, ProfileTab, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "profile.html")]
struct ProfileTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a ProfilePage,
    tabs: Vec<Tab>,
    links: Vec<&'a Link>,
    counts: Vec<CountLine>,
}

impl ProfilePage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let mut frame = Frame::new(site, &self.address, self.person.name.clone(), &self.sheet());
        frame.description = t.name("profile-description", &self.person.name);
        let template = ProfileTemplate {
            t,
            frame: &frame,
            page: self,
            tabs: self.tab_row(t),
            // A `javascript:` address would run as soon as it is followed.
            links: self.links.iter().filter(|link| is_web_address(&link.href)).collect(),
            counts: self.counts(t),
        };
        finish(&template, &frame)
    }

    fn sheet(&self) -> Sheet {
        match &self.tab {
            ProfileTab::Photos(cards) | ProfileTab::Likes(cards) => {
                Sheet::default().with_photos(cards)
            }
            ProfileTab::Collections(cards) => {
                Sheet::default().with_thumbs(cards.iter().flat_map(|card| &card.covers))
            }
            ProfileTab::Statistics(_) => Sheet::default(),
        }
    }

    fn tab_row(&self, t: &Words) -> Vec<Tab> {
        let tab = |key: &str, (href, count): (&String, Option<u64>), is_current| Tab {
            label: t.say(key),
            href: href.clone(),
            count,
            is_current,
        };
        let shown = &self.tab;
        let (href, count) = &self.tabs.photos;
        let mut tabs =
            vec![tab("tab-photos", (href, Some(*count)), matches!(shown, ProfileTab::Photos(_)))];
        if let Some((href, count)) = &self.tabs.likes {
            let is_current = matches!(shown, ProfileTab::Likes(_));
            tabs.push(tab("tab-likes", (href, Some(*count)), is_current));
        }
        if let Some((href, count)) = &self.tabs.collections {
            let is_current = matches!(shown, ProfileTab::Collections(_));
            tabs.push(tab("tab-collections", (href, Some(*count)), is_current));
        }
        if let Some(href) = &self.tabs.statistics {
            let is_current = matches!(shown, ProfileTab::Statistics(_));
            tabs.push(tab("tab-statistics", (href, None), is_current));
        }
        tabs
    }

    fn counts(&self, t: &Words) -> Vec<CountLine> {
        let ProfileTab::Statistics(statistics) = &self.tab else {
            return Vec::new();
        };
        vec![
            CountLine::new(t.say("count-views"), &statistics.views, t),
            CountLine::new(t.say("count-downloads"), &statistics.downloads, t),
            CountLine::new(t.say("count-likes"), &statistics.likes, t),
        ]
    }
}

fn is_web_address(href: &str) -> bool {
    href.starts_with("https://") || href.starts_with("http://")
}
