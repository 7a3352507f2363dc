//! Every way in which a try can fail, and what it says in the table.

use std::any::Any;
use std::error::Error;
use std::fmt::Write;
use std::time::Duration;

use crate::JobError;

/// Why one try failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The job said so itself.
    Job(JobError),
    /// The row is not what this kind writes.
    Unreadable(serde_json::Error),
    /// It took longer than its kind may.
    TimedOut(Duration),
    /// It panicked, saying this.
    Panicked(String),
}

impl Failure {
    /// From what a panic left behind.
    pub fn from_panic(payload: &(dyn Any + Send)) -> Self {
        let text = payload
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| payload.downcast_ref::<String>().cloned());
        Self::Panicked(text.unwrap_or_else(|| "something that is no text".to_owned()))
    }

    /// What went wrong with all its causes, short enough for a row.
    pub fn message(&self) -> String {
        let text = match self {
            Self::Job(error) => chain(error),
            Self::Unreadable(error) => format!("its payload cannot be read: {error}"),
            Self::TimedOut(limit) => format!("it took longer than {limit:?}"),
            Self::Panicked(text) => format!("it panicked: {text}"),
        };
        text.chars().take(MESSAGE_CHARS_MAX).collect()
    }
}

/// The error and its causes, leaving out a cause that says what was just said.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let words = error.to_string();
        if !text.ends_with(&words) {
            // Writing to a String cannot fail.
            let _ = write!(text, ": {words}");
        }
        cause = error.source();
    }
    text
}

const MESSAGE_CHARS_MAX: usize = 2_000;

#[cfg(test)]
mod tests {
    use tintype_store::StoreError;

    use super::*;

    #[test]
    fn a_message_tells_the_causes_once() {
        let cause = std::io::Error::other("disk is full");
        let error = JobError::from(StoreError::Unavailable(Box::new(cause)));
        assert_eq!(Failure::Job(error).message(), "the database is unavailable: disk is full");
    }

    #[test]
    fn a_message_is_short_enough_for_a_row() {
        let failure = Failure::Job(JobError::give_up("é".repeat(5_000)));
        assert_eq!(failure.message().chars().count(), MESSAGE_CHARS_MAX);
    }

    #[test]
    fn a_panic_says_what_it_said() {
        let caught = std::panic::catch_unwind(|| panic!("at {}", 7)).unwrap_err();
        assert_eq!(Failure::from_panic(&*caught).message(), "it panicked: at 7");
    }
}
