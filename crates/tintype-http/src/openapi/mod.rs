//! The API described to programs: OpenAPI 3.1, put together from what the code has anyway: the
//! shapes of answers (`unsplash::json`, by their own derive), the vocabularies of the domain, the
//! sentences of [`crate::ApiError`], and one table of operations. A test holds the table against
//! the router.

mod answers;
mod document;
mod fields;
mod operation;
mod operations;
mod page;
mod parameter;
mod samples;
mod schemas;
mod serve;

pub use document::document;
pub(crate) use operations::methods_of;
pub(crate) use page::{docs, try_out};
pub(crate) use serve::openapi;
