//! Every way a request can fail, and the one place that knows its status.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::borrow::Cow;
use tintype_library::{
    CurationError, FieldProblem, FindError, ImageError, SearchError, UpdateError,
};
use tintype_store::StoreError;

use crate::answer::APPLICATION_JSON;
use crate::spoken;
use crate::unsplash::photos::upload_problem;

/// Why a request was not answered as it wished.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The request itself is wrong; the sentence says what.
    #[error("{0}")]
    BadRequest(Cow<'static, str>),
    /// The call needs a key or a token, and none or a wrong one came.
    #[error("OAuth error: The access token is invalid")]
    Unauthorized,
    /// The token does not reach that far.
    #[error("Insufficient scope")]
    InsufficientScope,
    /// The caller may not do this, whatever the scope.
    #[error("{0}")]
    Forbidden(&'static str),
    /// There is no such thing.
    #[error("Couldn't find {0}")]
    NotFound(&'static str),
    /// There is nothing to choose from.
    #[error("No photos found.")]
    NoPhotos,
    /// There is no such route.
    #[error("Not found")]
    NoRoute,
    /// The route knows other methods.
    #[error("Method not allowed")]
    MethodNotAllowed,
    /// It was there once.
    #[error("This picture is gone")]
    Gone,
    /// The hour's calls are used up.
    #[error("Rate Limit Exceeded")]
    RateLimited,
    /// Too many of something else; try again later.
    #[error("{message}")]
    TooMany {
        /// What there was too much of.
        message: Cow<'static, str>,
        /// Seconds to wait.
        retry_after: u64,
    },
    /// Some fields of a write will not do: 422, one sentence each.
    #[error("{}", sentences(.0).join(", "))]
    Invalid(Vec<FieldProblem>),
    /// What was sent cannot be taken: 408, 413, 414, 415 or 422.
    #[error("{message}")]
    Refused {
        /// Which of them.
        status: StatusCode,
        /// Why, in a sentence.
        message: Cow<'static, str>,
    },
    /// There is too much to do just now.
    #[error("The server is busy; please try again.")]
    Busy {
        /// Seconds to wait.
        retry_after: u64,
    },
    /// There is no room for what was sent.
    #[error("There is no room left on the server.")]
    Full,
    /// Something is wrong on our side; the chain goes to the log alone.
    #[error("Something went wrong on the server.")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl ApiError {
    /// Something on our side.
    pub(crate) fn internal(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(error.into())
    }

    /// A refusal with its status and sentence.
    pub(crate) fn refused(status: StatusCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self::Refused { status, message: message.into() }
    }

    /// The status it is answered with.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::InsufficientScope | Self::Forbidden(_) | Self::RateLimited => {
                StatusCode::FORBIDDEN
            }
            Self::NotFound(_) | Self::NoPhotos | Self::NoRoute => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Gone => StatusCode::GONE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Refused { status, .. } => *status,
            Self::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany { retry_after, .. } | Self::Busy { retry_after } => Some(*retry_after),
            _ => None,
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(source) => {
                tracing::error!(error = %Chain(&*source), "The database is unavailable");
                Self::Busy { retry_after: 1 }
            }
            StoreError::Conflict(what) => Self::refused(
                StatusCode::UNPROCESSABLE_ENTITY,
                format!("{what} has already been taken"),
            ),
            StoreError::Missing(_) | StoreError::Corrupt(_) => Self::internal(error),
        }
    }
}

/// A thing that a write needs went away meanwhile.
pub(crate) fn gone(error: StoreError, noun: &'static str) -> ApiError {
    match error {
        StoreError::Missing(_) => ApiError::NotFound(noun),
        error => error.into(),
    }
}

impl From<CurationError> for ApiError {
    fn from(error: CurationError) -> Self {
        match error {
            CurationError::BlankTitle => Self::Invalid(vec![FieldProblem::Blank("Title")]),
            CurationError::BlankSlug => Self::Invalid(vec![FieldProblem::Blank("Slug")]),
            CurationError::Store(error) => error.into(),
        }
    }
}

impl From<UpdateError> for ApiError {
    fn from(error: UpdateError) -> Self {
        match error {
            UpdateError::Invalid(problems) => Self::Invalid(problems),
            UpdateError::Gone => Self::NotFound("Photo"),
            UpdateError::Picture(error) => upload_problem(error),
            UpdateError::Store(error) => error.into(),
        }
    }
}

fn sentences(problems: &[FieldProblem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

impl From<FindError> for ApiError {
    fn from(error: FindError) -> Self {
        match error {
            FindError::Store(error) => error.into(),
            FindError::Search(error @ SearchError::Failed(_)) => Self::internal(error),
            FindError::Search(
                error @ (SearchError::NeedsRebuild(_) | SearchError::Busy | SearchError::Replaced),
            ) => {
                tracing::warn!(%error, "The search index cannot answer just now");
                Self::Busy { retry_after: 5 }
            }
        }
    }
}

impl From<ImageError> for ApiError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Busy { retry_after } => {
                Self::Busy { retry_after: retry_after.as_secs().max(1) }
            }
            ImageError::Picture(error) => {
                Self::refused(StatusCode::UNPROCESSABLE_ENTITY, error.to_string())
            }
            ImageError::Shared(shared) => Self::from_shared(&shared),
            ImageError::Lost | ImageError::Unreadable | ImageError::Blob(_) => {
                Self::internal(error)
            }
        }
    }
}

impl ApiError {
    /// Several requests waited for one rendering, and it failed for all of them.
    fn from_shared(error: &ImageError) -> Self {
        match error {
            ImageError::Busy { retry_after } => {
                Self::Busy { retry_after: retry_after.as_secs().max(1) }
            }
            ImageError::Picture(error) => {
                Self::refused(StatusCode::UNPROCESSABLE_ENTITY, error.to_string())
            }
            ImageError::Shared(shared) => Self::from_shared(shared),
            ImageError::Lost | ImageError::Unreadable | ImageError::Blob(_) => {
                Self::internal(error.to_string())
            }
        }
    }
}

/// What went wrong, left on the answer so that a page can say it in its own form.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// In a sentence, in the language of the answer.
    pub message: String,
    /// Whether the sentence says more than a page does by itself.
    pub is_telling: bool,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        if let Self::Internal(source) = &self {
            tracing::error!(error = %Chain(&**source), "A request failed");
        }
        let errors: Vec<String> = match &self {
            Self::Invalid(problems) => {
                sentences(problems).into_iter().map(spoken::sentence).collect()
            }
            _ => vec![spoken::sentence(self.to_string())],
        };
        let message = errors.join(", ");
        let body = serde_json::json!({ "errors": errors }).to_string();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, APPLICATION_JSON);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        if self.status() == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, CHALLENGE);
        }
        if let Some(seconds) = self.retry_after() {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        let is_telling = !matches!(self, Self::NotFound(_) | Self::NoRoute);
        response.extensions_mut().insert(Problem { message, is_telling });
        response
    }
}

const CHALLENGE: HeaderValue = HeaderValue::from_static(
    "Bearer realm=\"api\", error=\"invalid_token\", Client-ID realm=\"api\"",
);

/// An error with its causes, in one line.
struct Chain<'a>(&'a (dyn std::error::Error + 'static));

impl std::fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(inner) = cause {
            write!(f, ": {inner}")?;
            cause = inner.source();
        }
        Ok(())
    }
}
