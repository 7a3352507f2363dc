//! The credit line, from the template of the settings.

use tintype_domain::{Photo, User};
use tintype_pages::view::Credit;

use crate::App;
use crate::links::Links;

/// The credit of a photo as text, HTML and Markdown.
pub(super) fn credit(app: &App, photo: &Photo, owner: &User, links: &Links) -> Credit {
    let section = &app.library().settings().library;
    let (page, profile) = (links.photo_page(photo), links.user_page(&owner.username));
    let (name, library) = (owner.name(), section.name.as_str());
    let filled = |name: &str, library: &str, plain: fn(&str) -> String| {
        plain(&section.credit).replace("{name}", name).replace("{library}", library)
    };
    let anchor =
        |href: &str, text: &str| format!("<a href=\"{}\">{}</a>", escape(href), escape(text));
    let linked = |href: &str, text: &str| format!("[{}]({href})", escape_markdown(text));
    Credit {
        text: filled(&name, library, str::to_owned),
        html: filled(&anchor(&profile, &name), &anchor(&page, library), escape),
        markdown: filled(&linked(&profile, &name), &linked(&page, library), escape_markdown),
    }
}

/// Text within HTML. The braces of the template stay.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

fn escape_markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '[' | ']' | '*' | '_' | '`' | '\\' | '<') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_break_out_of_their_form() {
        assert_eq!(escape("<b>\"A&B\""), "&lt;b&gt;&quot;A&amp;B&quot;");
        assert_eq!(escape_markdown("a[b]_c"), "a\\[b\\]\\_c");
    }
}
