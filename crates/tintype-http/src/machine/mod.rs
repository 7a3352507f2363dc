//! For those who watch over the server: is it alive, is it ready, what does it do.

mod health;
mod metrics;

pub(crate) use health::{alive, ready};
pub(crate) use metrics::metrics;
