//! Picture bytes: `/images/…`, downloads, and pictures for whom any picture will do.

mod avatar;
mod conditional;
mod download;
mod get;
mod original;
mod placeholder;
mod range;

pub(crate) use avatar::avatar;
pub(crate) use download::download;
pub(crate) use get::{get, small};
pub(crate) use placeholder::{by_seed, random};
