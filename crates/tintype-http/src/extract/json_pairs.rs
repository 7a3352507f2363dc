//! A JSON body as name and value pairs: nested keys become `location[city]`, as forms write them.

use serde_json::Value;

use super::body::MOST_FIELDS;
use crate::ApiError;

/// Reads an object, no deeper than `depth`.
pub(super) fn pairs_of_json(bytes: &[u8], depth: u32) -> Result<Vec<(String, String)>, ApiError> {
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

/// `null` and `[]` are written as nothing, which empties what they name.
fn flatten(name: String, value: Value, pairs: &mut Vec<(String, String)>) {
    if pairs.len() >= MOST_FIELDS {
        return;
    }
    match value {
        Value::Null => pairs.push((name, String::new())),
        Value::Bool(flag) => pairs.push((name, flag.to_string())),
        Value::Number(number) => pairs.push((name, number.to_string())),
        Value::String(text) => pairs.push((name, text)),
        Value::Array(items) if items.is_empty() => pairs.push((name, String::new())),
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
        let json = br#"{"location":{"city":"Oslo","lat":59.9},"tags":["a","b"],"private":true,
                        "bio":null,"none":[]}"#;
        let pairs = pairs_of_json(json, 64).unwrap();
        let expect = |name: &str, value: &str| {
            assert!(pairs.contains(&(name.to_owned(), value.to_owned())), "{name} in {pairs:?}");
        };
        expect("location[city]", "Oslo");
        expect("location[lat]", "59.9");
        expect("tags", "b");
        expect("private", "true");
        expect("bio", "");
        expect("none", "");
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

    #[test]
    fn a_body_of_very_many_fields_is_not_kept_whole() {
        let many: Vec<u32> = (0..5_000).collect();
        let json = serde_json::json!({ "a": many }).to_string();
        assert_eq!(pairs_of_json(json.as_bytes(), 64).unwrap().len(), MOST_FIELDS);
    }
}
