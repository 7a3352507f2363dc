//! `user add|list|password|disable`.

use anyhow::{Result, bail};
use serde_json::json;
use tintype_domain::{PER_PAGE_MAX, Page, Role, User, Username};
use tintype_library::{Library, NewUser};
use tintype_store::UserEdit;

use super::output::{line_from_stdin, print};
use crate::cli::{Common, UserCommand};
use crate::exit::Misuse;
use crate::wiring;

/// Does what is to be done with people.
pub async fn run(common: &Common, command: UserCommand) -> Result<()> {
    let library = wiring::open(common).await?.library;
    match command {
        UserCommand::Add { name, email, admin, password_stdin } => {
            let password = if password_stdin { Some(line_from_stdin()?) } else { None };
            let role = if admin { Role::Administrator } else { Role::Contributor };
            let user = NewUser { email, password, ..NewUser::named(username(&name)?, role) };
            let user = library.add_user(user).await?;
            let value = json!({ "id": user.id.as_str(), "username": user.username.as_str() });
            print(common, &value, &format!("Added {} ({}).", user.username, user.id))
        }
        UserCommand::List => list(common, &library).await,
        UserCommand::Password { name } => {
            let user = named(&library, &name).await?;
            library.set_password(&user.id, &line_from_stdin()?).await?;
            let value = json!({ "id": user.id.as_str(), "username": user.username.as_str() });
            print(common, &value, &format!("{} has a new password.", user.username))
        }
        UserCommand::Disable { name } => {
            let user = named(&library, &name).await?;
            let edit = UserEdit { is_disabled: Some(true), ..UserEdit::default() };
            library.store().edit_user(&user.id, &edit, library.clock().now()).await?;
            let value = json!({ "id": user.id.as_str(), "username": user.username.as_str() });
            print(common, &value, &format!("{}'s account is closed.", user.username))
        }
    }
}

/// The user of this name, or a sentence that there is none.
pub async fn named(library: &Library, name: &str) -> Result<User> {
    match library.store().user_by_username(&username(name)?).await? {
        Some(user) => Ok(user),
        None => bail!("there is no user {name}; add one with `tintype user add {name}`"),
    }
}

fn username(name: &str) -> Result<Username> {
    Ok(Username::parse(name).map_err(|error| Misuse(error.to_string()))?)
}

async fn list(common: &Common, library: &Library) -> Result<()> {
    let mut users = Vec::new();
    let mut page = Page::first(PER_PAGE_MAX);
    loop {
        let found = library.store().users(page).await?.items;
        if found.is_empty() {
            break;
        }
        users.extend(found);
        page = page.at(page.number() + 1);
    }
    let value = users.iter().map(|user| {
        json!({
            "id": user.id.as_str(),
            "username": user.username.as_str(),
            "name": user.name(),
            "role": user.role.as_str(),
            "photos": user.totals.photos,
            "disabled": user.disabled_at.is_some(),
        })
    });
    let line = |user: &User| {
        let closed = if user.disabled_at.is_some() { ", closed" } else { "" };
        let photos = user.totals.photos;
        format!(
            "{}\t{}\t{}\t{photos} photos{closed}",
            user.username,
            user.name(),
            user.role.as_str()
        )
    };
    let words: Vec<String> = users.iter().map(line).collect();
    print(common, &value.collect(), &words.join("\n"))
}
