//! Renders an API call as a page.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::json_tree;
use crate::page::Page;
use crate::snippets::{Sends, Shows, Snippet, snippets};
use crate::view::{
    Acting, CallField, CallFieldKind, CallForm, ConversationPage, Parameter, Request, Site,
    UrlParts,
};
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
    forms: Vec<FormBlock<'a>>,
}

/// One form of the other calls.
struct FormBlock<'a> {
    form: &'a CallForm,
    fields: Vec<FieldLine<'a>>,
    /// Whether this visitor may send it.
    is_open: bool,
}

struct FieldLine<'a> {
    field: &'a CallField,
    meaning: String,
    /// Different for every field of the page.
    id: String,
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
            snippets: self.snippets(),
            forms: self.forms(t),
        };
        finish(&template, &frame)
    }

    fn snippets(&self) -> Vec<Snippet> {
        let Request { method, url, body, has_file, .. } = &self.request;
        let is_read = matches!(method.as_str(), "GET" | "HEAD" | "QUERY");
        let is_search = url.path.starts_with("/search/");
        let shows = match (is_read || is_search, self.needs_key) {
            (true, false) => Shows::Nothing,
            (true, true) => Shows::Key,
            (false, _) => Shows::Token,
        };
        let sends = match body {
            _ if *has_file => Sends::Photo,
            Some(body) => Sends::Json(body),
            None => Sends::Nothing,
        };
        snippets(method, &url.whole(), shows, sends)
    }

    fn forms(&self, t: &Words) -> Vec<FormBlock<'_>> {
        let is_visitor = matches!(self.acting, Acting::Visitor { .. });
        let block = |(number, form)| FormBlock {
            form,
            fields: form.fields.iter().map(|field| field_line(number, field, t)).collect(),
            is_open: is_visitor || !form.is_write,
        };
        self.forms.iter().enumerate().map(block).collect()
    }

    /// Whether some call waits for somebody who may make it.
    fn has_closed_forms(&self) -> bool {
        let is_visitor = matches!(self.acting, Acting::Visitor { .. });
        !is_visitor && self.forms.iter().any(|form| form.is_write)
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

fn field_line<'a>(form: usize, field: &'a CallField, t: &Words) -> FieldLine<'a> {
    let key = format!("param-{}", field.name.replace(['[', ']'], "-").trim_end_matches('-'));
    FieldLine {
        field,
        meaning: t.find(&key).unwrap_or_default(),
        id: format!("call-{form}-{}", field.name.replace(['[', ']'], "-")),
    }
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
