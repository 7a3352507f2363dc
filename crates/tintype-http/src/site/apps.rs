//! `/account/apps`: the applications that one has registered, and those one lets act.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use tintype_domain::{App as Application, AppId, AppKind, HourlyLimit, User};
use tintype_library::{AppChange, Library};
use tintype_pages::view::{
    Address, AppFields, AppPage, AppRow, AppsPage, GivenRow, UsedDay, UsedPhoto,
};

use super::visit::Visit;
use crate::app_fields::{app_problem, per_hour, read_change, read_request};
use crate::extract::{Fields, Params, Path};
use crate::links::photo_path;
use crate::middleware::{is_our_form, session_cookie};
use crate::{ApiError, spoken};

/// `GET /account/apps`.
pub(crate) async fn apps(headers: HeaderMap, visit: Visit) -> Result<Response, ApiError> {
    let Some(user) = &visit.user else { return Ok(sign_in_first()) };
    list(&visit, &headers, user, AppFields::default(), None).await
}

fn sign_in_first() -> Response {
    Redirect::to("/login?next=/account/apps").into_response()
}

async fn list(
    visit: &Visit,
    headers: &HeaderMap,
    user: &User,
    fields: AppFields,
    problem: Option<String>,
) -> Result<Response, ApiError> {
    let own = visit.app.store().apps(Some(&user.id)).await?;
    let living = own.into_iter().filter(|app| app.revoked_at.is_none());
    let row = |app: Application| AppRow {
        href: path_of(&app),
        name: app.name,
        access_key: app.access_key.to_string(),
    };
    let view = AppsPage {
        address: Address::default(),
        action: "/account/apps".to_owned(),
        form_token: form_token(visit, headers),
        apps: living.map(row).collect(),
        given: given(visit, user).await?,
        fields,
        problem,
    };
    Ok(private(visit.answer(|site| view.render(site))))
}

async fn given(visit: &Visit, user: &User) -> Result<Vec<GivenRow>, ApiError> {
    let mut rows = Vec::new();
    for given in visit.app.library().access_given_by(user).await? {
        let Some(app) = visit.app.store().app(&given.app).await? else { continue };
        rows.push(GivenRow {
            action: format!("/account/access/{}/withdraw", app.id),
            name: app.name,
            scopes: given.scopes,
            since: given.since,
        });
    }
    Ok(rows)
}

/// `POST /account/apps`: the new application's page, with its secret.
pub(crate) async fn register_app(
    headers: HeaderMap,
    visit: Visit,
    Fields(fields): Fields,
) -> Result<Response, ApiError> {
    let Some(user) = &visit.user else { return Ok(sign_in_first()) };
    check_form(&visit, &headers, &fields)?;
    let new = match read_request(&fields) {
        Ok(request) => {
            visit.app.library().register_own_app(user, request).await.map_err(app_problem)
        }
        Err(error) => Err(error),
    };
    match new {
        Ok(new) => {
            let is_public = new.app.kind == AppKind::Public;
            let secret = (!is_public).then_some(new.secret_key);
            page(&visit, &headers, &new.app, Said { new_secret: secret, ..Said::default() }).await
        }
        Err(ApiError::Refused { status, message }) => {
            let typed = AppFields {
                is_public: fields.flag("is_public").unwrap_or(false),
                ..typed(&fields)
            };
            let problem = Some(spoken::sentence(message.into_owned()));
            let mut response = list(&visit, &headers, user, typed, problem).await?;
            *response.status_mut() = status;
            Ok(response)
        }
        Err(error) => Err(error),
    }
}

