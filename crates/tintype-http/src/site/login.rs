//! `/login` and `/logout`.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use tintype_library::{Library, SignInError};
use tintype_pages::view::{Address, LoginPage, LoginProblem};

use super::visit::Visit;
use crate::extract::{Fields, From, Params};
use crate::middleware::{
    form_cookie, form_cookie_name, is_our_form, is_same_origin, session_cookie, session_cookie_name,
};
use crate::{ApiError, App};

/// `GET /login`.
pub(crate) async fn login_form(headers: HeaderMap, visit: Visit) -> Response {
    let next = next(visit.params());
    let problem = next.is_some().then_some(LoginProblem::SignInFirst);
    let name = form_cookie_name(visit.app.origins());
    if let Some(cookie) = form_cookie(&headers, visit.app.origins()) {
        return form(&visit, Some(cookie), String::new(), next, problem);
    }
    let cookie = visit.app.library().form_cookie();
    let mut response = form(&visit, Some(&cookie), String::new(), next, problem);
    set_cookie(&visit.app, (name, &cookie), 24 * 60 * 60, &mut response);
    response
}

fn form(
    visit: &Visit,
    cookie: Option<&str>,
    login: String,
    next: Option<String>,
    problem: Option<LoginProblem>,
) -> Response {
    let view = LoginPage {
        address: Address::default(),
        action: "/login".to_owned(),
        form_token: cookie.map(Library::form_token).unwrap_or_default(),
        next,
        login,
        problem,
    };
    visit.answer(|site| view.render(site))
}

/// Where to go afterwards: a path of this origin, never another's.
fn next(params: &Params) -> Option<String> {
    let path = params.get("next")?;
    let is_path = path.starts_with('/') && !path.starts_with("//");
    let is_plain = path.bytes().all(|byte| byte > b' ' && byte != b'\\' && byte < 0x7f);
    (is_path && is_plain).then(|| path.to_owned())
}

/// `POST /login`.
pub(crate) async fn sign_in(
    From(address): From,
    headers: HeaderMap,
    visit: Visit,
    Fields(fields): Fields,
) -> Result<Response, ApiError> {
    let login = fields.get("login").unwrap_or_default().trim().to_owned();
    let next = next(&fields);
    let cookie = form_cookie(&headers, visit.app.origins());
    let refuse = |status: StatusCode, problem: LoginProblem| {
        let mut response = form(&visit, cookie, login.clone(), next.clone(), Some(problem));
        *response.status_mut() = status;
        response
    };
    if !is_our_form(&headers, visit.links().origin(), fields.get("form_token"), cookie) {
        return Ok(refuse(StatusCode::FORBIDDEN, LoginProblem::StaleForm));
    }
    let password = fields.get("password").unwrap_or_default();
    match visit.app.library().sign_in(&login, password, address).await {
        Ok(session) => Ok(welcome(&visit.app, &session.cookie, next.as_deref())),
        Err(SignInError::Wrong) => {
            Ok(refuse(StatusCode::UNPROCESSABLE_ENTITY, LoginProblem::WrongPassword))
        }
        Err(SignInError::TooMany { retry_after }) => {
            let seconds = retry_after.as_secs().max(1);
            let problem = LoginProblem::TooManyTries(seconds);
            let mut response = refuse(StatusCode::TOO_MANY_REQUESTS, problem);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            Ok(response)
        }
        Err(SignInError::Store(error)) => Err(error.into()),
    }
}

/// `POST /login/demo`: makes a visitor of the demo its own user, who may do everything. Whatever
/// they do is undone by `tintype demo reset`.
pub(crate) async fn enter_demo(
    headers: HeaderMap,
    visit: Visit,
    Fields(fields): Fields,
) -> Result<Response, ApiError> {
    if !is_same_origin(&headers, visit.links().origin()) {
        return Err(ApiError::Forbidden("This form was not ours"));
    }
    let session = visit.app.library().enter_demo().await?.ok_or(ApiError::NoRoute)?;
    Ok(welcome(&visit.app, &session.cookie, next(&fields).as_deref()))
}

fn welcome(app: &App, cookie: &str, next: Option<&str>) -> Response {
    let mut response = Redirect::to(next.unwrap_or("/")).into_response();
    let name = session_cookie_name(app.origins());
    set_cookie(app, (name, cookie), 30 * 24 * 60 * 60, &mut response);
    response
}

fn set_cookie(app: &App, (name, value): (&str, &str), seconds: u32, response: &mut Response) {
    let secure = if app.origins().is_https() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::try_from(text) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

/// `POST /logout`.
pub(crate) async fn sign_out(
    State(app): State<App>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, ApiError> {
    if !is_same_origin(&headers, visit.links().origin()) {
        return Err(ApiError::Forbidden("This form was not ours"));
    }
    if let Some(cookie) = session_cookie(&headers, app.origins()) {
        app.library().sign_out(cookie).await?;
    }
    let mut response = Redirect::to("/").into_response();
    set_cookie(&app, (session_cookie_name(app.origins()), ""), 0, &mut response);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_a_foreign_place() {
        for (next_path, taken) in [
            ("/upload", true),
            ("/s/photos/sea?page=2", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("https://evil.example", false),
            ("/a%0d%0ab", true),
            ("", false),
        ] {
            let mut params = Params::default();
            params.add("next".to_owned(), next_path.to_owned());
            assert_eq!(next(&params).is_some(), taken, "{next_path}");
        }
    }
}
