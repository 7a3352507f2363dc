//! Holds a JSON value against a JSON schema of an OpenAPI 3.1 document.

use serde_json::{Map, Value};
use url::Url;

/// The keywords that say something about a value, all of which [`Checker`] knows.
const KNOWN: [&str; 17] = [
    "$ref",
    "type",
    "enum",
    "const",
    "properties",
    "required",
    "items",
    "allOf",
    "anyOf",
    "oneOf",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "minItems",
    "maxItems",
    "minLength",
    "format",
];
/// Those that say nothing about it.
const SILENT: [&str; 7] =
    ["description", "example", "examples", "default", "deprecated", "title", "$comment"];

/// A document, to hold values against.
pub struct Checker<'a> {
    document: &'a Value,
}

/// What does not hold, and where.
pub type Problems = Vec<String>;

impl<'a> Checker<'a> {
    pub const fn new(document: &'a Value) -> Self {
        Self { document }
    }

    /// The keywords of a schema, and of all below it, that nothing is known of.
    pub fn unknown(schema: &Value, found: &mut Vec<String>) {
        let Value::Object(schema) = schema else { return };
        for (name, inner) in schema {
            match name.as_str() {
                "properties" => {
                    for one in inner.as_object().into_iter().flat_map(|inner| inner.values()) {
                        Self::unknown(one, found);
                    }
                }
                "items" => Self::unknown(inner, found),
                "allOf" | "anyOf" | "oneOf" => {
                    for one in inner.as_array().into_iter().flatten() {
                        Self::unknown(one, found);
                    }
                }
                other if !KNOWN.contains(&other) && !SILENT.contains(&other) => {
                    found.push(other.to_owned());
                }
                _ => {}
            }
        }
    }

    /// Everything that does not hold of a value.
    pub fn check(&self, value: &Value, schema: &Value) -> Problems {
        let mut problems = Vec::new();
        self.walk(value, schema, "", &mut problems);
        problems
    }

    fn walk(&self, value: &Value, schema: &Value, at: &str, problems: &mut Problems) {
        let Value::Object(schema) = schema else { return };
        if let Some(pointer) = schema.get("$ref").and_then(Value::as_str) {
            match self.document.pointer(pointer.trim_start_matches('#')) {
                Some(target) => self.walk(value, target, at, problems),
                None => problems.push(format!("{at}: the document lacks {pointer}")),
            }
        }
        problems.extend(plain(value, schema).into_iter().map(|what| format!("{at}: {what}")));
        self.parts(value, schema, at, problems);
        self.choices(value, schema, at, problems);
    }

    fn parts(&self, value: &Value, schema: &Map<String, Value>, at: &str, problems: &mut Problems) {
        match value {
            Value::Object(object) => {
                for name in list(schema, "required").filter_map(Value::as_str) {
                    if !object.contains_key(name) {
                        problems.push(format!("{at}: {name} is missing"));
                    }
                }
                let known = schema.get("properties").and_then(Value::as_object);
                for (name, inner) in known.into_iter().flatten() {
                    if let Some(part) = object.get(name) {
                        self.walk(part, inner, &format!("{at}/{name}"), problems);
                    }
                }
            }
            Value::Array(items) => {
                let Some(inner) = schema.get("items") else { return };
                for (number, item) in items.iter().enumerate() {
                    self.walk(item, inner, &format!("{at}/{number}"), problems);
                }
            }
            _ => {}
        }
    }

    fn choices(
        &self,
        value: &Value,
        schema: &Map<String, Value>,
        at: &str,
        problems: &mut Problems,
    ) {
        for all in list(schema, "allOf") {
            self.walk(value, all, at, problems);
        }
        for name in ["anyOf", "oneOf"] {
            if !schema.contains_key(name) {
                continue;
            }
            let tried: Vec<Problems> =
                list(schema, name).map(|one| self.check(value, one)).collect();
            let fitting = tried.iter().filter(|problems| problems.is_empty()).count();
            if fitting == 0 || (name == "oneOf" && fitting > 1) {
                let nearest = tried.iter().min_by_key(|problems| problems.len());
                let nearest = nearest.and_then(|problems| problems.first());
                let nearest = nearest.map(String::as_str).unwrap_or_default();
                problems.push(format!("{at}: {fitting} of {name} fit ({nearest})"));
            }
        }
    }
}

fn list<'a>(schema: &'a Map<String, Value>, name: &str) -> impl Iterator<Item = &'a Value> {
    schema.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// What can be said of a value without looking into it.
