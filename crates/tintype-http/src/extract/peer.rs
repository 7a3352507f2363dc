//! Who is at the other end of the wire.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::FromRequestParts;
use axum::http::Extensions;
use axum::http::request::Parts;
use std::convert::Infallible;

/// The two ends of the connection a request came by. Requests made inside the program have none
/// and count as this machine's own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer {
    /// Theirs.
    pub remote: SocketAddr,
    /// Ours.
    pub local: SocketAddr,
}

impl Peer {
    /// The ends as noted by the server.
    pub(crate) fn of(extensions: &Extensions) -> Option<Self> {
        extensions.get::<Self>().copied()
    }

    /// Their address; loopback when nothing was noted.
    pub(crate) fn address(extensions: &Extensions) -> IpAddr {
        let noted = Self::of(extensions).map(|peer| peer.remote.ip().to_canonical());
        noted.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
    }
}

/// Their address.
pub(crate) struct From(pub IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for From {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Peer::address(&parts.extensions)))
    }
}
