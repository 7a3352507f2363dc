//! Likes.

use async_trait::async_trait;
use sea_orm::ConnectionTrait;
use tintype_domain::{Day, PhotoId, Timestamp, UserId};
use tintype_store::{LikeStore, StoreError};

use crate::{
    entities::{
        corrupt,
        photos::{DELETED, LISTED},
    },
    photos::state_of,
    sql::Sql,
    statistics,
    store::SqlStore,
};

#[async_trait]
impl LikeStore for SqlStore {
    async fn like(
        &self,
        user: &UserId,
        photo: &PhotoId,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let tx = &writing.tx;
        let state = state_of(tx, photo).await?.filter(|state| *state != DELETED);
        let state = state.ok_or(StoreError::Missing("photo"))?;
        if liked_at(tx, user, photo).await?.is_some() {
            return Ok(false);
        }
        let by = i64::from(state == LISTED);
        let text = "UPDATE users SET total_likes = total_likes + ? WHERE id = ?";
        if Sql::new(text, [by.into(), user.as_str().into()]).run(tx).await? == 0 {
            return Err(StoreError::Missing("user"));
        }
        let text = "INSERT INTO likes (user_id, photo_id, liked_at) VALUES (?, ?, ?)";
        let values = [user.as_str().into(), photo.as_str().into(), at.as_micros().into()];
        Sql::new(text, values).run(tx).await?;
        count(tx, photo, 1).await?;
        statistics::add_likes(tx, photo, Day::of(at), 1).await?;
        writing.commit().await?;
        Ok(true)
    }

    async fn unlike(&self, user: &UserId, photo: &PhotoId) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let tx = &writing.tx;
        let Some(since) = liked_at(tx, user, photo).await? else { return Ok(false) };
        let text = "DELETE FROM likes WHERE user_id = ? AND photo_id = ?";
        Sql::new(text, [user.as_str().into(), photo.as_str().into()]).run(tx).await?;
        let by = -i64::from(state_of(tx, photo).await? == Some(LISTED));
        let text = "UPDATE users SET total_likes = total_likes + ? WHERE id = ?";
        Sql::new(text, [by.into(), user.as_str().into()]).run(tx).await?;
        count(tx, photo, -1).await?;
        let day = Day::of(Timestamp::from_micros(since));
        statistics::add_likes(tx, photo, day, -1).await?;
        writing.commit().await?;
        Ok(true)
    }

    async fn liked(&self, user: &UserId, photos: &[PhotoId]) -> Result<Vec<PhotoId>, StoreError> {
        let mut liked = std::collections::HashSet::new();
        for part in photos.chunks(IDS_AT_ONCE) {
            let text = "SELECT photo_id FROM likes WHERE user_id = ? AND photo_id IN ";
            let mut sql = Sql::new(text, [user.as_str().into()]);
            sql.list(part.iter().map(PhotoId::as_str));
            for id in sql.column::<String>(&self.read).await? {
                liked.insert(PhotoId::parse(&id).map_err(corrupt("id", &id))?);
            }
        }
        Ok(photos.iter().filter(|photo| liked.contains(photo)).cloned().collect())
    }
}

async fn liked_at(
    tx: &impl ConnectionTrait,
    user: &UserId,
    photo: &PhotoId,
) -> Result<Option<i64>, StoreError> {
    let text = "SELECT liked_at FROM likes WHERE user_id = ? AND photo_id = ?";
    Sql::new(text, [user.as_str().into(), photo.as_str().into()]).value(tx).await
}

async fn count(tx: &impl ConnectionTrait, photo: &PhotoId, by: i64) -> Result<(), StoreError> {
    let text = "UPDATE photos SET likes = likes + ? WHERE id = ?";
    Sql::new(text, [by.into(), photo.as_str().into()]).run(tx).await?;
    Sql::new("UPDATE library_totals SET likes = likes + ?", [by.into()]).run(tx).await?;
    Ok(())
}

const IDS_AT_ONCE: usize = 500;
