//! Files from elsewhere: from hosts that are named, over `https`, never from an address inside,
//! and no more of them than was agreed.
//!
//! [`Fetcher`] keeps the [`Rules`]; what it asks goes through a [`Network`], so that tests can put
//! their own in its place. The real one needs the feature `tls`.

mod address;
mod error;
mod fetcher;
mod network;
mod rules;
#[cfg(feature = "tls")]
mod tls;

pub use address::is_public;
pub use error::FetchError;
pub use fetcher::Fetcher;
pub use network::{Connection, Network};
pub use rules::Rules;
#[cfg(feature = "tls")]
pub use tls::Internet;

/// The real network, where the program was built with it.
pub fn internet() -> Option<std::sync::Arc<dyn Network>> {
    #[cfg(feature = "tls")]
    return Some(std::sync::Arc::new(Internet::new()));
    #[cfg(not(feature = "tls"))]
    None
}
