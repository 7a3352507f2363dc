//! The store on SQL databases, through SeaORM: SQLite today.
//!
//! One connection writes, a few read. Every write is one short `BEGIN IMMEDIATE` transaction, so
//! that several processes can share a database. Each trait of `tintype-store` has its file here,
//! and every query stands in the file of its trait.

mod access;
mod changes;
mod collections;
mod entities;
mod error;
mod files;
mod grants;
mod groups;
mod jobs;
mod likes;
mod maintenance;
mod migrations;
mod open;
mod photos;
mod schema;
mod sql;
mod standing;
mod statistics;
mod store;
mod ticks;
mod topics;
mod usage;
mod users;
mod writing;

pub use error::OpenError;
pub use open::OpenOptions;
pub use schema::PlannedStep;
pub use store::SqlStore;
