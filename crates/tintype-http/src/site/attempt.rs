//! `POST /try/{path}?method=…`: a form of the conversation makes a call of the API, for real, and
//! shows what came of it. HTML forms know GET and POST only; here they get the other methods.

use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header};
use axum::response::Response;
use serde_json::{Map, Value};
use tintype_domain::Scopes;

use super::visit::Visit;
use crate::extract::{Caller, Peer, SignedIn, Via, is_of, read_whole};
use crate::middleware::{FormBody, SentMethod, Vouched, is_same_origin};
use crate::router::Dispatch;
use crate::{ApiError, App};

/// Takes the form, makes the call.
pub(crate) async fn attempt(
    State(app): State<App>,
    Extension(dispatch): Extension<Dispatch>,
    visit: Visit,
    request: Request,
) -> Result<Response, ApiError> {
    if !is_same_origin(request.headers(), visit.links().origin()) {
        return Err(ApiError::Forbidden("This form was not ours"));
    }
    let wanted = visit.params().get("method").and_then(method);
    let wanted = wanted.ok_or(ApiError::BadRequest("method is missing".into()))?;
    let (parts, body) = request.into_parts();
    let target = target(&parts.uri)?;
    let has_file = is_of(&parts.headers, "multipart/form-data");
    let (body, json) = if has_file {
        (body, None)
    } else {
        let most = app.library().settings().limits.body_bytes;
        let json = json_of_form(&read_whole(body, most).await?);
        (json.clone().map_or_else(Body::empty, Body::from), json)
    };
    let mut call = Request::new(body);
    *call.uri_mut() = target;
    *call.headers_mut() = headers(&parts.headers, has_file, json.is_some());
    if let Some(peer) = parts.extensions.get::<Peer>() {
        call.extensions_mut().insert(*peer);
    }
    if let Some(user) = visit.user {
        let person = SignedIn { user, scopes: Scopes::all(), via: Via::Session };
        call.extensions_mut().insert(Vouched(Caller::Person(person.into())));
    }
    call.extensions_mut().insert(FormBody { json, has_file });
    call.extensions_mut().insert(SentMethod(wanted.clone()));
    // QUERY is a POST to the routes.
    *call.method_mut() = if wanted.as_str() == "QUERY" { Method::POST } else { wanted };
    Ok(dispatch.call(call).await)
}

fn method(name: &str) -> Option<Method> {
    let is_known = ["POST", "PUT", "DELETE", "QUERY"].contains(&name);
    Method::from_bytes(name.as_bytes()).ok().filter(|_| is_known)
}

/// The address of the call: what stands behind `/try`.
fn target(uri: &Uri) -> Result<Uri, ApiError> {
    let path = uri.path().strip_prefix("/try").filter(|path| path.starts_with('/'));
    let path = path.and_then(|path| PathAndQuery::try_from(path).ok());
    path.map(Uri::from).ok_or(ApiError::NoRoute)
}

/// What the call says of itself: what the browser said of itself, without its cookie.
fn headers(sent: &HeaderMap, has_file: bool, has_json: bool) -> HeaderMap {
    let kept: [HeaderName; 6] = [
        header::HOST,
        header::USER_AGENT,
        header::ACCEPT_LANGUAGE,
        header::ACCEPT_ENCODING,
        HeaderName::from_static("sec-ch-ua"),
        HeaderName::from_static("sec-ch-ua-platform"),
    ];
    let mut headers = HeaderMap::new();
    let body = [header::CONTENT_TYPE, header::CONTENT_LENGTH];
    for name in kept.iter().chain(body.iter().filter(|_| has_file)) {
        if let Some(value) = sent.get(name) {
            headers.insert(name.clone(), value.clone());
        }
    }
    headers.insert(header::ACCEPT, HeaderValue::from_static("text/html"));
    if has_json {
        headers.insert(header::CONTENT_TYPE, crate::answer::APPLICATION_JSON);
    }
    headers
}

/// The filled-in fields of a form as JSON; `location[city]` becomes an object in an object.
/// `None` when nothing was filled in.
fn json_of_form(bytes: &[u8]) -> Option<String> {
    let mut object = Map::new();
    let pairs = url::form_urlencoded::parse(bytes).take(MOST_FIELDS);
    for (name, value) in pairs.filter(|(_, value)| !value.is_empty()) {
        let value = match &*value {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            text => Value::String(text.to_owned()),
        };
        match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
            Some((outer, inner)) => {
                let nest = object.entry(outer).or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(nest) = nest {
                    nest.insert(inner.to_owned(), value);
                }
            }
            None => {
                object.insert(name.into_owned(), value);
            }
        }
    }
    (!object.is_empty()).then(|| Value::Object(object).to_string())
}

const MOST_FIELDS: usize = 100;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_becomes_the_json_that_a_program_would_send() {
        let json = json_of_form(b"title=Sea&private=true&location%5Bcity%5D=Oslo&tags=").unwrap();
        let value: Value = serde_json::from_str(&json).unwrap();
        let expected =
            serde_json::json!({"title": "Sea", "private": true, "location": {"city": "Oslo"}});
        assert_eq!(value, expected);
        assert_eq!(json_of_form(b"a=&b="), None);
    }

    #[test]
    fn only_calls_of_the_api_are_reached() {
        let of = |text: &'static str| target(&Uri::from_static(text)).map(|uri| uri.to_string());
        assert_eq!(of("/try/photos/abc?method=PUT").unwrap(), "/photos/abc");
        assert!(of("/try").is_err());
        assert!(method("PUT").is_some() && method("GET").is_none() && method("BREW").is_none());
    }
}
