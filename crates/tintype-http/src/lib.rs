//! HTTP: routes, the wire contract's JSON, picture bytes, pages; errors to statuses.
//!
//! A handler takes (`extract`), asks (the library, or the store for plain reads) and answers
//! (`answer`). Every error leaves through [`ApiError`], every address is made in `links`, every
//! shape of the wire contract in `unsplash::json`. The routes stand in `router`, the accept loop
//! in `server`.

mod answer;
mod app;
mod app_fields;
mod calls;
mod conversation_words;
mod deeds;
mod error;
mod extract;
mod fingerprint;
mod gather;
mod images;
mod learn;
mod links;
mod machine;
mod metrics;
mod middleware;
mod negotiate;
mod oauth;
mod openapi;
mod parameters;
mod readiness;
mod router;
mod server;
mod site;
mod spoken;
mod unsplash;

pub use app::{ANSWER_CACHE_BYTES, App, AppConfig};
pub use error::ApiError;
pub use openapi::document as openapi;
pub use readiness::Readiness;
pub use router::router;
pub use server::{ServerLimits, serve};
