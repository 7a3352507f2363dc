//! `/oauth/authorize`: a person is asked whether an application may act for them.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use tintype_domain::User;
use tintype_library::{Consent, Library};
use tintype_pages::view::{Address, ConsentPage};

use super::wish::{Refusal, Wish};
use crate::extract::{Fields, Params};
use crate::links::with_query;
use crate::middleware::{FormTarget, is_our_form, session_cookie};
use crate::site::Visit;
use crate::{ApiError, App};

/// `GET /oauth/authorize`.
pub(crate) async fn ask(headers: HeaderMap, visit: Visit) -> Result<Response, Refusal> {
    let wish = Wish::read(&visit.app, visit.params()).await?;
    let Some(user) = &visit.user else { return Ok(sign_in_first(visit.params())) };
    page(&visit, user, &wish, &headers).await.map_err(Refusal::Here)
}

/// Signing in comes back to the same question.
fn sign_in_first(params: &Params) -> Response {
    let pairs = params.iter().map(|(name, value)| (name, value.to_owned()));
    let next = with_query("/oauth/authorize", pairs);
    Redirect::to(&with_query("/login", [("next", next)])).into_response()
}

async fn page(
    visit: &Visit,
    user: &User,
    wish: &Wish,
    headers: &HeaderMap,
) -> Result<Response, ApiError> {
    let application = &wish.application;
    let owner = visit.app.store().user(&application.owner).await?;
    let cookie = session_cookie(headers, visit.app.origins()).unwrap_or_default();
    let view = ConsentPage {
        address: Address::default(),
        action: "/oauth/authorize".to_owned(),
        form_token: Library::form_token(cookie),
        app_name: application.name.clone(),
        owner_name: owner.map(|owner| owner.name()),
        visitor_name: user.name(),
        place: wish.back.place(),
        scopes: wish.scopes,
        fields: wish.fields.clone(),
    };
    let mut response = visit.answer(|site| view.render(site));
    let no_store = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, no_store);
    if let Some(target) = wish.back.form_target() {
        response.extensions_mut().insert(FormTarget(target));
    }
    Ok(response)
}

/// `POST /oauth/authorize`: what the person decided. The wish comes with the form and is judged
/// again, so a changed form gets no further than a changed address.
pub(crate) async fn decide(
    State(app): State<App>,
    headers: HeaderMap,
    visit: Visit,
    Fields(fields): Fields,
) -> Result<Response, Refusal> {
    let Some(user) = &visit.user else { return Ok(sign_in_first(&fields)) };
    check_form(&app, &headers, &visit, &fields).map_err(Refusal::Here)?;
    let wish = Wish::read(&app, &fields).await?;
    match fields.get("decision") {
        Some("allow") => {
            let consent = Consent {
                scopes: wish.scopes,
                redirect_uri: wish.back.uri.clone(),
                challenge: wish.challenge,
            };
            let code = app.library().consent(user, &wish.application, consent).await;
            let code = code.map_err(|error| Refusal::Here(error.into()))?;
            Ok(wish.back.send(&[("code", &code)]))
        }
        Some("deny") => Err(Refusal::Back(wish.back, "access_denied", "The person said no.")),
        _ => Err(Refusal::Here(ApiError::BadRequest("The form says neither yes nor no.".into()))),
    }
}

/// A consent is worth stealing, so both must hold: the browser says that the form was ours, and
/// the form brings what only a page of this very session knows.
fn check_form(
    app: &App,
    headers: &HeaderMap,
    visit: &Visit,
    fields: &Params,
) -> Result<(), ApiError> {
    let cookie = session_cookie(headers, app.origins());
    let token = fields.get("form_token");
    let is_known =
        token.zip(cookie).is_some_and(|(token, cookie)| token == Library::form_token(cookie));
    if is_known && is_our_form(headers, visit.links().origin(), token, cookie) {
        Ok(())
    } else {
        Err(ApiError::Forbidden("This form was not ours"))
    }
}
