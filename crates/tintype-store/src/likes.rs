//! Likes.

use async_trait::async_trait;
use tintype_domain::{PhotoId, Timestamp, UserId};

use crate::StoreError;

/// Who likes what. A like counts once, however often it is given.
#[async_trait]
pub trait LikeStore: Send + Sync {
    /// Gives a like. `false` when it stood already.
    async fn like(&self, user: &UserId, photo: &PhotoId, at: Timestamp)
    -> Result<bool, StoreError>;

    /// Takes a like back. `false` when there was none.
    async fn unlike(&self, user: &UserId, photo: &PhotoId) -> Result<bool, StoreError>;

    /// Of `photos`, those that `user` likes.
    async fn liked(&self, user: &UserId, photos: &[PhotoId]) -> Result<Vec<PhotoId>, StoreError>;
}
