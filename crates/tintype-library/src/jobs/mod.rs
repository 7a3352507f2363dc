//! The work that follows: every kind of job there is.

mod fill_demo;
mod purge_files;
mod render_renditions;
mod roll_up_statistics;
mod scrub;
mod sweep_orphans;

pub use fill_demo::FillDemo;
pub use purge_files::PurgeFiles;
pub use render_renditions::RenderRenditions;
pub use roll_up_statistics::RollUpStatistics;
pub use scrub::Scrub;
pub use sweep_orphans::SweepOrphans;

use tintype_queue::{Builder, Job};
use tintype_store::NewJob;

use crate::Library;

/// Registers every kind and every schedule with a runner.
pub fn register_jobs(runner: Builder<Library>) -> Builder<Library> {
    runner
        .register::<RenderRenditions>()
        .register::<FillDemo>()
        .register::<PurgeFiles>()
        .register::<RollUpStatistics>()
        .register::<SweepOrphans>()
        .register::<Scrub>()
        .schedule("roll_up_statistics", "17 3 * * *", &RollUpStatistics {})
        .schedule("sweep_orphans", "47 3 * * *", &SweepOrphans {})
        .schedule("scrub", "7 4 * * 0", &Scrub { after: None })
}

/// The row of a job, as a write takes it along.
pub(crate) fn new_job<J: Job>(job: &J) -> NewJob {
    job.to_new_job()
}
