//! `app add|list` and `token add`.

use anyhow::{Result, bail};
use serde_json::json;
use tintype_domain::{AccessKey, App, HourlyLimit, Scopes};
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
        AppCommand::Add { owner, name, redirect_uri, per_hour, access_key } => {
            let request = AppRequest {
                name,
                redirect_uris: redirect_uri,
                limit: hourly_limit(per_hour.as_deref())?,
                access_key: access_key.as_deref().map(key).transpose()?,
            };
            let owner = named(&library, &owner).await?;
            let new = library.register_app(&owner, request).await?;
            let (access_key, name) = (new.app.access_key.as_str(), &new.app.name);
            let value =
                json!({ "access_key": access_key, "secret_key": new.secret_key, "name": name });
            let words = format!(
                "access_key {access_key}\nsecret_key {}\nThe secret key is shown this once.",
                new.secret_key
            );
            print(common, &value, &words)
        }
        AppCommand::List => list(common, &library).await,
    }
}

/// Does what is to be done with tokens.
pub async fn token(common: &Common, command: TokenCommand) -> Result<()> {
    let TokenCommand::Add { owner, app, scopes } = command;
    let scopes = Scopes::parse(&scopes).map_err(|error| Misuse(error.to_string()))?;
    let library = wiring::open(common).await?.library;
    let user = named(&library, &owner).await?;
    let Some(app) = library.app_by_key(&key(&app)?).await? else {
        bail!("there is no application with the access key {app}");
    };
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
