//! What every handler can reach: the library, the way addresses are made, the counters.

use std::sync::Arc;
use std::time::Duration;

use tintype_domain::{Chance, Clock};
use tintype_library::Library;
use tintype_store::Store;
use url::Url;

use crate::learn::Learners;
use crate::links::Origins;
use crate::metrics::Metrics;
use crate::middleware::{HourlyCalls, KeptAnswers};
use crate::readiness::Readiness;

/// What the HTTP side is told beside the library's own settings.
#[derive(Debug, Clone)]
pub struct AppConfig {
    /// The address people reach the server at. Without one, addresses in answers follow the
    /// request's `Host` when it is loopback or this machine's own address.
    pub public_url: Option<Url>,
    /// Another origin that serves `/images/`, such as a CDN.
    pub image_url: Option<Url>,
    /// Where the server listens, as an address: used when `Host` cannot be trusted.
    pub listen_url: Option<Url>,
    /// Lets `/metrics` be read from elsewhere than this machine.
    pub metrics_token: Option<String>,
    /// Bytes of memory for answers kept until the next write; 0 keeps none.
    pub answer_cache_bytes: usize,
}

impl Default for AppConfig {
    fn default() -> Self {
        Self {
            public_url: None,
            image_url: None,
            listen_url: None,
            metrics_token: None,
            answer_cache_bytes: ANSWER_CACHE_BYTES,
        }
    }
}

/// Room for some hundred pages of a list.
pub const ANSWER_CACHE_BYTES: usize = 16_000_000;

/// Everything handlers need. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

struct Parts {
    library: Library,
    origins: Origins,
    readiness: Readiness,
    calls: HourlyCalls,
    searches: HourlyCalls,
    image_misses: HourlyCalls,
    kept_answers: KeptAnswers,
    metrics: Metrics,
    learners: Learners,
    metrics_token: Option<String>,
}

impl App {
    /// Puts the parts together. The server answers `/readyz` with 503 until `readiness` says so.
    pub fn new(library: Library, config: AppConfig, readiness: Readiness) -> Self {
        let origins = Origins::new(&config);
        let limits = library.settings().rate_limit.clone();
        Self(Arc::new(Parts {
            calls: HourlyCalls::new(limits.per_hour),
            searches: HourlyCalls::new(limits.search_per_hour),
            image_misses: HourlyCalls::new(limits.image_misses_per_hour),
            kept_answers: KeptAnswers::new(config.answer_cache_bytes),
            metrics: Metrics::default(),
            learners: Learners::default(),
            metrics_token: config.metrics_token,
            library,
            origins,
            readiness,
        }))
    }

    /// The library.
    pub fn library(&self) -> &Library {
        &self.0.library
    }

    pub(crate) fn store(&self) -> &dyn Store {
        self.0.library.store()
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        self.0.library.clock()
    }

    pub(crate) fn chance(&self) -> &dyn Chance {
        self.0.library.chance()
    }

    pub(crate) fn origins(&self) -> &Origins {
        &self.0.origins
    }

    pub(crate) fn readiness(&self) -> &Readiness {
        &self.0.readiness
    }

    pub(crate) fn calls(&self) -> &HourlyCalls {
        &self.0.calls
    }

    pub(crate) fn kept_answers(&self) -> &KeptAnswers {
        &self.0.kept_answers
    }

    pub(crate) fn searches(&self) -> &HourlyCalls {
        &self.0.searches
    }

    pub(crate) fn image_misses(&self) -> &HourlyCalls {
        &self.0.image_misses
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    pub(crate) fn learners(&self) -> &Learners {
        &self.0.learners
    }

    pub(crate) fn metrics_token(&self) -> Option<&str> {
        self.0.metrics_token.as_deref()
    }
}

/// How long a client may take to send the next piece of a body.
pub(crate) const BODY_PATIENCE: Duration = Duration::from_secs(15);
