//! OAuth 2 from outside: what works, and what must not.

mod consent;
mod flow;
mod refused;
mod scopes;
mod world;

pub use world::{FORM, cookie, encode, pairs, web};
