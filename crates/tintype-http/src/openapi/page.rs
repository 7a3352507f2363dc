//! `GET /docs`: the same description for people, and a way to try each call.

use axum::response::{IntoResponse, Redirect, Response};
use serde_json::Value;
use tintype_pages::view::{DocsAnswer, DocsField, DocsGroup, DocsOperation, DocsPage, DocsShape};

use super::document;
use super::operation::{Needs, Operation};
use super::operations::{GROUPS, all};
use crate::ApiError;
use crate::links::{segment, with_query};
use crate::site::Visit;

/// `GET /docs`.
pub(crate) async fn docs(visit: Visit) -> Response {
    let document = document(visit.links().origin());
    let groups = GROUPS.iter().map(|group| DocsGroup {
        name: group.name.to_owned(),
        says: group.says.to_owned(),
        operations: group.operations.iter().map(|one| described(one, &document)).collect(),
    });
    let view = DocsPage {
        address: visit.address(vec!["/openapi.json".to_owned()], None),
        groups: groups.collect(),
        shapes: shapes(&document),
    };
    visit.answer(|site| view.render(site))
}

/// `GET /docs/try`: on to the address that the form describes, which shows the call.
pub(crate) async fn try_out(visit: Visit) -> Result<Response, ApiError> {
    let params = visit.params();
    let id = params.get("operation").unwrap_or_default();
    let operation = all().find(|one| one.id == id && one.method == "GET");
    let operation = operation.ok_or(ApiError::NoRoute)?;
    let mut path = operation.route.to_owned();
    for name in operation.path_names() {
        let value = params.get(&format!("path.{name}")).ok_or(ApiError::NoRoute)?;
        path = path.replace(&format!("{{{name}}}"), &segment(value));
    }
    let given = operation.takes.iter().filter_map(|one| {
        params.get(&format!("query.{}", one.name)).map(|value| (one.name, value.to_owned()))
    });
    Ok(Redirect::to(&with_query(&path, given)).into_response())
}

fn described(operation: &Operation, document: &Value) -> DocsOperation {
    let method = operation.method.to_ascii_lowercase();
    let json = &document["paths"][operation.route][method];
    let scope = match operation.needs {
        Needs::Scope(scope) => Some(scope.as_str().to_owned()),
        Needs::Key | Needs::Nobody => None,
    };
    DocsOperation {
        id: operation.id.to_owned(),
        method: operation.method.to_owned(),
        route: operation.route.to_owned(),
        says: operation.says.to_owned(),
        is_open: operation.needs == Needs::Nobody,
        scope,
        is_old: operation.is_old,
        fields: fields(json),
        answers: answers(json, document),
        can_try: operation.method == "GET",
    }
}

fn fields(operation: &Value) -> Vec<DocsField> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let named = parameters.map(|one| {
        let name = text(&one["name"]).unwrap_or_default();
        field(name, text(&one["in"]).unwrap_or_default(), one, &one["schema"])
    });
    let contents = operation["requestBody"]["content"].as_object();
    let flat = contents.and_then(|contents| contents.values().next_back());
    let body = flat.and_then(|form| form["schema"]["properties"].as_object());
    let sent = body.into_iter().flatten();
    let sent = sent.map(|(name, schema)| field(name.clone(), "body".to_owned(), schema, schema));
    named.chain(sent).collect()
}

fn field(name: String, place: String, told: &Value, schema: &Value) -> DocsField {
    let words = schema["enum"].as_array().or_else(|| schema["anyOf"][0]["enum"].as_array());
    let words =
        words.map(|words| words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "));
    let bounds = schema["minimum"].as_i64().zip(schema["maximum"].as_i64());
    let shown = if place == "path" { &told["example"] } else { &schema["default"] };
    DocsField {
        says: text(&told["description"]).unwrap_or_default(),
        values: words.or_else(|| bounds.map(|(least, most)| format!("{least}–{most}"))),
        default: text(shown),
        is_required: told["required"] == true,
        name,
        place,
    }
}

/// Text as it is, other values as JSON writes them; nothing for nothing.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

fn answers(operation: &Value, document: &Value) -> Vec<DocsAnswer> {
    let responses = operation["responses"].as_object().into_iter().flatten();
    let told = responses.map(|(status, response)| {
        let pointer = response["$ref"].as_str().map(|pointer| pointer.trim_start_matches('#'));
        let response = pointer.and_then(|at| document.pointer(at)).unwrap_or(response);
        let schema = &response["content"]["application/json"]["schema"];
        let named = [schema, &schema["items"], &schema["anyOf"][0]];
        let named = named.into_iter().find_map(|schema| schema["$ref"].as_str());
        DocsAnswer {
            status: status.clone(),
            says: text(&response["description"]).unwrap_or_default(),
            shape: named.and_then(|name| name.rsplit('/').next()).map(str::to_owned),
        }
    });
    told.collect()
}

fn shapes(document: &Value) -> Vec<DocsShape> {
    let schemas = document["components"]["schemas"].as_object().into_iter().flatten();
    let shown = schemas.filter_map(|(name, schema)| {
        let example = schema["examples"].get(0)?;
        let example = serde_json::to_string_pretty(example).ok()?;
        Some(DocsShape { name: name.clone(), example })
    });
    shown.collect()
}
