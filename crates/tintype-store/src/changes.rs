//! The change feed that the search index follows.

use async_trait::async_trait;
use tintype_domain::Change;

use crate::StoreError;

/// The ordered feed of changes. Every write to what is searched appends to it in its own
/// transaction, so a reader that has applied sequence n has missed nothing up to n.
#[async_trait]
pub trait ChangeStore: Send + Sync {
    /// The entries after `sequence`, in order, at most `limit`.
    async fn changes_after(&self, sequence: u64, limit: u32) -> Result<Vec<Change>, StoreError>;

    /// The last entry's number; 0 before the first.
    async fn last_change(&self) -> Result<u64, StoreError>;

    /// Forgets entries up to `sequence`. The last one is always kept, so numbers never repeat.
    async fn trim_changes(&self, sequence: u64) -> Result<u64, StoreError>;

    /// The first entry that is still there, minus one: a reader that is further behind than this
    /// must read everything anew.
    async fn trimmed_until(&self) -> Result<u64, StoreError>;
}
