//! The accept loop: who may connect, for how long they may keep silent, and how it all ends.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;

use crate::extract::Peer;

/// What connections may cost.
#[derive(Debug, Clone, Copy)]
pub struct ServerLimits {
    /// Connections at once; others wait in the system's queue.
    pub connections: usize,
    /// How long a client may take for its first byte, and for all headers of a request. It is
    /// also how long a connection may lie idle.
    pub header_patience: Duration,
    /// How long requests have to finish when the server stops.
    pub stop_patience: Duration,
}

impl Default for ServerLimits {
    fn default() -> Self {
        Self {
            connections: 4_096,
            header_patience: Duration::from_secs(12),
            stop_patience: Duration::from_secs(30),
        }
    }
}

/// Serves until `stop` resolves, then lets running requests finish, but not for ever. Returns
/// how many connections were cut off.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: ServerLimits,
    stop: impl Future<Output = ()>,
) -> usize {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections));
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            () = &mut stop => break,
        };
        let Some((stream, place)) = accepted else { continue };
        let (watcher, router) = (graceful.watcher(), router.clone());
        tokio::spawn(async move {
            converse(stream, router, limits, watcher).await;
            drop(place);
        });
    }
    drop(listener);
    finish(graceful, limits.stop_patience).await
}

async fn finish(graceful: GracefulShutdown, patience: Duration) -> usize {
    let open = graceful.count();
    if let Ok(()) = tokio::time::timeout(patience, graceful.shutdown()).await {
        0
    } else {
        tracing::warn!("Requests were still running after {patience:?} and are cut off");
        open
    }
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, OwnedSemaphorePermit)> {
    let place = places.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => Some((stream, place)),
        Err(error) => {
            // Out of file handles, mostly: it gets better when others go.
            tracing::warn!(%error, "A connection could not be accepted");
            tokio::time::sleep(Duration::from_millis(50)).await;
            None
        }
    }
}

async fn converse(stream: TcpStream, router: Router, limits: ServerLimits, watcher: Watcher) {
    let (Ok(remote), Ok(local)) = (stream.peer_addr(), stream.local_addr()) else { return };
    // Small answers must not wait for the one before to be acknowledged.
    let _ = stream.set_nodelay(true);
    // hyper waits for the first byte without a limit.
    let mut first = [0u8; 1];
    let spoke = tokio::time::timeout(limits.header_patience, stream.peek(&mut first)).await;
    if !matches!(spoke, Ok(Ok(1))) {
        return;
    }
    let peer = Peer { remote, local };
    let service = hyper::service::service_fn(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request)
    });
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_patience)
        .title_case_headers(true);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(128)
        .max_header_list_size(64 * 1024)
        .keep_alive_interval(Duration::from_secs(20))
        .keep_alive_timeout(Duration::from_secs(10));
    let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(error, "A connection broke off");
    }
}
