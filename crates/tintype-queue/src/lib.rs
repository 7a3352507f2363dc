//! The job runner: claim, run, retry, schedule. Knows nothing of photos.
//!
//! Work that follows a write stands in the job table from the same transaction on. A [`Runner`]
//! claims what is due under a lease, prolongs the lease while the work goes on, and writes down
//! what came of it. **At least once** is the promise: a worker that dies leaves a lease that runs
//! out, and another takes the job over, so every job is safe to run twice.
//!
//! ```text
//! table --claim--> claimer --> desk --spawn--> job
//!                                ^              |
//! table <--finish-- ledger <-----+---- outcome--+      heartbeat prolongs what is held
//! ```

mod backoff;
mod builder;
mod claimer;
mod context;
mod desk;
mod failure;
mod handle;
mod heartbeat;
mod held;
mod job;
mod kind;
mod ledger;
mod metrics;
mod pace;
mod runner;
mod schedule;
mod shop;
mod trial;

pub use backoff::{PAUSE_FIRST, PAUSE_LONGEST};
pub use builder::{BuildError, Builder};
pub use context::JobContext;
pub use handle::{RunnerHandle, Stopped};
pub use job::{Job, JobError};
pub use metrics::{DURATION_BOUNDS, KindMetrics, Metrics};
pub use runner::Runner;
