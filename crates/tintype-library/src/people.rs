//! People: adding them, giving them passwords.

use tintype_domain::{Role, User, UserId, UserTotals, Username};
use tintype_store::{StoreError, UserEdit};

use crate::{Library, PasswordError};

/// Who is to be added.
#[derive(Clone, PartialEq, Eq)]
pub struct NewUser {
    /// Their username.
    pub username: Username,
    /// First name; the username when empty.
    pub first_name: String,
    /// Last name.
    pub last_name: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// What they may do.
    pub role: Role,
    /// About them.
    pub bio: Option<String>,
    /// Where they are.
    pub location: Option<String>,
    /// Their password; without one they cannot sign in.
    pub password: Option<String>,
}

impl NewUser {
    /// Someone with a name and nothing else.
    pub fn named(username: Username, role: Role) -> Self {
        Self {
            first_name: String::new(),
            last_name: None,
            email: None,
            bio: None,
            location: None,
            password: None,
            username,
            role,
        }
    }
}

/// Why nobody was added, or nothing changed.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// The e-mail address is none.
    #[error("{0:?} is no e-mail address")]
    Email(String),
    /// The password will not do.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The name or address is taken, or the database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Library {
    /// Adds someone.
    pub async fn add_user(&self, new: NewUser) -> Result<User, PeopleError> {
        if let Some(email) = new.email.as_deref().filter(|email| !is_email(email)) {
            return Err(PeopleError::Email(email.to_owned()));
        }
        let hash = match &new.password {
            Some(password) => Some(self.parts().passwords.hash(password, self.chance()).await?),
            None => None,
        };
        let user = self.user_from(new);
        self.store().insert_user(&user, hash.as_deref()).await?;
        Ok(user)
    }

    /// Gives someone a new password; their sessions end.
    pub async fn set_password(&self, user: &UserId, password: &str) -> Result<bool, PeopleError> {
        let hash = self.parts().passwords.hash(password, self.chance()).await?;
        let edit = UserEdit { password_hash: Some(hash), ..UserEdit::default() };
        Ok(self.store().edit_user(user, &edit, self.clock().now()).await?.is_some())
    }

    pub(crate) fn user_from(&self, new: NewUser) -> User {
        let now = self.clock().now();
        let named = !new.first_name.is_empty();
        User {
            id: UserId::random(self.chance()),
            first_name: if named { new.first_name } else { new.username.as_str().to_owned() },
            username: new.username,
            last_name: new.last_name,
            email: new.email,
            role: new.role,
            bio: new.bio,
            location: new.location,
            portfolio_url: None,
            instagram_username: None,
            twitter_username: None,
            avatar: None,
            default_license: None,
            created_at: now,
            updated_at: now,
            disabled_at: None,
            totals: UserTotals::default(),
        }
    }
}

/// Something before an `@` and something with a dot after it, without blanks or controls: the
/// rest is for the mail server to say.
pub(crate) fn is_email(text: &str) -> bool {
    let plain =
        |part: &str| !part.is_empty() && !part.chars().any(|c| c.is_whitespace() || c.is_control());
    text.len() <= 254
        && text.rsplit_once('@').is_some_and(|(name, host)| {
            plain(name) && plain(host) && !name.contains([',', ';', '<', '>'])
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_from_what_is_none() {
        for good in ["ana@example.org", "a.b+c@localhost", "\"a@b\"@example.org"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "ana", "@example.org", "ana@", "a b@c.d", "a@b\r\nBcc: c@d", "a,b@c.d"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
