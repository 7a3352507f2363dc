//! Ticks the exercises: a call that carries a learner's code, comes from a program of theirs and
//! is answered as the exercise wants it solves the exercise.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use tintype_pages::view::Lesson;

use super::LearnerCode;
use crate::App;
use crate::extract::{Caller, Params};
use crate::negotiate::{Form, api_form};

/// Watches calls that carry a learner's code; all others pass untouched.
pub(crate) async fn tick_exercises(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Response {
    let Some((code, attempt)) = Attempt::of(&request) else { return next.run(request).await };
    let response = next.run(request).await;
    let has_key = matches!(response.extensions().get(), Some(Caller::Application(_)));
    if let Some(lesson) = attempt.solves(response.status(), has_key) {
        app.learners().tick(&code, lesson, app.clock().now());
    }
    response
}

/// What there is to know of a call before it is answered.
struct Attempt {
    method: Method,
    route: String,
    query: String,
    has_own_header: bool,
    shows_key: bool,
}

impl Attempt {
    fn of(request: &Request) -> Option<(LearnerCode, Self)> {
        let query = request.uri().query().filter(|query| query.contains("learner="))?;
        let params = Params::parse(query);
        let code = params.get("learner").and_then(LearnerCode::parse)?;
        if !is_own_program(request.headers(), query) {
            return None;
        }
        let route = request.extensions().get::<MatchedPath>()?.as_str().to_owned();
        let attempt = Self {
            method: request.method().clone(),
            route,
            query: params.get("query").unwrap_or_default().to_lowercase(),
            has_own_header: request.headers().contains_key("x-name"),
            shows_key: request.headers().contains_key(header::AUTHORIZATION),
        };
        Some((code, attempt))
    }

    fn solves(&self, status: StatusCode, has_key: bool) -> Option<Lesson> {
        let is_get = self.method == Method::GET;
        match self.route.as_str() {
            "/photos/random" if is_get && status == StatusCode::OK && !self.query.is_empty() => {
                Some(Lesson::Request)
            }
            "/search/photos" if self.method == Method::POST && status == StatusCode::OK => {
                Some(Lesson::Methods)
            }
            "/learn/echo" if self.has_own_header && status == StatusCode::OK => {
                Some(Lesson::Headers)
            }
            "/photos/{id}" if is_get && status == StatusCode::NOT_FOUND => Some(Lesson::Status),
            "/photos" if is_get && status == StatusCode::OK && has_key && self.shows_key => {
                Some(Lesson::Keys)
            }
            _ => None,
        }
    }
}

/// Whether a program asks, and not the address bar or a page of ours.
fn is_own_program(headers: &HeaderMap, query: &str) -> bool {
    let is_ours = headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin");
    api_form(headers, Some(query)) == Form::Json && !is_ours
}
