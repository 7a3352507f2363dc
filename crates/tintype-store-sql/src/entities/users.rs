//! Rows of people.

use sea_orm::entity::prelude::*;
use tintype_domain::{ImageKey, LicenseId, Role, Timestamp, User, UserId, UserTotals, Username};
use tintype_store::StoreError;

use super::{corrupt, count, micros, time, unknown};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub username: String,
    pub username_folded: String,
    pub first_name: String,
    pub last_name: Option<String>,
    pub email: Option<String>,
    pub email_folded: Option<String>,
    pub role: String,
    pub bio: Option<String>,
    pub location: Option<String>,
    pub portfolio_url: Option<String>,
    pub instagram_username: Option<String>,
    pub twitter_username: Option<String>,
    pub avatar: Option<String>,
    pub default_license: Option<String>,
    pub created_at: i64,
    pub updated_at: i64,
    pub disabled_at: Option<i64>,
    pub password_hash: Option<String>,
    pub total_photos: i64,
    pub total_promoted: i64,
    pub total_likes: i64,
    pub total_collections: i64,
    pub first_photo_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A new row. Its totals are zero, whatever `user` says: they are counted here.
    pub(crate) fn new(user: &User, password_hash: Option<&str>) -> Self {
        Self {
            id: user.id.as_str().to_owned(),
            username: user.username.as_str().to_owned(),
            username_folded: user.username.folded(),
            first_name: user.first_name.clone(),
            last_name: user.last_name.clone(),
            email: user.email.clone(),
            email_folded: user.email.as_deref().map(fold_email),
            role: user.role.as_str().to_owned(),
            bio: user.bio.clone(),
            location: user.location.clone(),
            portfolio_url: user.portfolio_url.clone(),
            instagram_username: user.instagram_username.clone(),
            twitter_username: user.twitter_username.clone(),
            avatar: user.avatar.as_ref().map(|key| key.as_str().to_owned()),
            default_license: user.default_license.as_ref().map(|id| id.as_str().to_owned()),
            created_at: user.created_at.as_micros(),
            updated_at: user.updated_at.as_micros(),
            disabled_at: micros(user.disabled_at),
            password_hash: password_hash.map(str::to_owned),
            total_photos: 0,
            total_promoted: 0,
            total_likes: 0,
            total_collections: 0,
            first_photo_at: None,
        }
    }

    /// The person in it.
    pub(crate) fn into_user(self) -> Result<User, StoreError> {
        let row = self.id.as_str();
        let avatar = self.avatar.as_deref().map(ImageKey::parse).transpose();
        let license = self.default_license.as_deref().map(LicenseId::parse).transpose();
        Ok(User {
            id: UserId::parse(row).map_err(corrupt("id", row))?,
            username: Username::parse(&self.username).map_err(corrupt("username", row))?,
            first_name: self.first_name,
            last_name: self.last_name,
            email: self.email,
            role: Role::parse(&self.role).ok_or_else(|| unknown("role", row, &self.role))?,
            bio: self.bio,
            location: self.location,
            portfolio_url: self.portfolio_url,
            instagram_username: self.instagram_username,
            twitter_username: self.twitter_username,
            avatar: avatar.map_err(corrupt("avatar", row))?,
            default_license: license.map_err(corrupt("license", row))?,
            created_at: Timestamp::from_micros(self.created_at),
            updated_at: Timestamp::from_micros(self.updated_at),
            disabled_at: time(self.disabled_at),
            totals: UserTotals {
                photos: count(self.total_photos),
                promoted_photos: count(self.total_promoted),
                likes: count(self.total_likes),
                collections: count(self.total_collections),
            },
        })
    }
}

/// The form of an address that is compared and kept unique.
pub(crate) fn fold_email(email: &str) -> String {
    email.trim().to_lowercase()
}
