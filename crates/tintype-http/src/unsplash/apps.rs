//! `/apps`: the applications that one has registered. Not part of the wire contract.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tintype_domain::{App as Application, AppId, AppKind, Scope, User};

use super::lists::Asked;
use crate::ApiError;
use crate::answer::Unkept;
use crate::app_fields::{app_problem, per_hour, read_change, read_request};
use crate::extract::{Caller, Fields, Path, Via};

/// `GET /apps`.
pub(crate) async fn list(asked: Asked) -> Result<Response, ApiError> {
    let user = keeper(&asked.caller, Scope::ReadUser)?;
    let apps = asked.app.store().apps(Some(&user.id)).await?;
    let living = apps.iter().filter(|app| app.revoked_at.is_none());
    let body: Vec<_> = living.map(|app| shown(&asked, app)).collect();
    Ok(Unkept(StatusCode::OK, body).into_response())
}

/// `POST /apps`: 201 with the secret, shown this once.
pub(crate) async fn register(asked: Asked, request: Request) -> Result<Response, ApiError> {
    let user = keeper(&asked.caller, Scope::WriteUser)?;
    let request = read_request(&Fields::read(request, &asked.app).await?)?;
    let new = asked.app.library().register_own_app(user, request).await.map_err(app_problem)?;
    let mut body = shown(&asked, &new.app);
    if new.app.kind == AppKind::Confidential {
        body["secret_key"] = new.secret_key.into();
    }
    Ok(Unkept(StatusCode::CREATED, body).into_response())
}

/// `GET /apps/{id}`.
pub(crate) async fn get(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let app = find(&asked, &id, Scope::ReadUser).await?;
    Ok(Unkept(StatusCode::OK, shown(&asked, &app)).into_response())
}

/// `PUT /apps/{id}`.
pub(crate) async fn change(
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, ApiError> {
    let user = keeper(&asked.caller, Scope::WriteUser)?;
    let app = find(&asked, &id, Scope::WriteUser).await?;
    let change = read_change(&Fields::read(request, &asked.app).await?)?;
    let changed = asked.app.library().change_app(user, &app.id, change).await;
    let changed = changed.map_err(app_problem)?;
    let app = changed.ok_or(NO_APP)?;
    Ok(Unkept(StatusCode::OK, shown(&asked, &app)).into_response())
}

/// `POST /apps/{id}/secret`: a new secret, shown this once.
pub(crate) async fn rotate(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let user = keeper(&asked.caller, Scope::WriteUser)?;
    let app = find(&asked, &id, Scope::WriteUser).await?;
    if app.kind == AppKind::Public {
        let message = "This application can keep no secret";
        return Err(ApiError::refused(StatusCode::UNPROCESSABLE_ENTITY, message));
    }
    let secret = asked.app.library().rotate_secret(user, &app.id).await?.ok_or(NO_APP)?;
    let mut body = shown(&asked, &app);
    body["secret_key"] = secret.into();
    Ok(Unkept(StatusCode::OK, body).into_response())
}

/// `DELETE /apps/{id}`: its key and tokens are worth nothing from then on.
pub(crate) async fn revoke(Path(id): Path<String>, asked: Asked) -> Result<StatusCode, ApiError> {
    let user = keeper(&asked.caller, Scope::WriteUser)?;
    let was_there = asked.app.library().revoke_own_app(user, &read_id(&id)?).await?;
    if was_there { Ok(StatusCode::NO_CONTENT) } else { Err(NO_APP) }
}

/// `GET /apps/{id}/usage`: calls by day, and the photos it used.
pub(crate) async fn usage(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let app = find(&asked, &id, Scope::ReadUser).await?;
    let usage = asked.app.library().app_usage(&app).await?;
    let days = usage.days.iter().map(
        |day| json!({ "date": day.day.to_string(), "calls": day.calls, "refused": day.refused }),
    );
    let photos = usage.photos.iter().map(|(photo, used)| {
        json!({
            "id": photo.id.as_str(),
            "slug": photo.slug,
            "views": used.views,
            "downloads": used.downloads,
            "last_used": used.last_day.to_string(),
        })
    });
    let body = json!({ "days": days.collect::<Vec<_>>(), "photos": photos.collect::<Vec<_>>() });
    Ok(Unkept(StatusCode::OK, body).into_response())
}

/// Who looks after applications: a person in the browser, or through a program of their own.
/// Someone else's program could otherwise give itself the secrets of all others.
fn keeper(caller: &Caller, scope: Scope) -> Result<&User, ApiError> {
    let user = caller.acting(scope)?;
    match caller {
        Caller::Person(person) if matches!(&person.via, Via::Token(app) if app.owner != user.id) => {
            Err(ApiError::Forbidden("Only programs of your own may look after your applications"))
        }
        _ => Ok(user),
    }
}

async fn find(asked: &Asked, id: &str, scope: Scope) -> Result<Application, ApiError> {
    let user = keeper(&asked.caller, scope)?;
    asked.app.library().own_app(user, &read_id(id)?).await?.ok_or(NO_APP)
}

fn read_id(id: &str) -> Result<AppId, ApiError> {
    AppId::parse(id).map_err(|_| NO_APP)
}

const NO_APP: ApiError = ApiError::NotFound("Application");

fn shown(asked: &Asked, app: &Application) -> serde_json::Value {
    let usual = asked.app.library().settings().rate_limit.per_hour;
    json!({
        "id": app.id.as_str(),
        "name": app.name,
        "kind": match app.kind {
            AppKind::Confidential => "confidential",
            AppKind::Public => "public",
        },
        "access_key": app.access_key.as_str(),
        "redirect_uris": app.redirect_uris,
        "origins": app.origins,
        "per_hour": per_hour(app, usual),
        "token_seconds": app.token_lifetime.map(|lifetime| lifetime.as_secs()),
        "is_teaching": app.is_teaching,
        "created_at": app.created_at.to_rfc3339(),
        "links": {
            "self": asked.here.links.absolute(&format!("/apps/{}", app.id)),
            "html": asked.here.links.absolute(&format!("/account/apps/{}", app.id)),
        },
    })
}
