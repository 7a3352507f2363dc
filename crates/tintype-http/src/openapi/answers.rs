//! Answers as OpenAPI writes them: those of an operation, and the errors that all share.

use axum::http::StatusCode;
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::operation::{Gives, Needs, Operation, Shape};
use crate::ApiError;

/// What every error says.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Errors")]
pub(crate) struct ErrorAnswer {
    /// One sentence for each thing that is wrong; never empty.
    #[schemars(length(min = 1))]
    errors: Vec<String>,
}

/// `{"url"}`.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Address {
    /// An absolute address.
    url: String,
}

/// `{"status"}`.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Health {
    /// In a word.
    status: String,
}

/// All answers of an operation.
pub(super) fn answers(operation: &Operation, generator: &mut SchemaGenerator) -> Value {
    let good = operation.gives.iter().map(|gives| {
        (gives.status.to_string(), answer(gives, operation.needs != Needs::Nobody, generator))
    });
    let mut all: Map<String, Value> = good.collect();
    for status in refusals(operation) {
        all.insert(status.as_str().to_owned(), reference(name(status)));
    }
    all.insert("default".to_owned(), reference("Error"));
    Value::Object(all)
}

/// The errors one has to reckon with.
fn refusals(operation: &Operation) -> Vec<StatusCode> {
    let mut all = Vec::new();
    if operation.sends.is_some() || operation.takes.iter().any(|parameter| parameter.is_required) {
        all.push(StatusCode::BAD_REQUEST);
    }
    if operation.needs != Needs::Nobody {
        all.extend([StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN]);
    }
    if operation.path_names().next().is_some() {
        all.push(StatusCode::NOT_FOUND);
    }
    if operation.sends.is_some() {
        all.extend([
            StatusCode::PAYLOAD_TOO_LARGE,
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            StatusCode::UNPROCESSABLE_ENTITY,
        ]);
    }
    all
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/responses/{name}") })
}

const fn name(status: StatusCode) -> &'static str {
    match status {
        StatusCode::BAD_REQUEST => "BadRequest",
        StatusCode::UNAUTHORIZED => "Unauthorized",
        StatusCode::FORBIDDEN => "Forbidden",
        StatusCode::NOT_FOUND => "NotFound",
        StatusCode::PAYLOAD_TOO_LARGE => "TooLarge",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "UnsupportedMediaType",
        StatusCode::UNPROCESSABLE_ENTITY => "Unprocessable",
        _ => "Error",
    }
}

/// The errors that operations point at, each with a sentence the server really says.
pub(super) fn shared(generator: &mut SchemaGenerator) -> Value {
    let refused = |status, words: &'static str| ApiError::refused(status, words);
    let all = [
        ("Something is missing or cannot be read", ApiError::BadRequest("query is missing".into())),
        ("No key or token came, or none that is known", ApiError::Unauthorized),
        (
            "The token does not reach that far, or the hour's calls are used up",
            ApiError::RateLimited,
        ),
        ("There is no such thing", ApiError::NotFound("Photo")),
        ("The body is too long", refused(StatusCode::PAYLOAD_TOO_LARGE, "The body is too large.")),
        (
            "The body is written in a way that is not understood",
            refused(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "The body must be application/json or application/x-www-form-urlencoded",
            ),
        ),
        (
            "What the body says cannot be",
            refused(StatusCode::UNPROCESSABLE_ENTITY, "Title can't be blank"),
        ),
    ];
    let mut responses: Map<String, Value> = all
        .into_iter()
        .map(|(says, error)| (name(error.status()).to_owned(), of_error(says, &error, generator)))
        .collect();
    let busy = ApiError::Busy { retry_after: 1 };
    responses.insert(
        "Error".to_owned(),
        of_error("Anything else: the sentence says what", &busy, generator),
    );
    Value::Object(responses)
}

fn of_error(says: &str, error: &ApiError, generator: &mut SchemaGenerator) -> Value {
    let schema = generator.subschema_for::<ErrorAnswer>();
    let example = ErrorAnswer { errors: vec![error.to_string()] };
    json!({
        "description": says,
        "headers": { "X-Request-Id": { "$ref": "#/components/headers/X-Request-Id" } },
        "content": { "application/json": { "schema": schema, "example": example } },
    })
}

fn answer(gives: &Gives, is_counted: bool, generator: &mut SchemaGenerator) -> Value {
    let mut headers = vec!["X-Request-Id"];
    if is_counted {
        headers.extend(["X-Ratelimit-Limit", "X-Ratelimit-Remaining"]);
    }
    let mut json = json!({ "description": gives.says });
    let mut one = |of: super::operation::Of| Value::from(of(generator));
    let schema = match gives.shape {
        Shape::One(of) => Some(one(of)),
        Shape::Page(of) => {
            headers.extend(PAGED);
            Some(json!({ "type": "array", "maxItems": 30, "items": one(of) }))
        }
        Shape::Found(of) => {
            headers.extend(PAGED);
            Some(one(of))
        }
        Shape::All(of) => Some(json!({ "type": "array", "items": one(of) })),
        Shape::OneOrMany(of) => {
            let one = one(of);
            Some(json!({ "anyOf": [one, { "type": "array", "items": one }] }))
        }
        Shape::Picture | Shape::Text(_) | Shape::Nothing => None,
        Shape::Elsewhere => {
            headers.push("Location");
            None
        }
    };
    if let Some(schema) = schema {
        json["content"] = json!({ "application/json": { "schema": schema } });
    }
    match gives.shape {
        Shape::Picture => json["content"] = json!({ "image/*": {} }),
        Shape::Text(kind) => json["content"] = json!({ kind: { "schema": { "type": "string" } } }),
        _ => {}
    }
    let written = headers.iter().map(|name| {
        ((*name).to_owned(), json!({ "$ref": format!("#/components/headers/{name}") }))
    });
    json["headers"] = written.collect::<Map<_, _>>().into();
    json
}

const PAGED: [&str; 3] = ["X-Total", "X-Per-Page", "Link"];

/// The headers that answers point at.
pub(super) fn headers() -> Value {
    let number = |says: &str, example: u32| {
        json!({
            "description": says, "required": true, "example": example,
            "schema": { "type": "integer", "minimum": 0 },
        })
    };
    let text = |says: &str, is_required: bool, example: &str| {
        json!({
            "description": says, "required": is_required, "example": example,
            "schema": { "type": "string" },
        })
    };
    json!({
        "X-Ratelimit-Limit": number("Calls in an hour", 5000),
        "X-Ratelimit-Remaining": number("How many of them are left", 4999),
        "X-Total": number("Things on all pages together", 120),
        "X-Per-Page": number("Things to a page", 10),
        "X-Request-Id": text(
            "Names this call in the server's log", true, "0b2c4a0e-5f0c-4c5e-9a57-0c1f6c1d2e3f",
        ),
        "Link": text(
            "The other pages, where there are any: first, prev, last, next", false,
            "<https://photos.example.org/photos?page=2&per_page=10>; rel=\"next\"",
        ),
        "Location": text("Where it is", true, "https://photos.example.org/images/photo-1?w=800"),
    })
}
