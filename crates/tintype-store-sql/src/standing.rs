//! What follows when a photo enters or leaves the lists: every number that counts it.

use sea_orm::ConnectionTrait;
use tintype_domain::{Day, Timestamp};
use tintype_store::StoreError;

use crate::{
    entities::photos::Model,
    groups::{COLLECTIONS, TOPICS},
    sql::Sql,
};

/// Counts a new photo among its owner's and the library's. Returns its number in the draw.
pub(crate) async fn enter(tx: &impl ConnectionTrait, photo: &Model) -> Result<i64, StoreError> {
    let draw = listed(tx).await?;
    count(tx, photo, 1).await?;
    Ok(draw)
}

/// The same for a photo that was there before: those who like it and the groups it is in count it
/// again.
pub(crate) async fn enter_again(
    tx: &impl ConnectionTrait,
    photo: &Model,
) -> Result<i64, StoreError> {
    let draw = enter(tx, photo).await?;
    count_around(tx, &photo.id, 1).await?;
    Ok(draw)
}

/// Takes a listed photo out of every number. The row's own state must be set before, so that
/// previews no longer see it.
pub(crate) async fn leave(tx: &impl ConnectionTrait, photo: &Model) -> Result<(), StoreError> {
    let last = listed(tx).await? - 1;
    if let Some(hole) = photo.draw.filter(|hole| *hole != last) {
        // The last one moves into the hole, so that the numbers of the draw stay without holes.
        let text = "UPDATE photos SET draw = ? WHERE draw = ?";
        Sql::new(text, [hole.into(), last.into()]).run(tx).await?;
    }
    count(tx, photo, -1).await?;
    count_around(tx, &photo.id, -1).await
}

/// Counts photos of a day's arrivals, listed or not.
pub(crate) async fn count_arrivals(
    tx: &impl ConnectionTrait,
    at: Timestamp,
    photos: i64,
    pixels: i64,
) -> Result<(), StoreError> {
    let day = Day::of(at).0;
    let text = "UPDATE library_days SET new_photos = new_photos + ?, \
                new_pixels = new_pixels + ? WHERE day = ?";
    if Sql::new(text, [photos.into(), pixels.into(), day.into()]).run(tx).await? == 0 {
        let text = "INSERT INTO library_days (day, new_photos, new_pixels) VALUES (?, ?, ?)";
        Sql::new(text, [day.into(), photos.into(), pixels.into()]).run(tx).await?;
    }
    Ok(())
}

/// Remembers when a user's first photo came.
pub(crate) async fn mark_first_photo(
    tx: &impl ConnectionTrait,
    owner: &str,
    at: i64,
) -> Result<(), StoreError> {
    let text = "UPDATE users SET first_photo_at = ? \
                WHERE id = ? AND (first_photo_at IS NULL OR first_photo_at > ?)";
    Sql::new(text, [at.into(), owner.into(), at.into()]).run(tx).await?;
    Ok(())
}

/// Listed photos in the library; the next one's number in the draw.
pub(crate) async fn listed(db: &impl ConnectionTrait) -> Result<i64, StoreError> {
    let listed: Option<i64> = Sql::new("SELECT listed FROM library_totals", []).value(db).await?;
    listed.ok_or_else(|| StoreError::Corrupt("the library's totals are missing".to_owned()))
}

async fn count(tx: &impl ConnectionTrait, photo: &Model, by: i64) -> Result<(), StoreError> {
    let pixels = photo.width * photo.height * by;
    let text = "UPDATE library_totals SET listed = listed + ?, pixels = pixels + ?";
    Sql::new(text, [by.into(), pixels.into()]).run(tx).await?;
    let promoted = if photo.promoted_at.is_some() { by } else { 0 };
    let text = "UPDATE users SET total_photos = total_photos + ?, \
                total_promoted = total_promoted + ? WHERE id = ?";
    let values = [by.into(), promoted.into(), photo.owner_id.as_str().into()];
    match Sql::new(text, values).run(tx).await? {
        0 => Err(StoreError::Missing("user")),
        _ => Ok(()),
    }
}

async fn count_around(tx: &impl ConnectionTrait, photo: &str, by: i64) -> Result<(), StoreError> {
    let text = "UPDATE users SET total_likes = total_likes + ? \
                WHERE id IN (SELECT user_id FROM likes WHERE photo_id = ?)";
    Sql::new(text, [by.into(), photo.into()]).run(tx).await?;
    for group in [&COLLECTIONS, &TOPICS] {
        for id in group.holding(tx, photo).await? {
            group.recount(tx, &id, by).await?;
        }
    }
    Ok(())
}
