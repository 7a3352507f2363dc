//! The runner on a table in memory, in time that the test moves, and on SQLite.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod backing_off;
mod faulty_store;
mod jobs;
mod killed;
mod leases;
mod memory_store;
mod running;
mod schedules;
mod stopping;
mod table;
mod waiting;
