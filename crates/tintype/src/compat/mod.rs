//! Whether a running server does what an OpenAPI document says: every operation is called for
//! real, and each answer's status, headers and JSON are held against the document.
//!
//! The schema checker is our own, and small: it knows the keywords that such documents use, and
//! refuses a document that uses others. A general one would cost more of the build than this
//! command is worth.

mod client;
mod finds;
mod plan;
mod report;
mod schema;
mod spec;

pub use client::Server;
pub use plan::check;
pub use spec::Spec;
