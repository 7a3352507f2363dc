//! The API of the wire contract.

mod collections;
mod jobs;
mod lists;
mod photos;
mod random;
mod search;
mod stats;
mod topics;
mod users;
