//! Renders an API call as a page.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::json_tree;
use crate::page::Page;
use crate::snippets::{Snippet, snippets};
use crate::view::{ConversationPage, Parameter, Site, UrlParts};
use crate::words::Words;

#[derive(Template)]
#[template(path = "conversation.html")]
struct ConversationTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a ConversationPage,
    parameters: Vec<ParameterLine<'a>>,
    request_headers: Vec<HeaderLine<'a>>,
    response_headers: Vec<HeaderLine<'a>>,
    status_line: String,
    body_bytes: u64,
    tree: Option<String>,
    snippets: Vec<Snippet>,
}

struct ParameterLine<'a> {
    parameter: &'a Parameter,
    meaning: String,
}

struct HeaderLine<'a> {
    name: &'a str,
    value: &'a str,
    meaning: Option<String>,
}

impl ConversationPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let title = format!("{} {}", self.request.method, self.request.url.path);
        let frame = Frame::new(site, &self.address, title, &Sheet::default());
        let response = self.response.as_ref();
        let template = ConversationTemplate {
            t,
            frame: &frame,
            page: self,
            parameters: self.parameters(t),
            request_headers: header_lines(&self.request.headers, t),
            response_headers: header_lines(response.map_or(&[], |response| &response.headers), t),
            status_line: response.map_or_else(String::new, |response| meaning(response.status, t)),
            body_bytes: response.map_or(0, |response| response.body.len() as u64),
            tree: response.and_then(|response| json_tree::tree(&response.body, t)),
            snippets: snippets(&self.request.method, &self.request.url.whole(), self.needs_key),
        };
        finish(&template, &frame)
    }

    fn parameters(&self, t: &Words) -> Vec<ParameterLine<'_>> {
        let line = |parameter| ParameterLine { parameter, meaning: known_meaning(parameter, t) };
        self.request.parameters.iter().map(line).collect()
    }
}

impl UrlParts {
    fn whole(&self) -> String {
        let joint = if self.query.is_empty() { "" } else { "?" };
        format!("{}{}{joint}{}", self.origin, self.path, self.query)
    }
}

fn known_meaning(parameter: &Parameter, t: &Words) -> String {
    t.find(&format!("param-{}", parameter.name)).unwrap_or_else(|| t.say("param-other"))
}

fn header_lines<'a>(headers: &'a [(String, String)], t: &Words) -> Vec<HeaderLine<'a>> {
    let line = |(name, value): &'a (String, String)| HeaderLine {
        name,
        value,
        meaning: t.find(&format!("header-{}", name.to_ascii_lowercase())),
    };
    headers.iter().map(line).collect()
}

fn meaning(status: u16, t: &Words) -> String {
    t.find(&format!("status-{status}")).unwrap_or_else(|| t.say("status-other"))
}
