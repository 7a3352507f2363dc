//! The search as its callers see it, on small hand-made libraries.

mod endurance;
mod filters;
mod forgiving;
mod others;
mod ranking;
mod shelf;
mod storage;
mod tags;
