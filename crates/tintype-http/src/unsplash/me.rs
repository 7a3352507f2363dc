//! `/me`: the profile of whoever is asking.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tintype_domain::{Scope, User};
use tintype_library::ProfileUpdate;

use super::json::UnsplashMe;
use super::lists::Asked;
use super::users::known_of;
use crate::answer::Unkept;
use crate::extract::{Fields, Params};
use crate::{ApiError, deeds};

/// `GET /me`.
pub(crate) async fn get(asked: Asked) -> Result<Response, ApiError> {
    let user = asked.caller.acting(Scope::ReadUser)?;
    // As they are now: what was found out at the door may be a moment old.
    let user = asked.app.store().user(&user.id).await?.ok_or(ApiError::NotFound("User"))?;
    answer(&asked, &user).await
}

/// `PUT /me`.
pub(crate) async fn update(asked: Asked, request: Request) -> Result<Response, ApiError> {
    let user = asked.caller.acting(Scope::WriteUser)?;
    let fields = Fields::read(request, &asked.app).await?;
    let changed = asked.app.library().update_profile(user, &read(&fields)).await?;
    deeds::database(|| format!("profile of {} changed", changed.username));
    answer(&asked, &changed).await
}

fn read(fields: &Params) -> ProfileUpdate {
    let text = |name: &str| fields.given(name).map(str::to_owned);
    ProfileUpdate {
        username: text("username"),
        first_name: text("first_name"),
        last_name: text("last_name"),
        email: text("email"),
        url: text("url").or_else(|| text("portfolio_url")),
        location: text("location"),
        bio: text("bio"),
        instagram_username: text("instagram_username"),
        twitter_username: text("twitter_username"),
    }
}

async fn answer(asked: &Asked, user: &User) -> Result<Response, ApiError> {
    let (newest, downloads) = known_of(&asked.app, user).await?;
    let uploads_left = asked.app.library().uploads_left(&user.id);
    let json = UnsplashMe::render(user, &newest, (downloads, uploads_left), &asked.here.links);
    Ok(Unkept(StatusCode::OK, json).into_response())
}
