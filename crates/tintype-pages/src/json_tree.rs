//! JSON as a tree that folds: `<details>` in `<details>`, addresses as links, small pictures shown.

use std::fmt;
use std::fmt::Write as _;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::words::Words;

/// JSON whose keys keep the order they were sent in.
#[derive(Debug, PartialEq)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

/// The tree as HTML; `None` when the text is no JSON.
pub(crate) fn tree(json: &str, words: &Words) -> Option<String> {
    let root: Node = serde_json::from_str(json).ok()?;
    let mut html = String::with_capacity(json.len() * 3);
    let mut writer = Writer { html: &mut html, words };
    // Writing into a String cannot fail.
    let _ = writer.node(None, &root, 0);
    Some(html)
}

struct Writer<'a> {
    html: &'a mut String,
    words: &'a Words,
}

impl Writer<'_> {
    fn node(&mut self, key: Option<&str>, node: &Node, depth: usize) -> fmt::Result {
        match node {
            Node::List(items) if !items.is_empty() => self.list(key, items, depth),
            Node::Object(fields) if !fields.is_empty() => self.object(key, fields, depth),
            leaf => {
                self.html.push_str("<div>");
                self.key(key)?;
                self.leaf(key, leaf)?;
                self.html.push_str("</div>");
                Ok(())
            }
        }
    }

    fn list(&mut self, key: Option<&str>, items: &[Node], depth: usize) -> fmt::Result {
        self.open(key, depth, "json-items", items.len())?;
        for (index, item) in items.iter().enumerate() {
            // A list of three thousand things is for the raw view.
            if index == MOST_ITEMS {
                let rest = (items.len() - index) as u64;
                write!(self.html, "<div>{}</div>", self.words.count("json-more", rest))?;
                break;
            }
            self.node(Some(&index.to_string()), item, depth + 1)?;
        }
        self.html.push_str("</details>");
        Ok(())
    }

    fn object(
        &mut self,
        key: Option<&str>,
        fields: &[(String, Node)],
        depth: usize,
    ) -> fmt::Result {
        self.open(key, depth, "json-fields", fields.len())?;
        for (name, value) in fields {
            self.node(Some(name), value, depth + 1)?;
        }
        self.html.push_str("</details>");
        Ok(())
    }

    fn open(&mut self, key: Option<&str>, depth: usize, what: &str, size: usize) -> fmt::Result {
        let open = if depth < OPEN_DEPTH { " open" } else { "" };
        write!(self.html, "<details{open}><summary>")?;
        self.key(key)?;
        write!(self.html, "<i>{}</i></summary>", self.words.count(what, size as u64))
    }

    fn key(&mut self, key: Option<&str>) -> fmt::Result {
        key.map_or(Ok(()), |key| write!(self.html, "<b>{}</b> ", escape(key)))
    }

    fn leaf(&mut self, key: Option<&str>, leaf: &Node) -> fmt::Result {
        match leaf {
            Node::Null => self.html.write_str("<code class=\"nil\">null</code>"),
            Node::Bool(value) => write!(self.html, "<code class=\"num\">{value}</code>"),
            Node::Number(value) => write!(self.html, "<code class=\"num\">{value}</code>"),
            Node::Text(text) => self.text(key, text),
            Node::List(_) => self.html.write_str("<code class=\"nil\">[]</code>"),
            Node::Object(_) => self.html.write_str("<code class=\"nil\">{}</code>"),
        }
    }

    fn text(&mut self, key: Option<&str>, text: &str) -> fmt::Result {
        let shown = escape(text);
        if !is_web_address(text) {
            return write!(self.html, "<code>\"{shown}\"</code>");
        }
        if key == Some("thumb") {
            write!(
                self.html,
                "<img src=\"{shown}\" alt=\"\" loading=\"lazy\" width=\"90\" height=\"60\"> "
            )?;
        }
        write!(self.html, "<a href=\"{shown}\">{shown}</a>")
    }
}

const OPEN_DEPTH: usize = 2;
const MOST_ITEMS: usize = 100;

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

/// For text between tags and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Node, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(Node::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: &str) {
        assert_eq!(tree(json, Words::of("en")).unwrap(), expected);
    }

    #[test]
    fn keys_keep_their_order_and_empty_things_do_not_fold() {
        check(
            r#"{"b":1,"a":[]}"#,
            "<details open><summary><i>2 fields</i></summary><div><b>b</b> <code class=\"num\">1\
             </code></div><div><b>a</b> <code class=\"nil\">[]</code></div></details>",
        );
    }

    #[test]
    fn markup_inside_json_stays_text() {
        check(r#""<script>\"'&""#, "<div><code>\"&lt;script&gt;&quot;&#39;&amp;\"</code></div>");
    }

    #[test]
    fn only_web_addresses_become_links() {
        check(r#""https://a.b/c""#, "<div><a href=\"https://a.b/c\">https://a.b/c</a></div>");
        check(r#""javascript:alert(1)""#, "<div><code>\"javascript:alert(1)\"</code></div>");
    }

    #[test]
    fn what_is_no_json_has_no_tree() {
        assert_eq!(tree("<html>", Words::of("en")), None);
    }

    #[test]
    fn a_nest_deeper_than_the_parser_goes_is_refused_not_overflown() {
        assert_eq!(tree(&"[".repeat(100_000), Words::of("en")), None);
    }
}
