//! What handlers take, with our own errors instead of the framework's plain text.

mod body;
mod caller;
mod json_pairs;
mod links;
mod params;
mod path;
mod peer;

pub(crate) use body::{Fields, is_of, read_whole};
pub(crate) use caller::{Caller, SignedIn, Via, Viewer};
pub(crate) use links::Here;
pub(crate) use params::{Params, read_flag};
pub(crate) use path::Path;
pub(crate) use peer::{From, Peer};
