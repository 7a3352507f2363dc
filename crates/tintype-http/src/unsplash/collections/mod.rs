//! `/collections` and what lies below.

mod members;
mod read;
mod write;

pub(crate) use members::{Collected, add, remove};
pub(crate) use read::{featured, find, get, list, photos, related};
pub(crate) use write::{create, delete, edit};
