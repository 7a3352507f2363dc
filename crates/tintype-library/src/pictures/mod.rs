//! Picture bytes at the size asked for: one rendering per key however many ask, memory counted
//! before it is used, results kept on disk up to a set size.

mod admission;
mod cache;
mod flights;
mod image;
mod original;
mod remote;
mod source;

pub(crate) use admission::PictureBusy;
pub use image::{Image, ImageError};
pub use original::Original;

use std::sync::Arc;

use tintype_fetch::Network;

use crate::Settings;
use admission::Admission;
use cache::DiskCache;
use flights::Flights;
use remote::Remote;

/// Where pictures are made.
pub(crate) struct Darkroom {
    admission: Admission,
    flights: Flights,
    cache: DiskCache,
    remote: Option<Remote>,
}

impl Darkroom {
    pub(crate) fn new(settings: &Settings, network: Option<Arc<dyn Network>>) -> Self {
        Self {
            admission: Admission::new(&settings.images),
            flights: Flights::default(),
            cache: DiskCache::new(settings.images.cache_bytes),
            remote: Remote::new(&settings.remote, network),
        }
    }

    /// Waits until an upload of this cost may be decoded.
    pub(crate) async fn admit_upload(
        &self,
        cost_bytes: u64,
    ) -> Result<admission::Admitted<'_>, PictureBusy> {
        self.admission.admit(cost_bytes).await
    }
}
