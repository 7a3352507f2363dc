//! The API of the wire contract.

mod collection_writes;
mod collections;
mod jobs;
mod likes;
mod lists;
mod me;
mod photo_update;
mod photos;
mod random;
mod search;
mod stats;
mod topics;
mod users;
