//! People.

use async_trait::async_trait;
use tintype_domain::{ImageKey, LicenseId, Listing, Page, Role, Timestamp, User, UserId, Username};

use crate::StoreError;

/// People, whatever the database.
#[async_trait]
pub trait UserStore: Send + Sync {
    /// One user, disabled ones too.
    async fn user(&self, id: &UserId) -> Result<Option<User>, StoreError>;

    /// By name, in any case.
    async fn user_by_username(&self, name: &Username) -> Result<Option<User>, StoreError>;

    /// By e-mail address, in any case.
    async fn user_by_email(&self, email: &str) -> Result<Option<User>, StoreError>;

    /// In the order of `ids`, without those that are not there.
    async fn users_by_ids(&self, ids: &[UserId]) -> Result<Vec<User>, StoreError>;

    /// Everyone, the earliest first.
    async fn users(&self, page: Page) -> Result<Listing<User>, StoreError>;

    /// Saves a new user, with the hash of a password if there is one, and tells the change feed.
    /// A name or address that is taken is a [`StoreError::Conflict`].
    async fn insert_user(&self, user: &User, password_hash: Option<&str>)
    -> Result<(), StoreError>;

    /// Changes a user and tells the change feed.
    async fn edit_user(
        &self,
        id: &UserId,
        edit: &UserEdit,
        at: Timestamp,
    ) -> Result<Option<User>, StoreError>;

    /// The hash of the user's password (PHC string), if they have one.
    async fn password_hash(&self, id: &UserId) -> Result<Option<String>, StoreError>;
}

/// What is to change of a user; `None` leaves a thing as it is.
#[derive(Clone, Default, PartialEq)]
pub struct UserEdit {
    /// New name.
    pub username: Option<Username>,
    /// New first name.
    pub first_name: Option<String>,
    /// New last name, or none.
    pub last_name: Option<Option<String>>,
    /// New address, or none.
    pub email: Option<Option<String>>,
    /// New role.
    pub role: Option<Role>,
    /// New text about them, or none.
    pub bio: Option<Option<String>>,
    /// New place, or none.
    pub location: Option<Option<String>>,
    /// New site, or none.
    pub portfolio_url: Option<Option<String>>,
    /// New name there, or none.
    pub instagram_username: Option<Option<String>>,
    /// New name there, or none.
    pub twitter_username: Option<Option<String>>,
    /// New picture, or none.
    pub avatar: Option<Option<ImageKey>>,
    /// New default licence, or the library's.
    pub default_license: Option<Option<LicenseId>>,
    /// Closed now, or open again. Closing ends every session and token.
    pub is_disabled: Option<bool>,
    /// Hash of a new password. It ends every session.
    pub password_hash: Option<String>,
}

impl std::fmt::Debug for UserEdit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UserEdit").field("username", &self.username).finish_non_exhaustive()
    }
}
