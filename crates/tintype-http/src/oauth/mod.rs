//! The OAuth 2 authorization server: people let applications act for them (RFC 6749, PKCE of
//! RFC 7636, revocation of RFC 7009, introspection of RFC 7662, metadata of RFC 8414).

mod authorize;
mod client;
mod error;
mod form;
mod metadata;
mod native;
mod token;
mod tokens;
mod wish;

pub(crate) use authorize::{ask, decide};
pub(crate) use metadata::metadata;
pub(crate) use native::show_code;
pub(crate) use token::give;
pub(crate) use tokens::{introspect, revoke};
