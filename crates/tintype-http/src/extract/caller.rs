//! Who is asking, as found out by the guard in front of the routes.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::convert::Infallible;
use std::sync::Arc;
use tintype_domain::{App as Application, Scope, Scopes, User};

use crate::ApiError;

/// Who is asking.
#[derive(Debug, Clone)]
pub(crate) enum Caller {
    /// Nobody in particular: someone reading without a key.
    Stranger,
    /// An application, for itself.
    Application(Arc<Application>),
    /// A person, by token or by session.
    Person(Arc<SignedIn>),
}

/// A person who is asking.
#[derive(Debug, Clone)]
pub(crate) struct SignedIn {
    /// Who.
    pub user: User,
    /// What they may do in this way.
    pub scopes: Scopes,
    /// In which way they are known.
    pub via: Via,
}

/// Who looks at an answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Viewer<'a> {
    /// The person.
    pub user: &'a User,
    /// Whether their private collections may stand in it.
    pub sees_private: bool,
}

/// How a person is known.
#[derive(Debug, Clone)]
pub(crate) enum Via {
    /// By a Bearer token of this application.
    Token(Arc<Application>),
    /// By the cookie of a session.
    Session,
}

impl Caller {
    /// The person, if it is one.
    pub(crate) fn user(&self) -> Option<&User> {
        match self {
            Self::Person(person) => Some(&person.user),
            Self::Stranger | Self::Application(_) => None,
        }
    }

    /// Whose likes and collections the answer shows.
    pub(crate) fn viewer(&self) -> Option<Viewer<'_>> {
        let Self::Person(person) = self else { return None };
        let sees_private = person.scopes.allow(Scope::ReadCollections);
        Some(Viewer { user: &person.user, sees_private })
    }

    /// The person, if they may do this.
    pub(crate) fn acting(&self, scope: Scope) -> Result<&User, ApiError> {
        match self {
            Self::Person(person) if person.scopes.allow(scope) => Ok(&person.user),
            Self::Person(_) => Err(ApiError::InsufficientScope),
            Self::Stranger | Self::Application(_) => Err(ApiError::Unauthorized),
        }
    }

    /// The application that calls, if there is one.
    pub(crate) fn application(&self) -> Option<&Application> {
        match self {
            Self::Application(application) => Some(application),
            Self::Person(person) => match &person.via {
                Via::Token(application) => Some(application),
                Via::Session => None,
            },
            Self::Stranger => None,
        }
    }

    /// What marks the picture addresses given to this caller.
    pub(crate) fn ixid(&self) -> &str {
        self.application().map_or("site", |application| application.id.as_str())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or(Self::Stranger))
    }
}
