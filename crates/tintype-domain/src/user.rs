//! People: photographers, editors, visitors with an account.

use std::fmt;

use crate::{ImageKey, LicenseId, Timestamp, UserId};

/// A name that cannot be a username.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a username has 1 to 60 letters, digits or underscores")]
pub struct InvalidUsername;

/// A username: 1 to 60 of `[A-Za-z0-9_]`. Two that differ in case alone are the same.
#[derive(Debug, Clone)]
pub struct Username(String);

impl Username {
    /// Reads a name; a leading `@` is dropped.
    pub fn parse(text: &str) -> Result<Self, InvalidUsername> {
        let name = text.strip_prefix('@').unwrap_or(text);
        let good = (1..=60).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if good { Ok(Self(name.to_owned())) } else { Err(InvalidUsername) }
    }

    /// As its owner writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form that is compared and kept unique.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl PartialEq for Username {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for Username {}

impl fmt::Display for Username {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a user may do beyond looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Looks, likes, collects.
    Reader,
    /// Uploads too.
    Contributor,
    /// Curates and moderates too.
    Editor,
    /// Everything.
    Administrator,
}

impl Role {
    /// Every role, the least first.
    pub const ALL: [Self; 4] = [Self::Reader, Self::Contributor, Self::Editor, Self::Administrator];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Contributor => "contributor",
            Self::Editor => "editor",
            Self::Administrator => "administrator",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}

/// One person.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// Never changes.
    pub id: UserId,
    /// May be changed.
    pub username: Username,
    /// First or only name.
    pub first_name: String,
    /// Last name.
    pub last_name: Option<String>,
    /// Private: stands in no public answer.
    pub email: Option<String>,
    /// What they may do.
    pub role: Role,
    /// About them.
    pub bio: Option<String>,
    /// Where they are.
    pub location: Option<String>,
    /// Their own site, absolute; never empty.
    pub portfolio_url: Option<String>,
    /// Name there, without `@`.
    pub instagram_username: Option<String>,
    /// Name there, without `@`.
    pub twitter_username: Option<String>,
    /// Their picture.
    pub avatar: Option<ImageKey>,
    /// What their uploads are licensed under when they say nothing; the library's when `None`.
    pub default_license: Option<LicenseId>,
    /// When they joined.
    pub created_at: Timestamp,
    /// When their profile last changed.
    pub updated_at: Timestamp,
    /// When their account was closed.
    pub disabled_at: Option<Timestamp>,
    /// How much of everything is theirs.
    pub totals: UserTotals,
}

impl User {
    /// First and last name.
    pub fn name(&self) -> String {
        match &self.last_name {
            Some(last) if !last.is_empty() => format!("{} {last}", self.first_name),
            _ => self.first_name.clone(),
        }
    }
}

/// How much of everything a user has; kept beside the user so that lists need no counting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UserTotals {
    /// Listed photos.
    pub photos: u64,
    /// Of these, featured ones.
    pub promoted_photos: u64,
    /// Photos they like.
    pub likes: u64,
    /// Public collections.
    pub collections: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usernames_are_the_same_in_any_case_and_with_an_at() {
        assert_eq!(Username::parse("@Ana_1").unwrap(), Username::parse("ana_1").unwrap());
        for text in ["", "@", "ana b", "ana-b", "änä", &"a".repeat(61)] {
            assert_eq!(Username::parse(text).err(), Some(InvalidUsername), "{text:?}");
        }
    }
}
