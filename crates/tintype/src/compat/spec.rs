//! An OpenAPI document, read as far as it is needed to call what it describes.

use anyhow::{Result, bail};
use serde_json::Value;

use super::schema::Checker;

/// The document.
pub struct Spec {
    document: Value,
}

/// One operation of it.
pub struct Described<'a> {
    /// In upper case.
    pub method: String,
    /// With its variable parts, `/photos/{id}`.
    pub path: &'a str,
    /// What may stand in path and query.
    pub parameters: Vec<&'a Value>,
    responses: &'a Value,
}

impl Spec {
    /// Reads a document; refuses one that says what we would not check.
    pub fn read(text: &str) -> Result<Self> {
        let mut document: Value = serde_json::from_str(text)?;
        if !document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")) {
            bail!("this is no OpenAPI 3.1 document in JSON");
        }
        read_leniently(&mut document);
        let mut unknown = Vec::new();
        let schemas = document["components"]["schemas"].as_object();
        for schema in schemas.into_iter().flatten().map(|(_, schema)| schema) {
            Checker::unknown(schema, &mut unknown);
        }
        if !unknown.is_empty() {
            bail!("the document's schemas use what is not known here: {}", unknown.join(", "));
        }
        Ok(Self { document })
    }

    /// To hold answers against.
    pub const fn checker(&self) -> Checker<'_> {
        Checker::new(&self.document)
    }

    /// All operations, in the document's order.
    pub fn operations(&self) -> Vec<Described<'_>> {
        let paths = self.document["paths"].as_object();
        let mut all = Vec::new();
        for (path, item) in paths.into_iter().flatten() {
            for (method, operation) in item.as_object().into_iter().flatten() {
                let method = method.to_ascii_uppercase();
                if !["GET", "POST", "PUT", "DELETE"].contains(&method.as_str()) {
                    continue;
                }
                let own = operation["parameters"].as_array().into_iter().flatten();
                let shared = item["parameters"].as_array().into_iter().flatten();
                let parameters = own.chain(shared).map(|one| self.resolve(one)).collect();
                let responses = &operation["responses"];
                all.push(Described { method, path, parameters, responses });
            }
        }
        all
    }

    /// What a reference points at; anything else is itself.
    pub fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        let pointer = value["$ref"].as_str().and_then(|pointer| pointer.strip_prefix('#'));
        pointer.and_then(|pointer| self.document.pointer(pointer)).unwrap_or(value)
    }
}

impl Described<'_> {
    /// The status when all is well.
    pub fn good_status(&self) -> Option<u16> {
        let statuses = self.responses.as_object()?.keys();
        statuses.filter_map(|status| status.parse().ok()).find(|status| (200..300).contains(status))
    }

    /// The answer of a status, or of all that have none.
    pub fn response<'a>(&'a self, spec: &'a Spec, status: u16) -> Option<&'a Value> {
        let named = self.responses.get(status.to_string());
        named.or_else(|| self.responses.get("default")).map(|response| spec.resolve(response))
    }
}

/// In the official document `SmartTag` is a `oneOf` of which both fit every tag with a title.
fn read_leniently(document: &mut Value) {
    let tag = document.pointer_mut("/components/schemas/SmartTag").and_then(Value::as_object_mut);
    if let Some(tag) = tag
        && let Some(either) = tag.remove("oneOf")
    {
        tag.insert("anyOf".to_owned(), either);
    }
}
