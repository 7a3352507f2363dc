//! What every database must do for us: one small trait a noun, and the contract they must keep.
//!
//! A method is one atomic unit of work; what must happen together stands in one method, the jobs
//! that follow a write included. Absence is an answer (`None`), not an error. No driver's type
//! shows in a signature. Full-text search is not here: it has an index of its own.

mod access;
mod changes;
mod collections;
mod error;
mod files;
mod grants;
mod jobs;
mod likes;
mod maintenance;
mod photos;
mod statistics;
mod topics;
mod usage;
mod users;

pub mod contract;
pub mod watch;

pub use access::{AccessStore, AppEdit};
pub use changes::ChangeStore;
pub use collections::{CollectionEdit, CollectionFilter, CollectionStore};
pub use error::StoreError;
pub use files::FileStore;
pub use grants::{GivenTokens, GrantStore};
pub use jobs::{
    Claim, ClaimedJob, Finished, JobCount, JobId, JobRecord, JobState, JobStore, NewJob, Outcome,
};
pub use likes::LikeStore;
pub use maintenance::{Drift, Maintenance};
pub use photos::{
    Beside, DatasetBatch, Inserted, Membership, PhotoEdit, PhotoFilter, PhotoStore, Withdrawn,
};
pub use statistics::{CountAdded, StatisticsOf, StatisticsStore};
pub use topics::{TopicEdit, TopicFilter, TopicStore};
pub use usage::{AppDeed, UsageAdded, UsageStore};
pub use users::{UserEdit, UserStore};

/// A whole database. The program holds one as `Arc<dyn Store>` and knows no more of it.
pub trait Store:
    PhotoStore
    + FileStore
    + UserStore
    + AccessStore
    + GrantStore
    + UsageStore
    + CollectionStore
    + TopicStore
    + LikeStore
    + StatisticsStore
    + ChangeStore
    + JobStore
    + Maintenance
{
}

impl<T> Store for T where
    T: PhotoStore
        + FileStore
        + UserStore
        + AccessStore
        + GrantStore
        + UsageStore
        + CollectionStore
        + TopicStore
        + LikeStore
        + StatisticsStore
        + ChangeStore
        + JobStore
        + Maintenance
{
}
