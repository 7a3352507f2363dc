//! Renders the page where pictures come in.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{Site, UploadPage, UploadState};
use crate::words::Words;

#[derive(Template)]
#[template(path = "upload.html")]
struct UploadTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a UploadPage,
    limits_line: String,
    results_count: u64,
}

impl UploadPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let thumbs = self.results.iter().filter_map(|result| match &result.state {
            UploadState::Done { thumb, .. } => thumb.as_ref(),
            UploadState::Duplicate { .. } | UploadState::Refused { .. } => None,
        });
        let sheet = Sheet::default().with_thumbs(thumbs);
        let frame = Frame::new(site, &self.address, t.say("upload-title"), &sheet);
        let size = t.bytes(self.limits.bytes);
        let limits = [("formats", self.limits.formats.as_str()), ("size", size.as_str())];
        let template = UploadTemplate {
            t,
            frame: &frame,
            page: self,
            limits_line: t.with("upload-limits", &limits),
            results_count: self.results.len() as u64,
        };
        finish(&template, &frame)
    }
}
