//! In front of every route of the API: who is asking, whether they may, what they have left; and
//! behind it the headers that all answers of the API share.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;
use tintype_domain::{AccessKey, App as Application, Scopes};
use tintype_library::OverLimitStatus;
use tintype_pages::view::DeedKind;
use tintype_store::AppDeed;

use super::conversation::InConversation;
use super::hourly::Tally;
use super::strict::{check_strictly, is_strict, write_applied};
use super::{is_same_origin, kept_answers, page_origin, session_cookie};
use crate::answer::NOT_KEPT;
use crate::extract::{Caller, Params, Peer, SignedIn, Via, is_of};
use crate::{ApiError, App, deeds};

/// Admits a request to the API.
pub(crate) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut asked, body) = request.into_parts();
    let from = Peer::address(&asked.extensions);
    let found = identify(&app, &asked).await;
    let found = found.and_then(|caller| check_origin(&app, &asked, caller));
    let application = found.as_ref().ok().and_then(Caller::application);
    let tally = count(&app, application, from, asked.uri.path());
    let is_strict = is_strict(&asked.headers) || application.is_some_and(|app| app.is_teaching);
    let cached = asked.headers.get(header::IF_NONE_MATCH).cloned();
    let is_read = matches!(asked.method, Method::GET | Method::HEAD);
    let is_person = matches!(&found, Ok(Caller::Person(_)));
    let found = found.and_then(|caller| {
        if is_strict && tally.is_within {
            check_strictly(&asked).map(|()| caller)
        } else {
            Ok(caller)
        }
    });
    let mut response = match found {
        Err(error) => error.into_response(),
        Ok(_) if !tally.is_within => over_the_limit(&app, is_strict, tally),
        Ok(caller) => {
            asked.extensions.insert(caller.clone());
            let mut response = kept_answers::ask(&app, &caller, asked, body, next).await;
            response.extensions_mut().insert(caller);
            response
        }
    };
    write_tally(response.headers_mut(), tally);
    write_vary(response.headers_mut());
    if is_strict {
        write_applied(response.headers_mut());
    }
    if !is_read {
        response.headers_mut().insert(header::CACHE_CONTROL, NOT_KEPT);
    } else if is_person && response.status().is_success() {
        // What a person sees changes with what they do.
        response.headers_mut().insert(header::CACHE_CONTROL, PRIVATE);
    }
    if is_read { revalidate(cached.as_ref(), response) } else { response }
}

/// Counts a call that needs no key on the address it comes from.
pub(crate) async fn counted(State(app): State<App>, request: Request, next: Next) -> Response {
    let from = Peer::address(request.extensions());
    let tally = app.calls().count(None, from, app.clock().now());
    let mut response = if tally.is_within {
        next.run(request).await
    } else {
        over_the_limit(&app, is_strict(request.headers()), tally)
    };
    write_tally(response.headers_mut(), tally);
    response
}

/// Counts a call to nowhere, for whoever makes it.
pub(crate) async fn count_only(app: &App, request: Request, next: Next) -> Response {
    let from = Peer::address(request.extensions());
    let tally = app.calls().count(None, from, app.clock().now());
    let mut response = next.run(request).await;
    write_tally(response.headers_mut(), tally);
    write_vary(response.headers_mut());
    response
}

/// Who asks, as found out by the page whose form made this call.
#[derive(Debug, Clone)]
pub(crate) struct Vouched(pub Caller);

