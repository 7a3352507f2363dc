//! The one `<style>` element of a page: ratios, colours and placeholders of its pictures, in an
//! order that depends on nothing but the pictures, so that its hash can stand in the policy.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::view::{PhotoCard, Thumb};
use crate::words::Words;

/// The rules of a page's pictures.
#[derive(Default)]
pub(crate) struct Sheet(BTreeMap<String, String>);

impl Sheet {
    pub(crate) fn with_photos(mut self, cards: &[PhotoCard]) -> Self {
        for card in cards {
            let mut rule = format!("--r:{}", decimal(card.box_ratio()));
            rule.push_str(&surface(card));
            self.0.insert(format!(".{}", card.css_class()), rule);
        }
        self
    }

    pub(crate) fn with_thumbs<'a>(mut self, thumbs: impl Iterator<Item = &'a Thumb>) -> Self {
        for thumb in thumbs {
            let rule = format!("--c:{}", color_or_grey(&thumb.color));
            self.0.insert(format!(".{}", thumb.css_class()), rule);
        }
        self
    }

    /// The rule of the one large picture of a page, in its true ratio and at most its own size.
    pub(crate) fn with_stage(mut self, card: &PhotoCard) -> Self {
        let mut rule = format!("--r:{};--w:{}px", decimal(card.ratio()), card.width.max(1));
        rule.push_str(&surface(card));
        self.0.insert(".stage".to_owned(), rule);
        self
    }

    /// The element, and its hash as a CSP source; nothing when there are no rules.
    pub(crate) fn element(&self) -> Option<(String, String)> {
        if self.0.is_empty() {
            return None;
        }
        let mut css = String::new();
        for (selector, rule) in &self.0 {
            // Writing into a String cannot fail.
            let _ = write!(css, "{selector}{{{rule}}}");
        }
        let hash = STANDARD.encode(Sha256::digest(css.as_bytes()));
        Some((format!("<style>{css}</style>"), format!("'sha256-{hash}'")))
    }
}

impl PhotoCard {
    /// Names the card in the style element. Only letters that a class may hold.
    pub(crate) fn css_class(&self) -> String {
        let safe = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
        format!("p-{}", self.id.chars().filter(safe).collect::<String>())
    }

    pub(crate) fn ratio(&self) -> f64 {
        f64::from(self.width.max(1)) / f64::from(self.height.max(1))
    }

    /// The ratio of the card in the grid: a panorama or a strip is cut to what a row can hold, so
    /// that neither a sliver nor a giant neighbour appears. Its page shows it whole.
    pub(crate) fn box_ratio(&self) -> f64 {
        self.ratio().clamp(NARROWEST, WIDEST)
    }

    pub(crate) fn src(&self) -> &str {
        let middle = self.srcset.iter().find(|(width, _)| *width >= 640);
        middle.or(self.srcset.last()).map_or("", |(_, href)| href.as_str())
    }

    pub(crate) fn largest(&self) -> &str {
        self.srcset.last().map_or("", |(_, href)| href.as_str())
    }

    pub(crate) fn srcset(&self) -> String {
        let parts: Vec<_> =
            self.srcset.iter().map(|(width, href)| format!("{href} {width}w")).collect();
        parts.join(", ")
    }

    /// How wide the picture stands in the grid; see `.grid` in `components.css`.
    pub(crate) fn sizes(&self) -> String {
        let phone = if self.box_ratio() < 0.95 { 48 } else { 96 };
        let share = (self.box_ratio() * ROW_SHARE * ROW_GROWTH).min(96.0);
        let widest = self.box_ratio() * ROW_MAX * ROW_GROWTH;
        // Of a panorama only the middle shows, so the whole of it is as much wider.
        let pictures = (self.ratio() / self.box_ratio()).max(1.0);
        format!(
            "(max-width:640px) {:.0}vw,(max-width:1880px) {:.0}vw,{:.0}px",
            f64::from(phone) * pictures,
            share * pictures,
            widest * pictures
        )
    }

    pub(crate) fn alt_text(&self, words: &Words) -> String {
        let given = self.alt.as_deref().or(self.title.as_deref()).map(str::trim);
        match given.filter(|text| !text.is_empty()) {
            Some(text) => text.to_owned(),
            None => words.name("photo-by", &self.photographer.name),
        }
    }
}

impl Thumb {
    pub(crate) fn css_class(&self) -> String {
        format!("c-{}", &color_or_grey(&self.color)[1..])
    }
}

