//! The library: its parts, and nothing but their keeping. What it does stands in the other files.

use std::sync::Arc;

use tintype_blobs::Blobs;
use tintype_domain::{Chance, Clock, LicenseId, UnknownLicense};
use tintype_fetch::Network;
use tintype_store::{JobStore, Store};
use tokio::sync::watch;

use crate::Settings;
use crate::access::{CallerCache, Passwords, SignInThrottle};
use crate::counting::Counts;
use crate::index::Index;
use crate::pictures::Darkroom;
use crate::taking_in::UploadQuota;

/// What a library is made from. The binary puts it together once.
pub struct LibraryParts {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The files.
    pub blobs: Blobs,
    /// Where the search index lies.
    pub index_folder: std::path::PathBuf,
    /// What leads to other servers; `None` keeps the library to itself, whatever it was told.
    pub network: Option<Arc<dyn Network>>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub chance: Arc<dyn Chance>,
    /// What it was told.
    pub settings: Settings,
    /// Whether it is the demo.
    pub is_demo: bool,
}

/// A photo library: what Tintype does, whoever asks. Cheap to clone.
#[derive(Clone)]
pub struct Library(Arc<Parts>);

pub(crate) struct Parts {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) blobs: Blobs,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) settings: Settings,
    pub(crate) default_license: LicenseId,
    pub(crate) is_demo: bool,
    pub(crate) index: Index,
    pub(crate) darkroom: Darkroom,
    pub(crate) callers: CallerCache,
    pub(crate) passwords: Passwords,
    pub(crate) sign_ins: SignInThrottle,
    pub(crate) uploads: UploadQuota,
    pub(crate) counts: Counts,
    /// Ticks with every write to the database.
    pub(crate) writes: watch::Receiver<u64>,
}

impl Library {
    /// Puts a library together. Fails when the settings name a license that nobody knows.
    pub fn new(parts: LibraryParts) -> Result<Self, UnknownLicense> {
        let default_license = LicenseId::parse(&parts.settings.library.default_license)?;
        let writes = parts.store.writes();
        Ok(Self(Arc::new(Parts {
            callers: CallerCache::new(&writes),
            writes,
            darkroom: Darkroom::new(&parts.settings, parts.network),
            index: Index::new(parts.index_folder),
            passwords: Passwords::new(),
            sign_ins: SignInThrottle::new(&parts.settings.rate_limit),
            uploads: UploadQuota::default(),
            counts: Counts::default(),
            default_license,
            store: parts.store,
            blobs: parts.blobs,
            clock: parts.clock,
            chance: parts.chance,
            settings: parts.settings,
            is_demo: parts.is_demo,
        })))
    }

    /// The database, for plain reads. Whatever writes goes through a method of the library.
    pub fn store(&self) -> &dyn Store {
        &*self.0.store
    }

    /// The files.
    pub fn blobs(&self) -> &Blobs {
        &self.0.blobs
    }

    /// What time it is.
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// Randomness.
    pub fn chance(&self) -> &dyn Chance {
        &*self.0.chance
    }

    /// What it was told.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The license of uploads that name none.
    pub fn default_license(&self) -> &LicenseId {
        &self.0.default_license
    }

    /// Whether it is the demo, whose pictures are rendered.
    pub fn is_demo(&self) -> bool {
        self.0.is_demo
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.0
    }

    /// The job table, for a runner to share.
    pub fn job_store(&self) -> Arc<dyn JobStore> {
        self.0.store.clone()
    }
}
