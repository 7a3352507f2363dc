//! `app add|list` and `token add`.

use anyhow::{Context, Result, bail};
use serde_json::json;
use tintype_domain::{AccessKey, App, AppKind, HourlyLimit, Scopes, User};
use tintype_library::{AppRequest, Library};

use super::output::print;
use super::users::named;
use crate::cli::{AppCommand, Common, TokenCommand};
use crate::exit::Misuse;
use crate::wiring;

/// Does what is to be done with applications.
pub async fn app(common: &Common, command: AppCommand) -> Result<()> {
    let library = wiring::open(common).await?.library;
    match command {
        AppCommand::Add {
            owner,
            name,
            redirect_uri,
            per_hour,
            public,
            origin,
            teaching,
            access_key,
        } => {
            let request = AppRequest {
                name,
                kind: if public { AppKind::Public } else { AppKind::Confidential },
                redirect_uris: redirect_uri,
                origins: origin,
                limit: hourly_limit(per_hour.as_deref())?,
                is_teaching: teaching,
                access_key: access_key.as_deref().map(key).transpose()?,
                ..AppRequest::default()
            };
            let owner = named(&library, &owner).await?;
            let new = library.register_app(&owner, request).await?;
            show(common, &new.app, &new.secret_key)
        }
        AppCommand::List => list(common, &library).await,
        AppCommand::Rotate { key } => {
            let app = living(&library, &key).await?;
            let owner = owner(&library, &app).await?;
            let Some(secret) = library.rotate_secret(&owner, &app.id).await? else {
                bail!("there is no application with the access key {key}");
            };
            show(common, &app, &secret)
        }
        AppCommand::Revoke { key } => {
            let app = living(&library, &key).await?;
            let owner = owner(&library, &app).await?;
            library.revoke_own_app(&owner, &app.id).await?;
            print(common, &json!({ "revoked": key }), &format!("{} is switched off", app.name))
        }
    }
}

/// Prints an application with its secret; those that can keep none have none.
fn show(common: &Common, app: &App, secret_key: &str) -> Result<()> {
    let (access_key, name) = (app.access_key.as_str(), &app.name);
    if app.kind == AppKind::Public {
        let value = json!({ "access_key": access_key, "name": name });
        return print(common, &value, &format!("access_key {access_key}"));
    }
    let value = json!({ "access_key": access_key, "secret_key": secret_key, "name": name });
    let words = format!(
        "access_key {access_key}\nsecret_key {secret_key}\nThe secret key is shown this once."
    );
    print(common, &value, &words)
}

async fn living(library: &Library, text: &str) -> Result<App> {
    let Some(app) = library.app_by_key(&key(text)?).await? else {
        bail!("there is no application with the access key {text}");
    };
    Ok(app)
}

async fn owner(library: &Library, app: &App) -> Result<User> {
    let owner = library.store().user(&app.owner).await?;
    owner.with_context(|| format!("the owner of {} is gone", app.name))
}

/// Does what is to be done with tokens.
pub async fn token(common: &Common, command: TokenCommand) -> Result<()> {
    let TokenCommand::Add { owner, app, scopes } = command;
    let scopes = Scopes::parse(&scopes).map_err(|error| Misuse(error.to_string()))?;
    let library = wiring::open(common).await?.library;
    let user = named(&library, &owner).await?;
    let app = living(&library, &app).await?;
    let new = library.give_token(&user, &app, scopes).await?;
    let value = json!({ "access_token": new.access_token, "scopes": scopes.to_string() });
    let words = format!("access_token {}\nThe token is shown this once.", new.access_token);
    print(common, &value, &words)
}

fn key(text: &str) -> Result<AccessKey> {
    Ok(AccessKey::parse(text).map_err(|error| Misuse(error.to_string()))?)
}

fn hourly_limit(text: Option<&str>) -> Result<HourlyLimit> {
    let misuse =
        |text: &str| Misuse(format!("--per-hour takes a number or `unlimited`, not {text}"));
    match text {
        None => Ok(HourlyLimit::Default),
        Some("unlimited") => Ok(HourlyLimit::Unlimited),
        Some(text) => Ok(HourlyLimit::PerHour(text.parse().map_err(|_| misuse(text))?)),
    }
}

async fn list(common: &Common, library: &Library) -> Result<()> {
    let apps = library.store().apps(None).await?;
    let value = |app: &App| {
        json!({
            "access_key": app.access_key.as_str(),
            "name": app.name,
            "revoked": app.revoked_at.is_some(),
        })
    };
    let line = |app: &App| format!("{}\t{}", app.access_key, app.name);
    let words: Vec<String> = apps.iter().map(line).collect();
    print(common, &apps.iter().map(value).collect(), &words.join("\n"))
}
