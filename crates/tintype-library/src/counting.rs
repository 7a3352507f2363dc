//! Views, downloads and the calls of applications, gathered in memory and written down every few seconds: up to five
//! seconds of them may be lost, which is the one thing a 2xx does not promise.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tintype_domain::{AppId, Counted, Day, PhotoId};
use tintype_store::{AppDeed, CountAdded, StoreError, UsageAdded};
use tokio_util::sync::CancellationToken;

use crate::Library;

/// How long a count may wait before it is written.
const STEP: Duration = Duration::from_secs(2);
/// After how many of those what applications did is written.
const USAGE_STEPS: u32 = 15;
/// Different photos counted at once before newcomers are dropped.
const MOST_COUNTED: usize = 100_000;

#[derive(Default)]
pub(crate) struct Counts {
    pending: Mutex<HashMap<(PhotoId, Day, Counted), u64>>,
    usage: Mutex<HashMap<(AppId, Day, AppDeed), u64>>,
}

impl Library {
    /// Counts that a photo was seen or downloaded just now.
    pub fn count(&self, photo: &PhotoId, what: Counted) {
        let day = Day::of(self.clock().now());
        let pending = &self.parts().counts.pending;
        let mut pending = pending.lock().unwrap_or_else(PoisonError::into_inner);
        if pending.len() < MOST_COUNTED {
            *pending.entry((photo.clone(), day, what)).or_insert(0) += 1;
        }
    }

    /// Writes down what was counted. When the database is away the counts wait for the next time.
    pub async fn write_counts(&self) -> Result<(), StoreError> {
        let pending = &self.parts().counts.pending;
        let taken = std::mem::take(&mut *pending.lock().unwrap_or_else(PoisonError::into_inner));
        if taken.is_empty() {
            return Ok(());
        }
        let added = |((photo, day, what), times): (&(PhotoId, Day, Counted), &u64)| CountAdded {
            photo: photo.clone(),
            day: *day,
            what: *what,
            times: *times,
        };
        let counts: Vec<CountAdded> = taken.iter().map(added).collect();
        let written = self.store().add_counts(&counts).await;
        if written.is_err() {
            let mut pending = pending.lock().unwrap_or_else(PoisonError::into_inner);
            for (key, times) in taken {
                *pending.entry(key).or_insert(0) += times;
            }
        }
        written
    }

    /// Counts what an application did just now.
    pub fn count_deed(&self, app: &AppId, what: AppDeed) {
        let day = Day::of(self.clock().now());
        let usage = &self.parts().counts.usage;
        let mut usage = usage.lock().unwrap_or_else(PoisonError::into_inner);
        if usage.len() < MOST_COUNTED {
            *usage.entry((app.clone(), day, what)).or_insert(0) += 1;
        }
    }

    /// Writes down what applications did. When the database is away it waits for the next time.
    pub async fn write_usage(&self) -> Result<(), StoreError> {
        let usage = &self.parts().counts.usage;
        let taken = std::mem::take(&mut *usage.lock().unwrap_or_else(PoisonError::into_inner));
        if taken.is_empty() {
            return Ok(());
        }
        let added = |((app, day, what), times): (&(AppId, Day, AppDeed), &u64)| UsageAdded {
            app: app.clone(),
            day: *day,
            what: what.clone(),
            times: *times,
        };
        let rows: Vec<UsageAdded> = taken.iter().map(added).collect();
        let written = self.store().add_usage(&rows).await;
        if written.is_err() {
            let mut usage = usage.lock().unwrap_or_else(PoisonError::into_inner);
            for (key, times) in taken {
                *usage.entry(key).or_insert(0) += times;
            }
        }
        written
    }

    /// Writes counts down every two seconds until stopped, and once more then; what applications
    /// did more rarely, for a write makes everybody look up again what they remember.
    pub async fn keep_counting(&self, stop: CancellationToken) {
        let mut steps = 0u32;
        while !stop.is_cancelled() {
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(STEP) => {}
            }
            if let Err(error) = self.write_counts().await {
                tracing::warn!(%error, "Views and downloads could not be written down yet");
            }
            steps += 1;
            if (steps.is_multiple_of(USAGE_STEPS) || stop.is_cancelled())
                && let Err(error) = self.write_usage().await
            {
                tracing::warn!(%error, "The usage of keys could not be written down yet");
            }
        }
    }
}
