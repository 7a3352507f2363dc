//! Sums old days of the statistics and forgets old jobs and sessions. Running it twice is
//! harmless.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use tintype_domain::Day;
use tintype_queue::{Job, JobContext, JobError};

use crate::Library;

/// The nightly tidying of tables that only grow.
#[derive(Debug, Serialize, Deserialize)]
pub struct RollUpStatistics {}

/// Days that are kept one by one; the API shows 30.
const DAYS_KEPT: u32 = 400;
/// How long done jobs can be looked at.
const JOBS_KEPT: Duration = Duration::from_hours(24 * 7);
/// How long a used code is known as used, so that a thief's second try ends what it gave.
const CODES_KEPT: Duration = Duration::from_hours(24 * 7);

impl Job for RollUpStatistics {
    const KIND: &'static str = "roll_up_statistics";
    const PRIORITY: i16 = -10;
    const TIMEOUT: Duration = Duration::from_mins(10);
    type Env = Library;

    fn unique_key(&self) -> Option<String> {
        Some(String::new())
    }

    async fn run(&self, library: &Library, _ctx: &JobContext) -> Result<(), JobError> {
        let now = library.clock().now();
        let days = library.store().roll_up(Day::of(now).back(DAYS_KEPT)).await?;
        let jobs = library.store().sweep_jobs(now.minus(JOBS_KEPT)).await?;
        let sessions = library.store().sweep_sessions(now).await?;
        let grants = library.store().sweep_grants(now.minus(CODES_KEPT)).await?;
        tracing::info!(
            days,
            jobs,
            sessions,
            grants,
            "Summed old statistics, forgot old jobs, sessions and codes"
        );
        Ok(())
    }
}
