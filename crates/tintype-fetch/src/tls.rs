//! The real network: the system's names, TCP, and TLS with the roots that browsers trust.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use async_trait::async_trait;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::network::{Connection, Network};

/// The internet.
pub struct Internet {
    tls: TlsConnector,
}

impl Internet {
    /// Ready to connect; nothing is sent yet.
    pub fn new() -> Self {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        Self { tls: TlsConnector::from(Arc::new(config)) }
    }
}

impl Default for Internet {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl Network for Internet {
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        Ok(tokio::net::lookup_host((host, 443)).await?.map(|address| address.ip()).collect())
    }

    async fn connect(&self, address: SocketAddr, host: &str) -> io::Result<Box<dyn Connection>> {
        let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
        let stream = TcpStream::connect(address).await?;
        Ok(Box::new(self.tls.connect(name, stream).await?))
    }
}
