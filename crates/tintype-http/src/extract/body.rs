//! Bodies of writes, merged as the contract says (2.4): query, then form, then JSON; nested keys
//! of JSON become `location[city]`, as forms write them.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use serde_json::Value;

use super::Params;
use crate::app::BODY_PATIENCE;
use crate::{ApiError, App};

/// Query and body as one set of parameters.
pub(crate) struct Fields(pub Params);

impl FromRequest<App> for Fields {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let (parts, body) = request.into_parts();
        let mut fields = Params::parse(parts.uri.query().unwrap_or_default());
        let limits = &app.library().settings().limits;
        let bytes = read_whole(body, limits.body_bytes).await?;
        if bytes.is_empty() {
            return Ok(Self(fields));
        }
        if is_of(&parts.headers, "application/json") {
            fields.overlay(pairs_of_json(&bytes, limits.json_depth)?);
        } else if is_of(&parts.headers, "application/x-www-form-urlencoded") {
            let pairs = url::form_urlencoded::parse(&bytes);
            fields.overlay(pairs.into_owned().take(MOST_FIELDS).collect());
        } else {
            return Err(ApiError::refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, WANTED));
        }
        Ok(Self(fields))
    }
}

const WANTED: &str = "The body must be application/json or application/x-www-form-urlencoded";
const MOST_FIELDS: usize = 1_000;

/// Whether the body says it is of this type, whatever parameters follow.
pub(crate) fn is_of(headers: &HeaderMap, media_type: &str) -> bool {
    let named = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let bare = named.and_then(|value| value.split(';').next()).unwrap_or_default();
    bare.trim().eq_ignore_ascii_case(media_type)
}

/// Reads a body that must fit into memory.
async fn read_whole(body: Body, most: u64) -> Result<Bytes, ApiError> {
    let mut stream = body.into_data_stream();
    let mut whole = BytesMut::new();
    while let Some(piece) = next_piece(&mut stream, BODY_PATIENCE).await? {
        if (whole.len() + piece.len()) as u64 > most {
            let message = format!("The body is too large; at most {most} bytes are accepted.");
            return Err(ApiError::refused(StatusCode::PAYLOAD_TOO_LARGE, message));
        }
        whole.extend_from_slice(&piece);
    }
    Ok(whole.freeze())
}

/// The next piece of a body, if it comes in time.
async fn next_piece(
    stream: &mut axum::body::BodyDataStream,
    patience: Duration,
) -> Result<Option<Bytes>, ApiError> {
    match tokio::time::timeout(patience, stream.next()).await {
        Ok(Some(Ok(piece))) => Ok(Some(piece)),
        Ok(Some(Err(_))) => Err(ApiError::BadRequest("The body was cut off.".into())),
        Ok(None) => Ok(None),
        Err(_) => {
            Err(ApiError::refused(StatusCode::REQUEST_TIMEOUT, "The body did not come in time."))
        }
    }
}

fn pairs_of_json(bytes: &[u8], depth: u32) -> Result<Vec<(String, String)>, ApiError> {
    if deeper_than(bytes, depth) {
        return Err(ApiError::BadRequest(
            format!("The JSON is nested deeper than {depth}.").into(),
        ));
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|error| {
        ApiError::BadRequest(format!("The body is no valid JSON: {error}").into())
    })?;
    let Value::Object(object) = value else {
        return Err(ApiError::BadRequest("The JSON must be an object.".into()));
    };
    let mut pairs = Vec::new();
    object.into_iter().for_each(|(name, value)| flatten(name, value, &mut pairs));
    Ok(pairs)
}

/// Counts brackets outside of strings, before anything is built from them.
fn deeper_than(bytes: &[u8], most: u32) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0u32, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                if depth > most {
                    return true;
                }
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

fn flatten(name: String, value: Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Null => pairs.push((name, String::new())),
        Value::Bool(flag) => pairs.push((name, flag.to_string())),
        Value::Number(number) => pairs.push((name, number.to_string())),
        Value::String(text) => pairs.push((name, text)),
        Value::Array(items) => {
            for item in items {
                flatten(name.clone(), item, pairs);
            }
        }
        Value::Object(object) => {
            object.into_iter().for_each(|(key, item)| {
                flatten(format!("{name}[{key}]"), item, pairs);
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_json_becomes_bracketed_names() {
        let json = br#"{"location":{"city":"Oslo","lat":59.9},"tags":["a","b"],"private":true}"#;
        let pairs = pairs_of_json(json, 64).unwrap();
        let expect = |name: &str, value: &str| {
            assert!(pairs.contains(&(name.to_owned(), value.to_owned())), "{name} in {pairs:?}");
        };
        expect("location[city]", "Oslo");
        expect("location[lat]", "59.9");
        expect("tags", "b");
        expect("private", "true");
    }

    #[test]
    fn json_that_is_none_or_too_deep_is_refused() {
        for bad in ["[1]", "{", "nonsense", "{\"a\":1}x"] {
            assert!(pairs_of_json(bad.as_bytes(), 64).is_err(), "{bad}");
        }
        let deep = format!("{{\"a\":{}1{}}}", "[".repeat(100), "]".repeat(100));
        assert!(pairs_of_json(deep.as_bytes(), 64).is_err());
        let quoted = format!("{{\"a\":\"{}\"}}", "[".repeat(100));
        assert!(pairs_of_json(quoted.as_bytes(), 64).is_ok());
    }
}
