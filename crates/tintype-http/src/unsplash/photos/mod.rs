//! `/photos` and what lies below.

mod delete;
mod download;
mod get;
mod like;
mod list;
mod random;
mod statistics;
mod update;
mod upload;
mod withdraw;

pub(crate) use delete::delete;
pub(crate) use download::download;
pub(crate) use get::{Whole, find, get, similar};
pub(crate) use like::{Liked, like, unlike};
pub(crate) use list::{editorial, list, search};
pub(crate) use random::random;
pub(crate) use statistics::{statistics, window};
pub(crate) use update::update;
pub(crate) use upload::{Part, multipart, read_fields, receive, upload, upload_problem};
pub(crate) use withdraw::withdraw;
