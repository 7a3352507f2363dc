//! The parameters of a query, read leniently (wire contract, 2.3): unknown ones are ignored,
//! lists come in three forms, empty values count as absent.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tintype_domain::Page;

/// Name and value pairs in the order they came.
#[derive(Debug, Clone, Default)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    /// Reads a query, with `+` for blanks.
    pub(crate) fn parse(query: &str) -> Self {
        let pairs = url::form_urlencoded::parse(query.as_bytes());
        let owned = pairs.map(|(name, value)| (name.into_owned(), value.into_owned()));
        Self(owned.take(MOST_PARAMETERS).collect())
    }

    /// The first value of a name that is not empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut values = self.0.iter().filter(|(own, value)| own == name && !value.is_empty());
        values.next().map(|(_, value)| value.as_str())
    }

    /// How often a name was given, with or without a value.
    pub(crate) fn count(&self, name: &str) -> usize {
        self.0.iter().filter(|(own, _)| own == name).count()
    }

    /// Whether the name was given at all, empty or not.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }

    /// What a write gives for a name: `Some("")` where it was named and left empty.
    pub(crate) fn given(&self, name: &str) -> Option<&str> {
        self.get(name).or_else(|| self.has(name).then_some(""))
    }

    /// The list that a write gives for a name, if it was named: an empty one where it was left
    /// empty.
    pub(crate) fn given_list(&self, name: &str) -> Option<Vec<&str>> {
        let is_named = self.0.iter().any(|(own, _)| bare(own) == name);
        is_named.then(|| self.list(name))
    }

    /// All values of a name, however the list was written: `a,b`, repeated, or as `name[]`.
    pub(crate) fn list(&self, name: &str) -> Vec<&str> {
        let values = self.0.iter().filter(|(own, _)| bare(own) == name);
        let parts = values.flat_map(|(_, value)| value.split(','));
        parts.map(str::trim).filter(|part| !part.is_empty()).collect()
    }

    /// All values of a name, given several times or as several lines, however odd they are.
    pub(crate) fn lines(&self, name: &str) -> Vec<String> {
        let is_ours = |own: &str| own == name || own.strip_suffix("[]") == Some(name);
        let values = self.0.iter().filter(|(own, _)| is_ours(own));
        let lines = values.flat_map(|(_, value)| value.lines()).map(str::trim);
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// `true`, `True`, `1`, and their opposites.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.get(name).and_then(read_flag)
    }

    /// The page asked for, clamped.
    pub(crate) fn page(&self) -> Page {
        Page::parse(self.get("page"), self.get("per_page"))
    }

    /// A whole number, kept within bounds; `None` when it is none.
    pub(crate) fn number(&self, name: &str, bounds: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let number = self.get(name)?.trim().parse::<u32>().ok()?;
        Some(number.clamp(*bounds.start(), *bounds.end()))
    }

    /// All pairs.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Adds a pair.
    pub(crate) fn add(&mut self, name: String, value: String) {
        if self.0.len() < MOST_PARAMETERS {
            self.0.push((name, value));
        }
    }

    /// Lays other pairs over these: what they name replaces what is here.
    pub(crate) fn overlay(&mut self, others: Vec<(String, String)>) {
        let named: std::collections::HashSet<&str> =
            others.iter().map(|(name, _)| bare(name)).collect();
        self.0.retain(|(name, _)| !named.contains(bare(name)));
        drop(named);
        self.0.extend(others);
    }

    /// What stays in the addresses of a list's other pages, sorted by name.
    pub(crate) fn kept_in_lists(&self) -> Vec<(String, String)> {
        let kept = |name: &str| !LEFT_OUT.contains(&name) && !name.starts_with("utm_");
        let mut pairs: Vec<_> = self
            .0
            .iter()
            .filter(|(name, value)| kept(name) && !value.is_empty())
            .cloned()
            .collect();
        pairs.sort();
        pairs
    }
}

/// A name without the brackets that some clients write behind the name of a list.
fn bare(name: &str) -> &str {
    name.strip_suffix("[]").unwrap_or(name)
}

/// Reads a flag as clients write it.
pub(crate) fn read_flag(text: &str) -> Option<bool> {
    match text.trim() {
        "1" => Some(true),
        "0" => Some(false),
        word if word.eq_ignore_ascii_case("true") => Some(true),
        word if word.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Params {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::parse(parts.uri.query().unwrap_or_default()))
    }
}

/// Keys never stand in addresses that we print; the rest is noise.
const LEFT_OUT: [&str; 7] = ["client_id", "page", "per_page", "format", "cb", "sig", "unique"];
const MOST_PARAMETERS: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_come_in_three_forms() {
        for query in ["ids=a,b", "ids=a%2Cb", "ids=a&ids=b", "ids[]=a&ids[]=b", "ids=a,,b,"] {
            assert_eq!(Params::parse(query).list("ids"), ["a", "b"], "{query}");
        }
        assert!(Params::parse("ids=").list("ids").is_empty());
    }

    #[test]
    fn an_empty_value_counts_as_absent() {
        let params = Params::parse("count=&count=3&flag=True");
        assert_eq!(params.get("count"), Some("3"));
        assert_eq!(params.flag("flag"), Some(true));
        assert_eq!(params.get("missing"), None);
    }

    #[test]
    fn what_is_laid_over_replaces_what_it_names() {
        let mut params = Params::parse("title=old&tags[]=a&tags[]=b&private=1");
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        params.overlay(vec![pair("title", ""), pair("tags", "c"), pair("bio", "x")]);
        assert_eq!(params.given("title"), Some(""));
        assert_eq!(params.given_list("tags"), Some(vec!["c"]));
        assert_eq!(params.given("private"), Some("1"));
        assert_eq!((params.given("bio"), params.given("other")), (Some("x"), None));
        assert_eq!(params.given_list("other"), None);
    }

    #[test]
    fn numbers_are_kept_within_bounds() {
        let params = Params::parse("count=99&quantity=0&bad=x");
        assert_eq!(params.number("count", 1..=30), Some(30));
        assert_eq!(params.number("quantity", 1..=30), Some(1));
        assert_eq!(params.number("bad", 1..=30), None);
    }

    #[test]
    fn keys_and_noise_stand_in_no_printed_address() {
        let params = Params::parse("query=sea&client_id=K&page=2&utm_source=x&color=blue");
        let kept = params.kept_in_lists();
        let names: Vec<&str> = kept.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["color", "query"]);
    }
}
