//! The pages of somebody's applications.

use tintype_domain::{Scopes, Timestamp};

use super::Address;

/// `/account/apps`: a person's applications, a form for one more, and those they let in.
#[derive(Debug, Clone, Default)]
pub struct AppsPage {
    /// The page's address.
    pub address: Address,
    /// Takes the POST that registers one.
    pub action: String,
    /// Proof that a form was ours.
    pub form_token: String,
    /// The person's own.
    pub apps: Vec<AppRow>,
    /// Others' that may act for them.
    pub given: Vec<GivenRow>,
    /// The form as typed before.
    pub fields: AppFields,
    /// Why the last try failed.
    pub problem: Option<String>,
}

/// One application in the list.
#[derive(Debug, Clone)]
pub struct AppRow {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its key.
    pub access_key: String,
}

/// One application that may act for the person.
#[derive(Debug, Clone)]
pub struct GivenRow {
    /// Its name.
    pub name: String,
    /// What it may do.
    pub scopes: Scopes,
    /// Since when.
    pub since: Timestamp,
    /// Takes the POST that takes it back.
    pub action: String,
}

/// What one types about an application.
#[derive(Debug, Clone, Default)]
pub struct AppFields {
    /// Its name.
    pub name: String,
    /// Redirect addresses, one a line.
    pub redirect_uris: String,
    /// Allowed origins, one a line.
    pub origins: String,
    /// Calls in an hour; empty for the usual.
    pub per_hour: String,
    /// Whether it can keep no secret.
    pub is_public: bool,
    /// Whether somebody learns with it.
    pub is_teaching: bool,
}

/// `/account/apps/{id}`: one application.
#[derive(Debug, Clone, Default)]
pub struct AppPage {
    /// The page's address.
    pub address: Address,
    /// Takes the POST that changes it; with `/secret` and `/revoke` behind it the others.
    pub action: String,
    /// Proof that a form was ours.
    pub form_token: String,
    /// Its name as it is.
    pub name: String,
    /// Its key.
    pub access_key: String,
    /// A new secret, shown this once.
    pub new_secret: Option<String>,
    /// The form.
    pub fields: AppFields,
    /// Calls by day, the latest first.
    pub days: Vec<UsedDay>,
    /// The photos it used.
    pub photos: Vec<UsedPhoto>,
    /// Why the last try failed.
    pub problem: Option<String>,
    /// Whether the last try was saved.
    pub is_saved: bool,
}

/// Calls on one day.
#[derive(Debug, Clone)]
pub struct UsedDay {
    /// The day.
    pub day: Timestamp,
    /// Calls that were answered.
    pub calls: u64,
    /// Calls that were too many.
    pub refused: u64,
}

/// A photo that an application used.
#[derive(Debug, Clone)]
pub struct UsedPhoto {
    /// Its page.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// How often it was shown.
    pub views: u64,
    /// How often it was downloaded.
    pub downloads: u64,
}
