//! Learning how an API works, on this very server: exercises that are solved by calls of the
//! learner's own program, and two addresses that answer what one wants to see.

mod echo;
mod exercises;
mod learners;
mod status;

pub(crate) use echo::{echo, title_case};
pub(crate) use exercises::tick_exercises;
pub(crate) use learners::{LearnerCode, Learners};
pub(crate) use status::status;