fn plain(value: &Value, schema: &Map<String, Value>) -> Problems {
    let mut problems = Vec::new();
    let kinds: Vec<&str> = match schema.get("type") {
        Some(Value::String(kind)) => vec![kind.as_str()],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !kinds.is_empty() && !kinds.iter().any(|kind| is_of_kind(value, kind)) {
        problems.push(format!("{} is no {}", shown(value), kinds.join(" or ")));
    }
    if schema.contains_key("enum") && !list(schema, "enum").any(|one| one == value) {
        problems.push(format!("{} is none of the words", shown(value)));
    }
    if schema.get("const").is_some_and(|one| one != value) {
        problems.push(format!("{} is another constant", shown(value)));
    }
    if let Some(text) = value.as_str() {
        let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
        if !has_format(text, format) {
            problems.push(format!("{} is no {format}", shown(value)));
        }
    }
    if !is_within(value, schema) {
        problems.push(format!("{} is out of bounds", shown(value)));
    }
    problems
}

fn is_within(value: &Value, schema: &Map<String, Value>) -> bool {
    let bound = |name: &str| schema.get(name).and_then(Value::as_f64);
    let size = match value {
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or_default();
            return bound("minimum").is_none_or(|least| number >= least)
                && bound("maximum").is_none_or(|most| number <= most)
                && bound("exclusiveMinimum").is_none_or(|least| number > least);
        }
        Value::Array(items) => (items.len(), "minItems", "maxItems"),
        Value::String(text) => (text.chars().count(), "minLength", ""),
        _ => return true,
    };
    let (length, least, most) = (size.0 as f64, bound(size.1), bound(size.2));
    least.is_none_or(|least| length >= least) && most.is_none_or(|most| length <= most)
}

fn is_of_kind(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        _ => false,
    }
}

/// Formats that are no names, such as patterns, are not looked at.
fn has_format(text: &str, format: &str) -> bool {
    match format {
        "date-time" => text.parse::<jiff::Timestamp>().is_ok(),
        "date" => text.parse::<jiff::civil::Date>().is_ok(),
        "uri" => Url::parse(text).is_ok(),
        "email" => text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !host.is_empty() && !text.contains(char::is_whitespace)
        }),
        _ => true,
    }
}

fn shown(value: &Value) -> String {
    value.to_string().chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(value: &Value, schema: &Value, holds: bool) {
        let document = json!({ "defs": { "Tag": {
            "type": "object", "required": ["title"], "properties": { "title": { "type": "string" } },
        } } });
        let problems = Checker::new(&document).check(value, schema);
        assert_eq!(problems.is_empty(), holds, "{value} {schema} {problems:?}");
    }

    #[test]
    fn each_keyword_takes_what_fits_and_refuses_what_does_not() {
        let tag = json!({ "$ref": "#/defs/Tag" });
        let either = json!([{ "type": "integer" }, { "type": "number", "minimum": 3 }]);
        for (schema, good, bad) in [
            (json!({ "type": ["string", "null"] }), json!(null), json!(1)),
            (json!({ "type": "integer" }), json!(2.0), json!(2.5)),
            (json!({ "enum": ["a", "b"] }), json!("b"), json!("c")),
            (json!({ "const": "a" }), json!("a"), json!("b")),
            (json!({ "minimum": 1, "maximum": 3 }), json!(3), json!(4)),
            (json!({ "exclusiveMinimum": 1 }), json!(2), json!(1)),
            (json!({ "minItems": 1, "maxItems": 1 }), json!([1]), json!([])),
            (json!({ "minLength": 2 }), json!("ab"), json!("a")),
            (json!({ "items": tag }), json!([{ "title": "x" }]), json!([{ "title": 1 }])),
            (tag.clone(), json!({ "title": "x" }), json!({})),
            (json!({ "allOf": [tag] }), json!({ "title": "x" }), json!({ "title": null })),
            (json!({ "anyOf": either }), json!(3), json!(1.5)),
            (json!({ "oneOf": either }), json!(1), json!(3)),
            (json!({ "format": "date-time" }), json!("2026-02-01T10:00:00Z"), json!("today")),
            (json!({ "format": "date" }), json!("2026-02-01"), json!("1 Feb")),
            (json!({ "format": "uri" }), json!("https://h/x"), json!("/x")),
            (json!({ "format": "email" }), json!("a@b"), json!("a b@c")),
            (json!({ "$ref": "#/defs/Tag" }), json!({ "title": "" }), json!("x")),
        ] {
            check(&good, &schema, true);
            check(&bad, &schema, false);
        }
    }

    #[test]
    fn a_reference_that_leads_nowhere_and_a_keyword_nobody_knows_are_told() {
        check(&json!(1), &json!({ "$ref": "#/defs/Gone" }), false);
        let mut found = Vec::new();
        let schema = json!({ "properties": { "if": { "uniqueItems": true } }, "title": "x" });
        Checker::unknown(&schema, &mut found);
        assert_eq!(found, ["uniqueItems"]);
    }
}
