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
    /// The other calls one can make from here.
    pub forms: Vec<CallForm>,
    /// Who may make those that change something.
    pub acting: Acting,
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
    /// The body, when it is text.
    pub body: Option<String>,
    /// Whether the body was a form with a file.
    pub has_file: bool,
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

/// Who may make the calls that change something.
#[derive(Debug, Clone, Default)]
pub enum Acting {
    /// Nobody; the forms are not shown.
    #[default]
    Nobody,
    /// Whoever signs in here.
    SignIn {
        /// Where.
        href: String,
    },
    /// Anyone who becomes the demo's own user.
    Trial {
        /// Takes the POST that opens the session.
        action: String,
        /// Where to come back to.
        next: String,
    },
    /// The visitor, who is signed in.
    Visitor {
        /// Their name.
        name: String,
    },
}

/// A call that is made by a form.
#[derive(Debug, Clone)]
pub struct CallForm {
    /// Such as `PUT`.
    pub method: String,
    /// The path of the API that is called.
    pub path: String,
    /// Takes the POST of the form and makes the call.
    pub action: String,
    /// What the call takes.
    pub fields: Vec<CallField>,
    /// Whether it sends a file.
    pub has_file: bool,
    /// Whether it changes something, and so needs somebody who may.
    pub is_write: bool,
}

/// One field of a call. The pages know the meaning of those in the contract.
#[derive(Debug, Clone)]
pub struct CallField {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub value: String,
    /// How it is filled in.
    pub kind: CallFieldKind,
    /// Whether the call fails without it.
    pub is_required: bool,
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallFieldKind {
    /// A line of text.
    Line,
    /// Several lines.
    Lines,
    /// Yes or no, or nothing said.
    Flag,
    /// A picture.
    File,
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
    /// Rows that a query answered or touched.
    pub rows: Option<u64>,
    /// How long it took.
    pub ms: Option<f64>,
    /// The job that was queued.
    pub job: Option<QueuedJob>,
}

impl Deed {
    /// A deed in a few words, and nothing more.
    pub fn new(kind: DeedKind, text: String) -> Self {
        Self { kind, text, detail: None, rows: None, ms: None, job: None }
    }
}

/// A job that goes on after the answer.
#[derive(Debug, Clone)]
pub struct QueuedJob {
    /// Its number.
    pub id: String,
    /// Where it says how far it is.
    pub href: String,
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
