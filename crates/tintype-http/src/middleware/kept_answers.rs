//! Answers that are kept in memory until anything is written: the same question by the same
//! application gets the same bytes without asking the database or the index again.
//!
//! An answer is kept under the state of the library that was read *before* it was made, and given
//! only while that state still holds. So nobody ever gets an answer from before a write that was
//! acknowledged in this process; another process's write is seen within 100 ms.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http_body_util::BodyExt;
use tintype_library::LibraryState;

use super::conversation::InConversation;
use crate::extract::{Caller, Peer};
use crate::spoken::{self, LanguagesUsed};
use crate::{ApiError, App};

/// The kept answers of one server.
pub(crate) struct KeptAnswers {
    most_bytes: usize,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    state: Option<LibraryState>,
    bytes: usize,
    answers: HashMap<String, Arc<Answer>>,
}

struct Answer {
    headers: HeaderMap,
    body: Bytes,
    /// The languages that its words are in.
    languages: LanguagesUsed,
}

impl KeptAnswers {
    /// Keeps up to so many bytes; 0 keeps nothing.
    pub(crate) fn new(most_bytes: usize) -> Self {
        Self { most_bytes, kept: Mutex::default() }
    }

    fn get(&self, question: &str, state: LibraryState) -> Option<Arc<Answer>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.answers.get(question).filter(|_| kept.state == Some(state)).cloned()
    }

    fn keep(&self, question: String, state: LibraryState, answer: Answer) {
        let size = question.len() + answer.body.len() + OVERHEAD;
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // When the room is used up all go: what is asked often is back at once.
        if kept.state != Some(state) || kept.bytes + size > self.most_bytes {
            *kept = Kept { state: Some(state), ..Kept::default() };
        }
        if size <= self.most_bytes && kept.answers.insert(question, Arc::new(answer)).is_none() {
            kept.bytes += size;
        }
    }
}

/// Headers and the map's own room, roughly.
const OVERHEAD: usize = 1_000;

/// Answers from memory, or asks the handler and keeps what it says.
pub(crate) async fn ask(
    app: &App,
    caller: &Caller,
    parts: Parts,
    body: Body,
    next: Next,
) -> Response {
    let kept = app.kept_answers();
    let question = (kept.most_bytes > 0).then(|| question(app, caller, &parts)).flatten();
    let state = question.as_ref().and_then(|_| app.library().state());
    let (Some(question), Some(state)) = (question, state) else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    if let Some(answer) = kept.get(&question, state) {
        app.metrics().note_kept();
        return said_again(&answer);
    }
    let response = next.run(Request::from_parts(parts, body)).await;
    if response.status() != StatusCode::OK {
        return response;
    }
    let (head, body) = response.into_parts();
    let Ok(body) = body.collect().await else {
        return ApiError::internal("an answer broke off").into_response();
    };
    let (headers, body) = (head.headers.clone(), body.to_bytes());
    let answer = Answer { headers, body, languages: spoken::used() };
    let response = Response::from_parts(head, Body::from(answer.body.clone()));
    kept.keep(question, state, answer);
    response
}

fn said_again(answer: &Answer) -> Response {
    spoken::use_again(answer.languages);
    let mut response = Response::new(Body::from(answer.body.clone()));
    *response.headers_mut() = answer.headers.clone();
    response
}

/// Everything an answer depends on beside the library's state; `None` when it may depend on more.
fn question(app: &App, caller: &Caller, asked: &Parts) -> Option<String> {
    let route = asked.extensions.get::<MatchedPath>()?;
    let is_plain = asked.method == Method::GET
        && REPEATABLE.contains(&route.as_str())
        && caller.user().is_none()
        && asked.extensions.get::<InConversation>().is_none()
        && !asked.headers.contains_key("prefer");
    if !is_plain {
        return None;
    }
    let local = Peer::of(&asked.extensions).map(|peer| peer.local);
    let origin = app.origins().of(&asked.headers, local);
    let target = asked.uri.path_and_query()?;
    let language = spoken::language();
    Some(format!("{origin} {} {language}\n{target}", caller.ixid()))
}

/// Routes whose answers depend on nothing but the library: not on chance, not on the day.
const REPEATABLE: [&str; 16] = [
    "/photos",
    "/photos/curated",
    "/photos/{id}",
    "/photos/{id}/similar",
    "/search/photos",
    "/search/collections",
    "/search/users",
    "/collections",
    "/collections/featured",
    "/collections/{id}",
    "/collections/{id}/photos",
    "/topics",
    "/topics/{topic}",
    "/topics/{topic}/photos",
    "/users/{name}",
    "/users/{name}/collections",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(body: &'static str) -> Answer {
        let (headers, body) = (HeaderMap::new(), Bytes::from_static(body.as_bytes()));
        Answer { headers, body, languages: LanguagesUsed::default() }
    }

    #[test]
    fn an_answer_holds_for_its_state_only() {
        let kept = KeptAnswers::new(10_000);
        let (before, after) = (LibraryState::new(1, 1), LibraryState::new(2, 1));
        kept.keep("q".to_owned(), before, answer("a"));
        assert_eq!(kept.get("q", before).unwrap().body, "a");
        assert!(kept.get("q", after).is_none());
        kept.keep("r".to_owned(), after, answer("b"));
        assert!(kept.get("q", before).is_none(), "an older state never comes back");
    }

    #[test]
    fn the_room_is_never_exceeded() {
        let kept = KeptAnswers::new(3 * (OVERHEAD + 10));
        let state = LibraryState::new(1, 1);
        for number in 0..50 {
            kept.keep(format!("q{number}"), state, answer("body"));
            let now = kept.kept.lock().unwrap();
            assert!(now.bytes <= kept.most_bytes && now.answers.len() <= 3);
        }
        assert!(kept.get("q49", state).is_some());
    }
}
