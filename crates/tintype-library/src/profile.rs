//! What people say of themselves.

use tintype_domain::{User, Username};
use tintype_store::{StoreError, UserEdit};
use url::Url;

use crate::Library;
use crate::people::is_email;
use crate::problem::{FieldProblem, UpdateError};
use crate::taking_in::tidy;

/// What someone wants to change of their profile; `None` leaves a thing as it is, an empty text
/// takes it away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileUpdate {
    /// Username; never empty.
    pub username: Option<String>,
    /// First name; never empty.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Their own site.
    pub url: Option<String>,
    /// Where they are.
    pub location: Option<String>,
    /// About them.
    pub bio: Option<String>,
    /// Name there.
    pub instagram_username: Option<String>,
    /// Name there.
    pub twitter_username: Option<String>,
}

impl Library {
    /// Changes someone's profile: all of it or nothing.
    pub async fn update_profile(
        &self,
        user: &User,
        update: &ProfileUpdate,
    ) -> Result<User, UpdateError> {
        let edit = read(update).map_err(UpdateError::Invalid)?;
        match self.store().edit_user(&user.id, &edit, self.clock().now()).await {
            Ok(changed) => changed.ok_or(UpdateError::Gone),
            Err(StoreError::Conflict(_)) => {
                Err(UpdateError::Invalid(vec![self.taken(user, &edit).await?]))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Which of the two that must differ from everyone else's does not.
    async fn taken(&self, user: &User, edit: &UserEdit) -> Result<FieldProblem, StoreError> {
        if let Some(name) = &edit.username
            && let Some(holder) = self.store().user_by_username(name).await?
            && holder.id != user.id
        {
            return Ok(FieldProblem::Taken("Username"));
        }
        Ok(FieldProblem::Taken("Email"))
    }
}

/// Names every field of the update, so that a new one cannot be forgotten here.
fn read(update: &ProfileUpdate) -> Result<UserEdit, Vec<FieldProblem>> {
    let ProfileUpdate {
        username,
        first_name,
        last_name,
        email,
        url,
        location,
        bio,
        instagram_username,
        twitter_username,
    } = update;
    let mut problems = Vec::new();
    let line = |text: &Option<String>, most: usize| {
        text.as_deref().map(|text| tidy(&text.replace(['\n', '\r', '\t'], " "), most))
    };
    let (last_name, location) = (line(last_name, NAME_LENGTH), line(location, NAME_LENGTH));
    let first_name = line(first_name, NAME_LENGTH)
        .and_then(|name| name.or_else(|| note(&mut problems, FieldProblem::Blank("First name"))));
    let username = username.as_deref().and_then(|name| read_username(name, &mut problems));
    let mut optional = |text: &Option<String>, parse: fn(&str) -> Option<String>, name| {
        let text = text.as_deref()?.trim();
        if text.is_empty() {
            return Some(None);
        }
        let read = parse(text).or_else(|| note(&mut problems, FieldProblem::Invalid(name)))?;
        Some(Some(read))
    };
    let edit = UserEdit {
        email: optional(email, read_email, "Email"),
        portfolio_url: optional(url, read_site, "Url"),
        instagram_username: optional(instagram_username, read_handle, "Instagram username"),
        twitter_username: optional(twitter_username, read_handle, "Twitter username"),
        bio: bio.as_deref().map(|text| tidy(text, BIO_LENGTH)),
        username,
        first_name,
        last_name,
        location,
        ..UserEdit::default()
    };
    if problems.is_empty() { Ok(edit) } else { Err(problems) }
}

fn note<T>(problems: &mut Vec<FieldProblem>, problem: FieldProblem) -> Option<T> {
    problems.push(problem);
    None
}

fn read_username(name: &str, problems: &mut Vec<FieldProblem>) -> Option<Username> {
    let name = name.trim();
    if name.is_empty() {
        return note(problems, FieldProblem::Blank("Username"));
    }
    let read = Username::parse(name).ok();
    read.or_else(|| note(problems, FieldProblem::Invalid("Username")))
}

fn read_email(text: &str) -> Option<String> {
    is_email(text).then(|| text.to_owned())
}

/// An address of the web, absolute; one without a scheme is taken for `https`.
fn read_site(text: &str) -> Option<String> {
    let has_scheme = text.contains("://");
    let url = if has_scheme { Url::parse(text) } else { Url::parse(&format!("https://{text}")) };
    let url = url.ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let has_host = url.host_str().is_some_and(|host| has_scheme || host.contains('.'));
    let is_plain = url.username().is_empty() && url.password().is_none();
    (has_host && is_plain && url.as_str().len() <= URL_LENGTH).then(|| url.to_string())
}

/// A name in another place, with or without `@`.
fn read_handle(text: &str) -> Option<String> {
    let name = text.strip_prefix('@').unwrap_or(text);
    let is_good = (1..=40).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    is_good.then(|| name.to_owned())
}

const NAME_LENGTH: usize = 100;
const BIO_LENGTH: usize = 2_000;
const URL_LENGTH: usize = 500;

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(change: impl FnOnce(&mut ProfileUpdate)) -> Result<UserEdit, Vec<FieldProblem>> {
        let mut update = ProfileUpdate::default();
        change(&mut update);
        read(&update)
    }

    #[test]
    fn a_site_is_absolute_or_made_so() {
        for (text, read) in [
            ("https://example.org", Some("https://example.org/")),
            ("example.org/me", Some("https://example.org/me")),
            ("http://localhost:3000", Some("http://localhost:3000/")),
            ("javascript:alert(1)", None),
            ("ftp://example.org", None),
            ("https://a:b@example.org", None),
            ("nonsense", None),
            ("https://", None),
        ] {
            assert_eq!(read_site(text).as_deref(), read, "{text}");
        }
    }

    #[test]
    fn empty_texts_take_away_and_names_stay() {
        let read = edit(|update| {
            update.bio = Some("  ".to_owned());
            update.url = Some(String::new());
            update.instagram_username = Some("@ana.b".to_owned());
        });
        let read = read.unwrap();
        assert_eq!((read.bio, read.portfolio_url), (Some(None), Some(None)));
        assert_eq!(read.instagram_username, Some(Some("ana.b".to_owned())));
        assert_eq!((read.last_name, read.username), (None, None));
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let problems = edit(|update| {
            update.username = Some("a b".to_owned());
            update.first_name = Some(" ".to_owned());
            update.email = Some("nobody".to_owned());
            update.url = Some("data:text/html,x".to_owned());
        });
        let expected = [
            FieldProblem::Blank("First name"),
            FieldProblem::Invalid("Username"),
            FieldProblem::Invalid("Email"),
            FieldProblem::Invalid("Url"),
        ];
        assert_eq!(problems.unwrap_err(), expected);
        assert_eq!(
            edit(|update| update.username = Some(String::new())).unwrap_err(),
            [FieldProblem::Blank("Username")]
        );
    }
}
