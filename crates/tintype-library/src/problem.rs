//! What is wrong with a field of a write, one sentence each.

use tintype_store::StoreError;

use crate::taking_in::UploadError;

/// What is wrong with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FieldProblem {
    /// It must be there.
    #[error("{0} can't be blank")]
    Blank(&'static str),
    /// It cannot be what it says it is.
    #[error("{0} is invalid")]
    Invalid(&'static str),
    /// Somebody else has it.
    #[error("{0} has already been taken")]
    Taken(&'static str),
}

/// Why something was not changed. Nothing of the change was kept.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    /// Some fields will not do.
    #[error("{}", sentences(.0))]
    Invalid(Vec<FieldProblem>),
    /// It is not there any more.
    #[error("there is no such thing any more")]
    Gone,
    /// The public copy of a picture could not be made.
    #[error(transparent)]
    Picture(#[from] UploadError),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn sentences(problems: &[FieldProblem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
