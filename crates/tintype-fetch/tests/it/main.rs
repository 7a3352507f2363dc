//! Fetching from a server of the test's own, by way of a network that only the test has.
#![expect(clippy::unwrap_used, reason = "in a test, what goes wrong may panic")]

mod elsewhere;
mod fetching;
