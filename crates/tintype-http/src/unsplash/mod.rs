//! The API of the wire contract: its routes, one file a noun, and its shapes.

pub(crate) mod apps;
pub(crate) mod collections;
pub(crate) mod filters;
pub(crate) mod jobs;
pub(crate) mod json;
pub(crate) mod lists;
pub(crate) mod me;
pub(crate) mod photos;
pub(crate) mod search;
pub(crate) mod stats;
pub(crate) mod topics;
pub(crate) mod users;
