//! The shapes of answers as JSON schemas, each with an example.

use schemars::transform::{Transform, transform_subschemas};
use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::samples;

/// Makes schemas where OpenAPI wants them, of what is written and not of what is read.
pub(super) fn generator() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    settings.with_transform(Formats).into_generator()
}

/// All schemas that were pointed at so far, with their examples.
pub(super) fn definitions(mut generator: SchemaGenerator) -> Map<String, Value> {
    let mut schemas = generator.take_definitions(true);
    for (name, example) in samples::all() {
        if let Some(Value::Object(schema)) = schemas.get_mut(name) {
            schema.insert("examples".to_owned(), json!([example]));
        }
    }
    schemas
}

/// What names tell: `…_at` is a time, links are addresses, `date` is a day.
#[derive(Debug, Clone)]
struct Formats;

impl Transform for Formats {
    fn transform(&mut self, schema: &mut Schema) {
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        for (name, property) in properties.into_iter().flatten() {
            if let (Some(format), Value::Object(property)) = (format_of(name), property)
                && may_be_text(property)
                && !property.contains_key("format")
            {
                property.insert("format".to_owned(), format.into());
            }
        }
        if schema.get("maxItems") == Some(&json!(0)) {
            // Some readers want to be told of what an empty list is empty.
            schema.insert("items".to_owned(), json!({}));
        }
        transform_subschemas(self, schema);
    }
}

fn format_of(name: &str) -> Option<&'static str> {
    match name {
        "approved_on" => Some("date-time"),
        "date" => Some("date"),
        "url" | "self" | "html" | "download" | "download_location" | "canonical" | "raw"
        | "full" | "regular" | "small" | "medium" | "large" | "thumb" | "small_s3"
        | "portfolio_url" => Some("uri"),
        _ if name.ends_with("_at") => Some("date-time"),
        _ => None,
    }
}

fn may_be_text(property: &Map<String, Value>) -> bool {
    match property.get("type") {
        Some(Value::String(kind)) => kind == "string",
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "string"),
        _ => false,
    }
}
