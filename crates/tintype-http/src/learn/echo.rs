//! `/learn/echo`: answers what arrived.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::answer::Unkept;
use crate::conversation_words::client_words;
use crate::extract::{Params, is_of, read_whole};
use crate::{ApiError, App};

/// Any method of `/learn/echo`.
pub(crate) async fn echo(State(_): State<App>, request: Request) -> Result<Response, ApiError> {
    let (parts, body) = request.into_parts();
    let body = read_whole(body, LONGEST_BODY).await?;
    let params = Params::parse(parts.uri.query().unwrap_or_default());
    let query = params.iter().map(|(name, value)| (name.to_owned(), Value::from(value)));
    let client = client_words(&parts.headers);
    let echoed = json!({
        "method": parts.method.as_str(),
        "path": parts.uri.path(),
        "query": query.collect::<Map<_, _>>(),
        "headers": headers(&parts.headers),
        "body": as_sent(&parts.headers, &body),
        "client": { "summary": client.summary, "changed": client.changed },
    });
    Ok(Unkept(StatusCode::OK, echoed).into_response())
}

const LONGEST_BODY: u64 = 64 * 1024;

/// The headers by the names that people write; what lets somebody in is not said aloud.
fn headers(sent: &HeaderMap) -> Map<String, Value> {
    let mut told = Map::new();
    for name in sent.keys() {
        let values =
            sent.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        let is_secret = *name == header::COOKIE || *name == header::AUTHORIZATION;
        let value =
            if is_secret { "…".to_owned() } else { values.collect::<Vec<_>>().join(", ") };
        told.insert(title_case(name.as_str()), value.into());
    }
    told
}

/// `x-request-id` as `X-Request-Id`.
pub(crate) fn title_case(name: &str) -> String {
    let words = name.split('-').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    });
    words.collect::<Vec<_>>().join("-")
}

/// JSON as JSON, all else as text.
fn as_sent(headers: &HeaderMap, body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    let read = || serde_json::from_slice(body).ok();
    let json = is_of(headers, "application/json").then(read).flatten();
    json.unwrap_or_else(|| String::from_utf8_lossy(body).into_owned().into())
}
