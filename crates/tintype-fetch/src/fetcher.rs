//! Fetching one file: rules, address, connection, redirects, limits.

use std::net::SocketAddr;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use http_body_util::{BodyExt, Empty};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper::{Request, Response, header};
use hyper_util::rt::TokioIo;
use tokio_util::task::AbortOnDropHandle;

use crate::FetchError;
use crate::address::is_public;
use crate::network::{Connection, Network};
use crate::rules::{Rules, Target};

/// Fetches files under its rules.
#[derive(Clone)]
pub struct Fetcher {
    rules: Arc<Rules>,
    network: Arc<dyn Network>,
}

/// What one request brought.
enum Answer {
    File(Bytes),
    Elsewhere(Target),
}

/// More redirects than this lead in circles.
const REDIRECTS_MAX: usize = 3;
/// Of a host with many addresses, so many are tried.
const ADDRESSES_MAX: usize = 3;
const HEADERS_MAX: usize = 64;
const HTTPS: u16 = 443;

impl Fetcher {
    /// Fetches by these rules over this network.
    pub fn new(rules: Rules, network: Arc<dyn Network>) -> Self {
        Self { rules: Arc::new(rules), network }
    }

    /// Whether an address may be fetched at all, as far as it tells by itself.
    pub fn allows(&self, address: &str) -> bool {
        self.rules.check(address).is_ok()
    }

    /// The whole file at this address.
    pub async fn fetch(&self, address: &str) -> Result<Bytes, FetchError> {
        let target = self.rules.check(address)?;
        let fetched = tokio::time::timeout(self.rules.patience, self.follow(target)).await;
        fetched.unwrap_or(Err(FetchError::Slow))
    }

    async fn follow(&self, mut target: Target) -> Result<Bytes, FetchError> {
        for _ in 0..=REDIRECTS_MAX {
            match self.ask(&target).await? {
                Answer::File(bytes) => return Ok(bytes),
                Answer::Elsewhere(next) => target = next,
            }
        }
        Err(FetchError::RedirectedTooOften)
    }

    async fn ask(&self, target: &Target) -> Result<Answer, FetchError> {
        let stream = self.connect(target).await?;
        let (mut sender, connection) =
            http1::Builder::new().max_headers(HEADERS_MAX).handshake(TokioIo::new(stream)).await?;
        // Ends with this request, however it ends.
        let _speaking = AbortOnDropHandle::new(tokio::spawn(connection));
        let response = sender.send_request(request(target)?).await?;
        self.read(target, response).await
    }

    /// A connection to one of the host's addresses, each judged before it is used.
    async fn connect(&self, target: &Target) -> Result<Box<dyn Connection>, FetchError> {
        let addresses = self.network.resolve(&target.host).await?;
        let public = addresses.into_iter().filter(|address| is_public(*address));
        let mut outcome = Err(FetchError::NotPublic);
        for address in public.take(ADDRESSES_MAX) {
            let address = SocketAddr::new(address, HTTPS);
            match self.network.connect(address, &target.host).await {
                Ok(stream) => return Ok(stream),
                Err(error) => outcome = Err(error.into()),
            }
        }
        outcome
    }

    async fn read(&self, from: &Target, answer: Response<Incoming>) -> Result<Answer, FetchError> {
        let status = answer.status();
        if status.is_redirection() {
            let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
            let to = to.ok_or(FetchError::Status(status.as_u16()))?;
            return self.rules.check_redirect(from, to).map(Answer::Elsewhere);
        }
        if status != hyper::StatusCode::OK {
            return Err(FetchError::Status(status.as_u16()));
        }
        self.read_file(answer).await.map(Answer::File)
    }

    /// The length that is told is judged first; what comes is counted all the same.
    async fn read_file(&self, answer: Response<Incoming>) -> Result<Bytes, FetchError> {
        let most = self.rules.most_bytes;
        let told = answer.headers().get(header::CONTENT_LENGTH);
        let told = told.and_then(|told| told.to_str().ok()?.parse::<u64>().ok());
        if told.is_some_and(|told| told > most) {
            return Err(FetchError::TooLarge { most });
        }
        let mut body = answer.into_body();
        let mut file = BytesMut::new();
        while let Some(frame) = body.frame().await {
            if let Ok(piece) = frame?.into_data() {
                if (file.len() + piece.len()) as u64 > most {
                    return Err(FetchError::TooLarge { most });
                }
                file.extend_from_slice(&piece);
            }
        }
        Ok(file.freeze())
    }
}

fn request(target: &Target) -> Result<Request<Empty<Bytes>>, FetchError> {
    let request = Request::get(target.path())
        .header(header::HOST, &target.host)
        .header(header::USER_AGENT, "Tintype")
        .header(header::ACCEPT, "image/*")
        .header(header::ACCEPT_ENCODING, "identity")
        .body(Empty::new());
    request.map_err(|_| FetchError::NotAllowed("it cannot be asked for"))
}