/// How many cards from the start fill the first row of a wide window.
pub(crate) fn first_row(cards: &[PhotoCard]) -> usize {
    let mut ratios = 0.0;
    let fits = |card: &&PhotoCard| {
        let is_free = ratios < FIRST_ROW;
        ratios += card.box_ratio();
        is_free
    };
    cards.iter().take_while(fits).count().min(6)
}

// These stand in `.grid` of components.css too.
const NARROWEST: f64 = 0.56;
const WIDEST: f64 = 3.0;
const ROW_SHARE: f64 = 17.0;
const ROW_MAX: f64 = 320.0;
/// A row grows by so much, on the whole, to fill the line.
const ROW_GROWTH: f64 = 1.15;
/// The ratios that stand side by side in the first row.
const FIRST_ROW: f64 = 4.5;

fn surface(card: &PhotoCard) -> String {
    let mut rule = format!(";--c:{}", color_or_grey(&card.color));
    if let Some(data) = card.placeholder.as_deref().filter(|data| is_picture_data(data)) {
        // Writing into a String cannot fail.
        let _ = write!(rule, ";--b:url({data})");
    }
    rule
}

/// Anything else could end the rule and begin another.
fn is_picture_data(data: &str) -> bool {
    let body = data.strip_prefix("data:image/png;base64,");
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    body.is_some_and(|body| body.len() <= 2_000 && body.bytes().all(is_base64))
}

fn color_or_grey(color: &str) -> String {
    tintype_domain::Rgb::parse(color).map_or_else(|_| "#8a847c".to_owned(), |rgb| rgb.to_string())
}

fn decimal(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Person;

    fn card(id: &str, width: u32, height: u32) -> PhotoCard {
        let photographer = Person {
            name: "Ada".to_owned(),
            username: "ada".to_owned(),
            href: "/@ada".to_owned(),
            avatar: None,
        };
        PhotoCard {
            id: id.to_owned(),
            href: format!("/p/{id}"),
            title: None,
            alt: None,
            photographer,
            width,
            height,
            color: "#336699".to_owned(),
            placeholder: None,
            srcset: vec![(400, "/a".to_owned()), (1080, "/b".to_owned())],
            download_href: None,
            likes: 0,
            like: None,
        }
    }

    #[test]
    fn the_same_pictures_in_any_order_give_the_same_element() {
        let (first, second) = (card("aaaaaaaaaaa", 3, 2), card("bbbbbbbbbbb", 2, 3));
        let one = Sheet::default().with_photos(&[first.clone(), second.clone()]).element();
        let other = Sheet::default().with_photos(&[second, first]).element();
        assert_eq!(one, other);
        assert!(one.is_some_and(|(_, hash)| hash.starts_with("'sha256-") && hash.ends_with("='")));
    }

    #[test]
    fn nothing_a_stranger_wrote_can_leave_its_rule() {
        let mut evil = card("a}body{display:none", 3, 2);
        evil.color = "red}*{x:y".to_owned();
        evil.placeholder = Some("data:image/png;base64,AAAA)}*{color:red".to_owned());
        let (html, _) = Sheet::default().with_photos(&[evil]).element().unwrap();
        assert_eq!(html, "<style>.p-abodydisplaynone{--r:1.5;--c:#8a847c}</style>");
    }

    #[test]
    fn panoramas_and_strips_are_cut_to_what_a_row_can_hold() {
        assert!((card("a", 6000, 1000).box_ratio() - WIDEST).abs() < 1e-9);
        assert!((card("a", 1000, 6000).box_ratio() - NARROWEST).abs() < 1e-9);
        assert!((card("a", 0, 0).box_ratio() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_panorama_asks_for_enough_pixels_to_fill_its_cut() {
        assert!(card("a", 6000, 1000).sizes().starts_with("(max-width:640px) 192vw"));
        assert!(card("a", 1500, 1000).sizes().starts_with("(max-width:640px) 96vw"));
    }

    #[test]
    fn a_picture_without_words_is_named_by_its_photographer() {
        assert_eq!(card("a", 3, 2).alt_text(Words::of("en")), "Photo by Ada");
    }

    #[test]
    fn the_first_row_holds_a_few_pictures() {
        let cards: Vec<_> = (0..10).map(|n| card(&format!("c{n}"), 3, 2)).collect();
        assert_eq!(first_row(&cards), 3);
        assert_eq!(first_row(&[]), 0);
    }
}
