//! The search as its callers see it, on small hand-made libraries.
#![expect(clippy::unwrap_used, reason = "in a test, what goes wrong may panic")]

mod endurance;
mod filters;
mod forgiving;
mod languages;
mod others;
mod ranking;
mod shelf;
mod storage;
mod tags;