/// `GET /account/apps/{id}`.
pub(crate) async fn app_page(
    Path(id): Path<String>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, ApiError> {
    let Some(user) = &visit.user else { return Ok(sign_in_first()) };
    let app = find(&visit, user, &id).await?;
    page(&visit, &headers, &app, Said::default()).await
}

/// `POST /account/apps/{id}`.
pub(crate) async fn change_app(
    Path(id): Path<String>,
    headers: HeaderMap,
    visit: Visit,
    Fields(fields): Fields,
) -> Result<Response, ApiError> {
    let Some(user) = &visit.user else { return Ok(sign_in_first()) };
    check_form(&visit, &headers, &fields)?;
    let app = find(&visit, user, &id).await?;
    let changed = match read_change(&fields) {
        Ok(change) => {
            // A box that is not ticked is not sent.
            let is_teaching = Some(fields.flag("is_teaching").unwrap_or(false));
            let change = AppChange { is_teaching, ..change };
            visit.app.library().change_app(user, &app.id, change).await.map_err(app_problem)
        }
        Err(error) => Err(error),
    };
    match changed {
        Ok(changed) => {
            let app = changed.ok_or(NO_APP)?;
            page(&visit, &headers, &app, Said { is_saved: true, ..Said::default() }).await
        }
        Err(ApiError::Refused { status, message }) => {
            let said = Said {
                problem: Some(spoken::sentence(message.into_owned())),
                typed: Some(typed(&fields)),
                ..Said::default()
            };
            let mut response = page(&visit, &headers, &app, said).await?;
            *response.status_mut() = status;
            Ok(response)
        }
        Err(error) => Err(error),
    }
}

/// `POST /account/apps/{id}/secret`.
pub(crate) async fn rotate_secret(
    Path(id): Path<String>,
    headers: HeaderMap,
    visit: Visit,
    Fields(fields): Fields,
) -> Result<Response, ApiError> {
    let Some(user) = &visit.user else { return Ok(sign_in_first()) };
    check_form(&visit, &headers, &fields)?;
    let app = find(&visit, user, &id).await?;
    let new_secret = visit.app.library().rotate_secret(user, &app.id).await?;
    page(&visit, &headers, &app, Said { new_secret, ..Said::default() }).await
}

/// `POST /account/apps/{id}/revoke`, confirmed by the application's name.
pub(crate) async fn revoke_app(
    Path(id): Path<String>,
    headers: HeaderMap,
    visit: Visit,
    Fields(fields): Fields,
) -> Result<Response, ApiError> {
    let Some(user) = &visit.user else { return Ok(sign_in_first()) };
    check_form(&visit, &headers, &fields)?;
    let app = find(&visit, user, &id).await?;
    if fields.get("confirm").unwrap_or_default().trim() != app.name {
        let problem = Some(spoken::sentence(NOT_THE_NAME.to_owned()));
        let said = Said { problem, ..Said::default() };
        let mut response = page(&visit, &headers, &app, said).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    visit.app.library().revoke_own_app(user, &app.id).await?;
    Ok(Redirect::to("/account/apps").into_response())
}

/// `POST /account/access/{id}/withdraw`: an application may not act for one any more.
pub(crate) async fn withdraw_access(
    Path(id): Path<String>,
    headers: HeaderMap,
    visit: Visit,
    Fields(fields): Fields,
) -> Result<Response, ApiError> {
    let Some(user) = &visit.user else { return Ok(sign_in_first()) };
    check_form(&visit, &headers, &fields)?;
    let id = AppId::parse(&id).map_err(|_| NO_APP)?;
    visit.app.library().withdraw_access(user, &id).await?;
    Ok(Redirect::to("/account/apps").into_response())
}

/// What a page says beside the application itself.
#[derive(Default)]
struct Said {
    new_secret: Option<String>,
    problem: Option<String>,
    typed: Option<AppFields>,
    is_saved: bool,
}

async fn page(
    visit: &Visit,
    headers: &HeaderMap,
    app: &Application,
    said: Said,
) -> Result<Response, ApiError> {
    let usage = visit.app.library().app_usage(app).await?;
    let day = |day: &tintype_domain::DailyUsage| UsedDay {
        day: day.day.start(),
        calls: day.calls,
        refused: day.refused,
    };
    let photo = |(photo, used): &(tintype_domain::Photo, tintype_domain::PhotoUse)| UsedPhoto {
        href: photo_path(photo),
        title: photo.title.clone().unwrap_or_else(|| photo.id.to_string()),
        views: used.views,
        downloads: used.downloads,
    };
    let is_public = app.kind == AppKind::Public;
    let fields = said.typed.unwrap_or_else(|| fields_of(visit, app));
    let view = AppPage {
        address: Address::default(),
        action: path_of(app),
        form_token: form_token(visit, headers),
        name: app.name.clone(),
        access_key: app.access_key.to_string(),
        new_secret: said.new_secret,
        fields: AppFields { is_public, ..fields },
        days: usage.days.iter().rev().map(day).collect(),
        photos: usage.photos.iter().map(photo).collect(),
        problem: said.problem,
        is_saved: said.is_saved,
    };
    Ok(private(visit.answer(|site| view.render(site))))
}

fn fields_of(visit: &Visit, app: &Application) -> AppFields {
    let usual = visit.app.library().settings().rate_limit.per_hour;
    let is_usual = app.limit == HourlyLimit::Default;
    AppFields {
        name: app.name.clone(),
        redirect_uris: app.redirect_uris.join("\n"),
        origins: app.origins.join("\n"),
        per_hour: if is_usual { String::new() } else { per_hour(app, usual).to_string() },
        is_public: app.kind == AppKind::Public,
        is_teaching: app.is_teaching,
    }
}

fn typed(fields: &Params) -> AppFields {
    let text = |name: &str| fields.get(name).unwrap_or_default().to_owned();
    AppFields {
        name: text("name"),
        redirect_uris: fields.lines("redirect_uris").join("\n"),
        origins: fields.lines("origins").join("\n"),
        per_hour: text("per_hour"),
        is_public: false,
        is_teaching: fields.flag("is_teaching").unwrap_or(false),
    }
}

async fn find(visit: &Visit, user: &User, id: &str) -> Result<Application, ApiError> {
    let id = AppId::parse(id).map_err(|_| NO_APP)?;
    visit.app.library().own_app(user, &id).await?.ok_or(NO_APP)
}

fn check_form(visit: &Visit, headers: &HeaderMap, fields: &Params) -> Result<(), ApiError> {
    let cookie = session_cookie(headers, visit.app.origins());
    if is_our_form(headers, visit.links().origin(), fields.get("form_token"), cookie) {
        Ok(())
    } else {
        Err(ApiError::Forbidden("This form was not ours"))
    }
}

fn form_token(visit: &Visit, headers: &HeaderMap) -> String {
    Library::form_token(session_cookie(headers, visit.app.origins()).unwrap_or_default())
}

fn path_of(app: &Application) -> String {
    format!("/account/apps/{}", app.id)
}

/// Secrets stand on these pages once.
fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

const NOT_THE_NAME: &str = "The name was not the application's; nothing was done.";
const NO_APP: ApiError = ApiError::NotFound("Application");
