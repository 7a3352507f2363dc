//! Renders the page for when something is wrong.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{ErrorPage, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a ErrorPage,
    heading: String,
    message: String,
    advice: String,
}

impl ErrorPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let (heading, said, advice) = keys(self.status);
        let heading = t.say(heading);
        let frame = Frame::new(site, &self.address, heading.clone(), &Sheet::default());
        let message = self.message.clone().unwrap_or_else(|| t.say(said));
        let advice = t.say(advice);
        finish(&ErrorTemplate { t, frame: &frame, page: self, heading, message, advice }, &frame)
    }
}

/// The keys of what the status is called, what it means, and what to do.
const fn keys(status: u16) -> (&'static str, &'static str, &'static str) {
    match status {
        400 => ("fault-400", "said-400", "advice-back"),
        401 => ("fault-401", "said-401", "advice-sign-in"),
        403 => ("fault-403", "said-403", "advice-sign-in"),
        404 => ("fault-404", "said-404", "advice-look"),
        405 => ("fault-405", "said-405", "advice-look"),
        410 => ("fault-410", "said-410", "advice-look"),
        413 => ("fault-413", "said-413", "advice-back"),
        414 => ("fault-414", "said-414", "advice-back"),
        422 => ("fault-422", "said-422", "advice-back"),
        429 => ("fault-429", "said-429", "advice-wait"),
        500 => ("fault-500", "said-500", "advice-wait"),
        503 => ("fault-503", "said-503", "advice-wait"),
        _ => ("fault-other", "said-other", "advice-look"),
    }
}
