//! `/learn`: how an API works, in five lessons on this very server.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tintype_pages::view::{LearnPage, Lesson};

use super::visit::Visit;
use crate::answer::Unkept;
use crate::extract::{Params, Path};
use crate::learn::LearnerCode;
use crate::links::with_query;
use crate::middleware::cookie;
use crate::{ApiError, App};

/// `GET /learn`.
pub(crate) async fn learn(headers: HeaderMap, visit: Visit) -> Result<Response, ApiError> {
    page(&headers, &visit, None).await
}

/// `GET /learn/{lesson}`.
pub(crate) async fn lesson(
    Path(name): Path<String>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, ApiError> {
    let lesson = Lesson::ALL.into_iter().find(|lesson| lesson.slug() == name);
    page(&headers, &visit, Some(lesson.ok_or(ApiError::NoRoute)?)).await
}

/// `GET /learn/progress`: what the learner has solved, for the page to look at now and then.
pub(crate) async fn progress(
    State(app): State<App>,
    headers: HeaderMap,
    params: Params,
) -> Response {
    let code = known_code(&headers, &params);
    let solved = code.map(|code| app.learners().solved_by(&code)).unwrap_or_default();
    let solved: Vec<&str> = solved.into_iter().map(Lesson::slug).collect();
    Unkept(StatusCode::OK, serde_json::json!({ "solved": solved })).into_response()
}

async fn page(
    headers: &HeaderMap,
    visit: &Visit,
    lesson: Option<Lesson>,
) -> Result<Response, ApiError> {
    let app = &visit.app;
    let known = known_code(headers, visit.params());
    let is_new = known.is_none();
    let code = known.unwrap_or_else(|| LearnerCode::random(app.chance()));
    let needs_key = !app.library().settings().access.anonymous_reading;
    let calls = lesson.map_or(&["/photos/random?query=nature"][..], Lesson::calls);
    let calls = calls.iter().map(|call| (*call).to_owned()).collect();
    let view = LearnPage {
        address: visit.address(calls, None),
        lesson,
        solved: app.learners().solved_by(&code),
        origin: visit.links().origin().to_owned(),
        again_href: with_query(&visit.here.path, [("learner", code.as_str().to_owned())]),
        code: code.as_str().to_owned(),
        key: app.library().demo_key().await?.map(|key| key.to_string()),
        needs_key,
    };
    let mut response = visit.answer(|site| view.render(site));
    if is_new && let Ok(cookie) = HeaderValue::try_from(set_cookie(app, &code)) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

const COOKIE: &str = "tintype_learner";

fn set_cookie(app: &App, code: &LearnerCode) -> String {
    let secure = if app.origins().is_https() { "; Secure" } else { "" };
    let code = code.as_str();
    format!("{COOKIE}={code}; Path=/learn; Max-Age=86400; HttpOnly; SameSite=Lax{secure}")
}

/// The code in the address, else the one the browser kept.
fn known_code(headers: &HeaderMap, params: &Params) -> Option<LearnerCode> {
    let shown = params.get("learner").and_then(LearnerCode::parse);
    shown.or_else(|| cookie(headers, COOKIE).and_then(LearnerCode::parse))
}
