//! Deletes files that nobody uses, past their grace. Running it twice is harmless.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use tintype_queue::{Job, JobContext, JobError};

use crate::Library;

/// The nightly `gc`.
#[derive(Debug, Serialize, Deserialize)]
pub struct SweepOrphans {}

impl Job for SweepOrphans {
    const KIND: &'static str = "sweep_orphans";
    const PRIORITY: i16 = -10;
    const TIMEOUT: Duration = Duration::from_hours(1);
    type Env = Library;

    fn unique_key(&self) -> Option<String> {
        Some(String::new())
    }

    async fn run(&self, library: &Library, _ctx: &JobContext) -> Result<(), JobError> {
        let grace = library.settings().gc.grace.0;
        let swept = library.sweep(grace).await.map_err(JobError::retry)?;
        tracing::info!(files = swept.files, bytes = swept.bytes, "Swept files that nobody uses");
        Ok(())
    }
}
