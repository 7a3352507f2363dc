//! Deleting a photo: the row stays as a tombstone that nothing shows.

use sea_orm::ConnectionTrait;
use tintype_domain::{PhotoId, Timestamp};
use tintype_store::{NewJob, StoreError};

use super::{
    edit::{count_withdrawn, remove_tags},
    find,
};
use crate::{
    changes::{self, Kind},
    entities::{
        corrupt,
        photos::{DELETED, LISTED, Model, read_tags},
    },
    jobs,
    sql::Sql,
    standing,
    store::SqlStore,
};

/// Takes a photo out of every list, group and count. Its views and downloads did happen and stay
/// counted.
pub(super) async fn delete(
    store: &SqlStore,
    id: &PhotoId,
    at: Timestamp,
    jobs: &[NewJob],
) -> Result<bool, StoreError> {
    let writing = store.writing().await?;
    let tx = &writing.tx;
    let Some(photo) = find::row(tx, id).await? else { return Ok(false) };
    bury(tx, id, at).await?;
    if photo.state == LISTED {
        standing::leave(tx, &photo).await?;
    } else {
        count_withdrawn(tx, -1).await?;
    }
    let created_at = Timestamp::from_micros(photo.created_at);
    standing::count_arrivals(tx, created_at, -1, -photo.width * photo.height).await?;
    forget(tx, &photo).await?;
    changes::append(tx, [(Kind::Photo, id.as_str())]).await?;
    jobs::enqueue(tx, jobs, store.now()).await?;
    writing.commit().await?;
    Ok(true)
}

/// The tombstone gives up its bytes, so that they may come again as a new photo.
async fn bury(tx: &impl ConnectionTrait, id: &PhotoId, at: Timestamp) -> Result<(), StoreError> {
    let text = "UPDATE photos SET state = ?, deleted_at = ?, draw = NULL, same_bytes = NULL \
                WHERE id = ?";
    let values = [DELETED.into(), at.as_micros().into(), id.as_str().into()];
    Sql::new(text, values).run(tx).await?;
    Ok(())
}

/// Removes what others have said of the photo.
async fn forget(tx: &impl ConnectionTrait, photo: &Model) -> Result<(), StoreError> {
    let id = photo.id.as_str();
    let tags = read_tags(&photo.tags).map_err(corrupt("tags", id))?;
    remove_tags(tx, id, &tags).await?;
    let text = "UPDATE library_totals SET likes = likes - ?";
    Sql::new(text, [photo.likes.into()]).run(tx).await?;
    for text in [
        "DELETE FROM likes WHERE photo_id = ?",
        "DELETE FROM collection_photos WHERE photo_id = ?",
        "DELETE FROM topic_photos WHERE photo_id = ?",
        "UPDATE photos SET likes = 0 WHERE id = ?",
    ] {
        Sql::new(text, [id.into()]).run(tx).await?;
    }
    Ok(())
}