async fn identify(app: &App, asked: &Parts) -> Result<Caller, ApiError> {
    if let Some(Vouched(caller)) = asked.extensions.get::<Vouched>() {
        deeds::note(DeedKind::Security, || who(caller));
        return Ok(caller.clone());
    }
    let caller = match credentials(asked) {
        Credentials::Bearer(token) => {
            let bearer = app.library().bearer(&token).await?.ok_or(ApiError::Unauthorized)?;
            let via = Via::Token(Arc::new(bearer.app));
            let scopes = bearer.token.scopes;
            Caller::Person(Arc::new(SignedIn { user: bearer.user, scopes, via }))
        }
        Credentials::Key(key) => {
            let key = AccessKey::parse(&key).map_err(|_| ApiError::Unauthorized)?;
            let found = app.library().app_by_key(&key).await?.ok_or(ApiError::Unauthorized)?;
            Caller::Application(Arc::new(found))
        }
        Credentials::Unreadable => return Err(ApiError::Unauthorized),
        Credentials::None => without_credentials(app, asked).await?,
    };
    deeds::note(DeedKind::Security, || who(&caller));
    Ok(caller)
}

fn who(caller: &Caller) -> String {
    match caller {
        Caller::Stranger => "No key: reading is open here".to_owned(),
        Caller::Application(application) => format!("Access key of {}", application.name),
        Caller::Person(person) => match &person.via {
            Via::Token(application) => format!(
                "Bearer token: {} lets {} do: {}",
                person.user.username, application.name, person.scopes
            ),
            Via::Session => format!("Session of {}", person.user.username),
        },
    }
}

enum Credentials {
    Bearer(String),
    Key(String),
    Unreadable,
    None,
}

/// What the request shows to get in: Bearer, then Client-ID, then `client_id`.
fn credentials(asked: &Parts) -> Credentials {
    if let Some(shown) = asked.headers.get(header::AUTHORIZATION) {
        let parts = shown.to_str().ok().and_then(|text| text.trim().split_once(' '));
        return match parts {
            Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => {
                Credentials::Bearer(token.trim().to_owned())
            }
            Some((scheme, key)) if scheme.eq_ignore_ascii_case("client-id") => {
                Credentials::Key(key.trim().to_owned())
            }
            _ => Credentials::Unreadable,
        };
    }
    let query = asked.uri.query().unwrap_or_default();
    if !query.contains("client_id=") {
        return Credentials::None;
    }
    let params = Params::parse(query);
    if let Some(key) = params.get("client_id") {
        return Credentials::Key(key.to_owned());
    }
    // Clients that join strings write `…?ixid=a?client_id=K`.
    let mut joined = params.iter().filter_map(|(_, value)| value.split_once("?client_id="));
    joined.next().map_or(Credentials::None, |(_, key)| Credentials::Key(key.to_owned()))
}

async fn without_credentials(app: &App, asked: &Parts) -> Result<Caller, ApiError> {
    let headers = &asked.headers;
    let local = Peer::of(&asked.extensions).map(|peer| peer.local);
    let origin = app.origins().of(headers, local);
    let is_read = matches!(asked.method, Method::GET | Method::HEAD);
    let is_ours = is_same_origin(headers, &origin);
    // Forms can be sent by any page, so a cookie alone never makes one count.
    let is_form = is_of(headers, "application/x-www-form-urlencoded")
        || is_of(headers, "multipart/form-data")
        || is_of(headers, "text/plain");
    if (is_read || (is_ours && !is_form))
        && let Some(cookie) = session_cookie(headers, app.origins())
        && let Some((_, user)) = app.library().session(cookie).await?
    {
        let (scopes, via) = (Scopes::all(), Via::Session);
        return Ok(Caller::Person(Arc::new(SignedIn { user, scopes, via })));
    }
    let is_browser = is_ours || asked.extensions.get::<InConversation>().is_some();
    let may_read = app.library().settings().access.anonymous_reading || (is_browser && is_read);
    let is_search = asked.uri.path().starts_with("/search/");
    if may_read && (is_read || is_search) {
        Ok(Caller::Stranger)
    } else {
        Err(ApiError::Unauthorized)
    }
}

