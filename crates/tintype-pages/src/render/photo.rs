//! Renders the page of one photo.

use askama::Template;
use tintype_domain::License;

use super::{CountLine, Frame, finish, words};
use crate::grid::Sheet;
use crate::json_tree::escape;
use crate::metadata;
use crate::page::Page;
use crate::view::{PhotoCard, PhotoPage, Site, Trend};
use crate::words::Words;

#[derive(Template)]
#[template(path = "photo.html")]
struct PhotoTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a PhotoPage,
    heading: String,
    stage_sizes: String,
    license: &'static License,
    credit_forms: Vec<(String, String)>,
    picture_forms: Vec<(String, String)>,
    counts: Vec<CountLine>,
    facts: Vec<(String, String)>,
}

impl PhotoPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let heading = self.heading(t);
        let covers = self.collections.iter().flat_map(|card| &card.covers);
        let sheet =
            Sheet::default().with_photos(&self.similar).with_thumbs(covers).with_stage(&self.photo);
        let mut frame = Frame::new(site, &self.address, heading.clone(), &sheet);
        frame.description = self.summary(&heading, t);
        frame.json_ld = Some(metadata::photo(self, &heading));
        frame.is_photo = true;
        let template = PhotoTemplate {
            t,
            frame: &frame,
            page: self,
            heading,
            stage_sizes: stage_sizes(&self.photo),
            license: self.rights.license.license(),
            credit_forms: self.credit_forms(t),
            picture_forms: self.picture_forms(t),
            counts: self.counts(t),
            facts: self.facts(t),
        };
        finish(&template, &frame)
    }

    fn heading(&self, t: &Words) -> String {
        let given = self.photo.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        given.map_or_else(|| t.say("photo-untitled"), str::to_owned)
    }

    fn summary(&self, heading: &str, t: &Words) -> String {
        let name = self.photo.photographer.name.as_str();
        let line = t.with("photo-description", &[("title", heading), ("name", name)]);
        let more = self.description.as_deref().or(self.photo.alt.as_deref()).unwrap_or_default();
        format!("{line} {more}").trim().chars().take(300).collect()
    }

    fn credit_forms(&self, t: &Words) -> Vec<(String, String)> {
        vec![
            (t.say("credit-text"), self.credit.text.clone()),
            (t.say("credit-html"), self.credit.html.clone()),
            (t.say("credit-markdown"), self.credit.markdown.clone()),
        ]
    }

    fn picture_forms(&self, t: &Words) -> Vec<(String, String)> {
        let photo = &self.photo;
        let img = format!(
            "<img src=\"{}\" srcset=\"{}\" sizes=\"100vw\" width=\"{}\" height=\"{}\" alt=\"{}\">",
            escape(&self.copy_url),
            escape(&photo.srcset()),
            photo.width,
            photo.height,
            escape(&photo.alt_text(t)),
        );
        let address = self.copy_url.replace(['"', '\\', '\n'], "");
        let css = format!("background: {} url(\"{address}\") center / cover;", photo.color);
        let hexes: Vec<_> = self.palette.iter().map(|color| color.hex.as_str()).collect();
        let variable = |(index, hex): (usize, &&str)| format!("--color-{}: {hex};", index + 1);
        let variables: Vec<_> = hexes.iter().enumerate().map(variable).collect();
        let forms = [
            ("copy-url", self.copy_url.clone()),
            ("copy-img", img),
            ("copy-css", css),
            ("copy-hex", hexes.join(", ")),
            ("copy-variables", variables.join(" ")),
        ];
        let is_there = |(_, text): &(&str, String)| !text.is_empty();
        forms.into_iter().filter(is_there).map(|(key, text)| (t.say(key), text)).collect()
    }

    fn counts(&self, t: &Words) -> Vec<CountLine> {
        let likes = Trend { total: self.photo.likes, daily: Vec::new() };
        vec![
            CountLine::new(t.say("count-views"), &self.views, t),
            CountLine::new(t.say("count-downloads"), &self.downloaded, t),
            CountLine::new(t.say("count-likes"), &likes, t),
        ]
    }

    fn facts(&self, t: &Words) -> Vec<(String, String)> {
        let exposure = &self.exposure;
        let setting = [exposure.time.as_deref(), exposure.aperture.as_deref()];
        let setting: Vec<_> = setting.into_iter().flatten().collect();
        let setting = (!setting.is_empty()).then(|| setting.join(" · "));
        let pixels = format!("{} × {}", self.photo.width, self.photo.height);
        let facts = [
            ("fact-camera", exposure.camera.clone()),
            ("fact-lens", exposure.lens.clone()),
            ("fact-exposure", setting),
            ("fact-focal", exposure.focal_length.clone()),
            ("fact-iso", exposure.iso.clone()),
            ("fact-taken", self.taken.map(|time| t.date(time))),
            ("fact-pixels", Some(pixels)),
            ("fact-published", Some(t.date(self.published))),
        ];
        facts.into_iter().filter_map(|(key, value)| Some((t.say(key), value?))).collect()
    }
}

/// How wide the large picture stands; see `.stage` in `pages.css`.
fn stage_sizes(photo: &PhotoCard) -> String {
    format!("min(100vw, {:.0}vh, {}px)", 80.0 * photo.ratio(), photo.width)
}
