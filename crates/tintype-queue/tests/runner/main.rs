//! The runner on a table in memory, in time that the test moves, and on SQLite.

mod backing_off;
mod faulty_store;
mod jobs;
mod leases;
mod memory_store;
mod running;
mod schedules;
mod stopping;
mod table;
mod waiting;