/// Counts a call, and a search on a budget of its own; answers the one that is used up first.
fn count(app: &App, application: Option<&Application>, from: IpAddr, path: &str) -> Tally {
    let now = app.clock().now();
    let calls = app.calls().count(application, from, now);
    let tally = if calls.is_within && is_search(path) {
        let searches = app.searches().count_apart(application, from, now);
        if searches.is_within { calls } else { searches }
    } else {
        calls
    };
    if let Some(application) = application {
        let deed = if tally.is_within { AppDeed::Call } else { AppDeed::RefusedCall };
        app.library().count_deed(&application.id, deed);
    }
    tally
}

fn is_search(path: &str) -> bool {
    path.starts_with("/search/") || path == "/photos/search" || path.starts_with("/s/")
}

/// A key that is bound to certain pages is worth nothing on others. Only browsers tell which page
/// calls, and only there a key lies open.
fn check_origin(app: &App, asked: &Parts, caller: Caller) -> Result<Caller, ApiError> {
    let allowed = caller.application().map(|application| &application.origins);
    let Some(allowed) = allowed.filter(|allowed| !allowed.is_empty()) else { return Ok(caller) };
    let Some(page) = page_origin(&asked.headers) else { return Ok(caller) };
    let local = Peer::of(&asked.extensions).map(|peer| peer.local);
    let own = app.origins().of(&asked.headers, local);
    let is_allowed = |page: &str| *page == *own || allowed.iter().any(|origin| origin == page);
    if is_allowed(&page) { Ok(caller) } else { Err(ApiError::Forbidden(NOT_THIS_PAGE)) }
}

const NOT_THIS_PAGE: &str = "This key may not be used by pages of this origin";

/// 403 is what existing clients know; those who ask for strictness get 429.
fn over_the_limit(app: &App, is_strict: bool, tally: Tally) -> Response {
    let mut response = ApiError::RateLimited.into_response();
    let status = app.library().settings().rate_limit.status;
    if is_strict || status == OverLimitStatus::TooManyRequests {
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    }
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(tally.resets_in));
    response
}

fn write_tally(headers: &mut HeaderMap, tally: Tally) {
    headers.insert(X_RATELIMIT_LIMIT, HeaderValue::from(tally.limit));
    headers.insert(X_RATELIMIT_REMAINING, HeaderValue::from(tally.remaining));
}

fn write_vary(headers: &mut HeaderMap) {
    headers.insert(header::VARY, VARIES);
}

/// Answers 304 to those who have this very answer already.
fn revalidate(cached: Option<&HeaderValue>, mut response: Response) -> Response {
    let (Some(cached), Some(tag)) = (cached, response.headers().get(header::ETAG)) else {
        return response;
    };
    if response.status() != StatusCode::OK || !names_tag(cached, tag) {
        return response;
    }
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    *response.body_mut() = Body::empty();
    response.headers_mut().remove(header::CONTENT_TYPE);
    response.headers_mut().remove(header::CONTENT_LENGTH);
    response
}

/// Whether an `If-None-Match` names this tag, compared weakly.
pub(crate) fn names_tag(sent: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(sent), Ok(tag)) = (sent.to_str(), tag.to_str()) else { return false };
    let bare = |text: &str| text.trim().trim_start_matches("W/").trim_matches('"').to_owned();
    sent.trim() == "*" || sent.split(',').any(|one| bare(one) == bare(tag))
}

const X_RATELIMIT_LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const X_RATELIMIT_REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const PRIVATE: HeaderValue = HeaderValue::from_static("private, no-cache");
const VARIES: HeaderValue =
    HeaderValue::from_static("Accept, Accept-Encoding, Authorization, Accept-Language, Origin");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_weakly() {
        let tag = HeaderValue::from_static("W/\"abc\"");
        for (sent, same) in [
            ("W/\"abc\"", true),
            ("\"abc\"", true),
            ("\"x\", W/\"abc\"", true),
            ("*", true),
            ("\"x\"", false),
            ("", false),
        ] {
            assert_eq!(names_tag(&HeaderValue::try_from(sent).unwrap(), &tag), same, "{sent}");
        }
    }
}
