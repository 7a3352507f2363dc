//! The pictures of dataset photos, fetched from where they lie: only when the owner wants it, and
//! once, however many ask. When that fails, a painting stands in for a while.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sha2::{Digest, Sha256};
use tintype_domain::{Checksum, Photo, Source, Timestamp};
use tintype_fetch::{Fetcher, Network, Rules};
use tintype_imaging::{Format, probe};
use tokio::sync::Semaphore;

use super::flights::Flights;
use super::image::{ImageError, Picture};
use super::source::SourceFile;
use crate::Library;
use crate::settings::RemoteSection;

/// Where pictures come from that are not here.
pub(crate) struct Remote {
    fetcher: Fetcher,
    flights: Flights,
    lines: Arc<Semaphore>,
    /// What could not be had, and when it may be tried again.
    failed: Mutex<HashMap<Checksum, Timestamp>>,
}

impl Remote {
    /// `None` when nothing is to be fetched, or there is nothing to fetch with.
    pub(crate) fn new(settings: &RemoteSection, network: Option<Arc<dyn Network>>) -> Option<Self> {
        let network = network.filter(|_| settings.fetch)?;
        let rules = Rules {
            hosts: settings.hosts.clone(),
            most_bytes: settings.bytes,
            patience: settings.timeout.0,
        };
        Some(Self {
            fetcher: Fetcher::new(rules, network),
            flights: Flights::default(),
            lines: Arc::new(Semaphore::new(FETCHES_AT_ONCE)),
            failed: Mutex::default(),
        })
    }

    fn is_left_alone(&self, key: &Checksum, now: Timestamp) -> bool {
        let failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.get(key).is_some_and(|until| now < *until)
    }

    fn leave_alone(&self, key: Checksum, now: Timestamp) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        if failed.len() >= FAILURES_KEPT {
            failed.retain(|_, until| now < *until);
        }
        if failed.len() < FAILURES_KEPT {
            failed.insert(key, now.plus(LEFT_ALONE));
        }
    }
}

/// Where a photo's picture lies, and its name in the cache.
struct Place {
    address: String,
    key: Checksum,
}

impl Place {
    fn of(photo: &Photo) -> Option<Self> {
        let Source::Dataset { remote_url: Some(address) } = &photo.source else { return None };
        let key = Checksum::from_bytes(Sha256::digest(format!("remote {address}")).into());
        Some(Self { address: address.clone(), key })
    }
}

impl Library {
    /// Whether a photo's picture is somewhere else and may be fetched.
    pub(super) fn may_be_fetched(&self, photo: &Photo) -> bool {
        let (remote, place) = (self.parts().darkroom.remote.as_ref(), Place::of(photo));
        remote.zip(place).is_some_and(|(remote, place)| remote.fetcher.allows(&place.address))
    }

    /// Whether the fetched picture is what is shown: it may be fetched, and the last try did not
    /// fail just now.
    pub(super) fn shows_remote(&self, photo: &Photo) -> bool {
        let (remote, place) = (self.parts().darkroom.remote.as_ref(), Place::of(photo));
        remote.zip(place).is_some_and(|(remote, place)| {
            remote.fetcher.allows(&place.address)
                && !remote.is_left_alone(&place.key, self.clock().now())
        })
    }

    /// Shows the painting in place of a photo's picture for a while.
    pub(super) fn give_up_remote(&self, photo: &Photo, error: &ImageError) {
        if let (Some(remote), Some(place)) = (&self.parts().darkroom.remote, Place::of(photo)) {
            tracing::warn!(%error, photo.id = %photo.id, "A remote picture is not to be had");
            remote.leave_alone(place.key, self.clock().now());
        }
    }

    /// The picture of a dataset photo: from the cache, else from where it lies.
    pub(super) async fn remote_file(&self, photo: &Photo) -> Result<SourceFile, ImageError> {
        let darkroom = &self.parts().darkroom;
        let (Some(remote), Some(place)) = (&darkroom.remote, Place::of(photo)) else {
            return Err(ImageError::Lost);
        };
        let kept = darkroom.cache.get(self.blobs(), place.key).await?;
        let bytes = if let Some((bytes, _)) = kept {
            bytes
        } else {
            let fetch = || {
                let (library, address, key) = (self.clone(), place.address, place.key);
                async move { library.fetch_picture(&address, key).await }
            };
            let fetched = remote.flights.join(place.key, fetch).await;
            fetched.map_err(ImageError::Shared)?.bytes
        };
        let format = Format::sniff(&bytes).ok_or(ImageError::Unreadable)?;
        Ok(SourceFile { bytes, format })
    }

    async fn fetch_picture(&self, address: &str, key: Checksum) -> Result<Picture, ImageError> {
        let darkroom = &self.parts().darkroom;
        let remote = darkroom.remote.as_ref().ok_or(ImageError::Lost)?;
        let _line = remote.lines.clone().acquire_owned().await.map_err(|_| ImageError::Lost)?;
        let bytes = remote.fetcher.fetch(address).await.map_err(|error| {
            tracing::info!(%error, address, "A remote picture was not fetched");
            ImageError::Lost
        })?;
        // A stranger's file is judged as an upload is, before anything is made of it.
        let header = probe(&bytes, &self.decode_limits())?;
        let picture = Picture { bytes, media_type: header.format.media_type() };
        darkroom.cache.keep(self.blobs(), key, &picture.bytes, picture.media_type).await?;
        tracing::info!(address, bytes = picture.bytes.len(), "A remote picture was fetched");
        Ok(picture)
    }
}

/// Others wait in line; each has the whole patience for itself.
const FETCHES_AT_ONCE: usize = 4;
const LEFT_ALONE: Duration = Duration::from_mins(10);
/// More failures are forgotten at once.
const FAILURES_KEPT: usize = 10_000;
