//! The network, as far as fetching needs it.

use std::io;
use std::net::{IpAddr, SocketAddr};

use async_trait::async_trait;
use tokio::io::{AsyncRead, AsyncWrite};

/// What is read from and written to.
pub trait Connection: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Connection for T {}

/// Names to addresses, and addresses to connections. The two are apart so that what was judged is
/// what is connected to: a second look at the name could find another address.
#[async_trait]
pub trait Network: Send + Sync {
    /// The addresses of a host.
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>>;

    /// A connection to this very address, on which the other side has proved to be `host`.
    async fn connect(&self, address: SocketAddr, host: &str) -> io::Result<Box<dyn Connection>>;
}
