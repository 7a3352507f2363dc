//! Doubled and trailing slashes, and the method QUERY: matched as they are meant, without a
//! redirect, since some clients follow none and browsers refuse them on preflight.

use axum::extract::Request;
use axum::http::Method;
use axum::http::uri::{PathAndQuery, Uri};

use super::SentMethod;

/// Gives the request the path its sender meant.
pub(crate) fn straighten(mut request: Request) -> Request {
    let path = request.uri().path();
    if (path.contains("//") || path.starts_with("/@") || (path.len() > 1 && path.ends_with('/')))
        && let Some(uri) = straight(request.uri())
    {
        *request.uri_mut() = uri;
    }
    // `QUERY /search/photos` is a search with a body, as POST is.
    if request.method().as_str() == "QUERY" && request.uri().path().starts_with("/search/") {
        let sent = SentMethod(request.method().clone());
        request.extensions_mut().insert(sent);
        *request.method_mut() = Method::POST;
    }
    request
}

fn straight(uri: &Uri) -> Option<Uri> {
    let words = uri.path().split('/').filter(|word| !word.is_empty());
    let mut path: String = words.flat_map(|word| ["/", word]).collect();
    // A route pattern is a whole segment, so the `@` of a name becomes one of its own.
    if let Some(name) = path.strip_prefix("/@").filter(|name| !name.starts_with('/')) {
        path = format!("/@/{name}");
    }
    if path.is_empty() {
        path.push('/');
    }
    if let Some(query) = uri.query() {
        path.push('?');
        path.push_str(query);
    }
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(path).ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    #[test]
    fn slashes_are_straightened_and_queries_kept() {
        for (from, to) in [
            ("/photos/", "/photos"),
            ("//photos", "/photos"),
            ("/photos//random/?count=1", "/photos/random?count=1"),
            ("/", "/"),
            ("//", "/"),
            ("/photos?a=//", "/photos?a=//"),
            ("/@ana/likes/", "/@/ana/likes"),
            ("/users/@ana", "/users/@ana"),
        ] {
            let request = Request::builder().uri(format!("http://h{from}")).body(Body::empty());
            let straight = straighten(request.unwrap());
            assert_eq!(straight.uri().path_and_query().unwrap().as_str(), to);
        }
    }
}
