//! An API call as a page: what was asked, what the server did, what it answered.

use super::Address;

/// The page that a browser sees at an API address.
#[derive(Debug, Clone)]
pub struct ConversationPage {
    /// The page's address.
    pub address: Address,
    /// What the client told of itself.
    pub client: Option<ClientWords>,
    /// What was asked.
    pub request: Request,
    /// What the server did, in order; `None` for those it is not shown to.
    pub deeds: Option<Vec<Deed>>,
    /// What it answered; `None` when the call counts something and waits for Send.
    pub response: Option<Response>,
    /// Whether the samples need a key (`YOUR_ACCESS_KEY`).
    pub needs_key: bool,
}

/// What the client told of itself, in words.
#[derive(Debug, Clone, Default)]
pub struct ClientWords {
    /// Such as `Firefox on Android, wants German, accepts AVIF`.
    pub summary: String,
    /// Which of it changed the answer, one line each.
    pub changed: Vec<String>,
}

/// What was asked.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Such as `GET`.
    pub method: String,
    /// The address in its parts.
    pub url: UrlParts,
    /// The query's parameters, those sent and those that could be.
    pub parameters: Vec<Parameter>,
    /// The headers as sent, secrets left out.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Option<String>,
    /// The methods the address knows.
    pub allowed: Vec<String>,
}

/// An address in its parts.
#[derive(Debug, Clone, Default)]
pub struct UrlParts {
    /// Scheme, host and port.
    pub origin: String,
    /// Path, with its slash.
    pub path: String,
    /// Query without `?`; without `format=html`.
    pub query: String,
}

/// One parameter of a query. The pages know the meaning of those in the contract.
#[derive(Debug, Clone, Default)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// As sent; `None` when it was not.
    pub value: Option<String>,
    /// What it is when not sent.
    pub default: Option<String>,
    /// What it may be, such as `1–30` or `landscape, portrait, squarish`.
    pub values: Option<String>,
}

/// One thing the server did.
#[derive(Debug, Clone)]
pub struct Deed {
    /// Which of a backend's jobs it was.
    pub kind: DeedKind,
    /// In a few words.
    pub text: String,
    /// The query in full, the terms, the rule.
    pub detail: Option<String>,
    /// How long it took.
    pub ms: Option<f64>,
}

/// The jobs of a backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeedKind {
    /// Route and rules.
    Logic,
    /// Who is asking, and whether they may.
    Security,
    /// Queries.
    Database,
    /// Terms and hits.
    Search,
    /// Found ready-made, or kept for next time.
    Cache,
    /// Work queued for later.
    Background,
}

/// What the server answered.
#[derive(Debug, Clone, Default)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers as sent.
    pub headers: Vec<(String, String)>,
    /// How long it took in all.
    pub ms: f64,
    /// The body as sent: JSON, or nothing.
    pub body: String,
}
