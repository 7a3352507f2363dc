//! Taking in one photo.

use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, Value};
use tintype_domain::{Photo, PublicOriginal, Source, Timestamp};
use tintype_store::{Inserted, Membership, NewJob, StoreError};

use super::find;
use crate::{
    changes::{self, Kind},
    collections,
    entities::photos::{Entity, Model},
    error::fault,
    files, jobs,
    sql::Sql,
    standing,
    store::SqlStore,
    topics,
};

/// Saves a photo and all that goes with it, in one transaction.
pub(super) async fn insert(
    store: &SqlStore,
    photo: &Photo,
    membership: &Membership,
    jobs: &[NewJob],
) -> Result<Inserted, StoreError> {
    let writing = store.writing().await?;
    let tx = &writing.tx;
    if let Some(checksum) = photo.source.checksum()
        && let Some(id) = find::duplicate_of(tx, &photo.owner, &checksum).await?
    {
        // The photo that is there speaks for these bytes.
        close_uploads(tx, &photo.source).await?;
        writing.commit().await?;
        return Ok(Inserted::Duplicate(id));
    }
    let mut model = Model::new(photo, None);
    arrive(tx, &mut model).await?;
    add_row(tx, model, &photo.tags).await?;
    put_where_it_belongs(tx, photo, membership).await?;
    changes::append(tx, [(Kind::Photo, photo.id.as_str())]).await?;
    jobs::enqueue(tx, jobs, store.now()).await?;
    close_uploads(tx, &photo.source).await?;
    writing.commit().await?;
    Ok(Inserted::New)
}

/// Counts the new photo everywhere.
async fn arrive(tx: &impl ConnectionTrait, model: &mut Model) -> Result<(), StoreError> {
    if model.withdrawn_at.is_none() {
        model.draw = Some(standing::enter(tx, model).await?);
    } else {
        Sql::new("UPDATE library_totals SET withdrawn = withdrawn + 1", []).run(tx).await?;
    }
    let text = "UPDATE library_totals SET views = views + ?, downloads = downloads + ?";
    if (model.views, model.downloads) != (0, 0) {
        Sql::new(text, [model.views.into(), model.downloads.into()]).run(tx).await?;
    }
    standing::mark_first_photo(tx, &model.owner_id, model.created_at).await?;
    let at = Timestamp::from_micros(model.created_at);
    standing::count_arrivals(tx, at, 1, model.width * model.height).await
}

async fn add_row(
    tx: &impl ConnectionTrait,
    model: Model,
    tags: &[String],
) -> Result<(), StoreError> {
    let id = model.id.clone();
    let new = model.into_active_model();
    Entity::insert(new).exec_without_returning(tx).await.map_err(fault)?;
    add_tags(tx, &id, tags).await
}

/// Fills the index of tags; a word that stands twice counts at its first place.
pub(super) async fn add_tags(
    tx: &impl ConnectionTrait,
    photo: &str,
    tags: &[String],
) -> Result<(), StoreError> {
    add_tag_rows(tx, &tag_rows(photo, tags).collect::<Vec<_>>()).await
}

/// A word, the photo it is said of, and its place among the photo's words.
pub(super) type TagRow<'a> = (&'a str, &'a str, i32);

/// The rows that [`add_tags`] saves.
pub(super) fn tag_rows<'a>(photo: &'a str, tags: &'a [String]) -> impl Iterator<Item = TagRow<'a>> {
    let is_first = |(place, tag): &(usize, &String)| !tags[..*place].contains(tag);
    let rows = tags.iter().enumerate().filter(is_first);
    rows.map(move |(place, tag)| (tag.as_str(), photo, place as i32))
}

/// Saves rows of the index of tags.
pub(super) async fn add_tag_rows(
    tx: &impl ConnectionTrait,
    rows: &[TagRow<'_>],
) -> Result<(), StoreError> {
    for part in rows.chunks(TAGS_AT_ONCE) {
        let mut sql = Sql::new("INSERT INTO photo_tags (tag, photo_id, position) VALUES ", []);
        sql.rows(part.iter().map(|(tag, photo, place)| -> [Value; 3] {
            [(*tag).into(), (*photo).into(), (*place).into()]
        }));
        sql.run(tx).await?;
    }
    Ok(())
}

async fn put_where_it_belongs(
    tx: &impl ConnectionTrait,
    photo: &Photo,
    membership: &Membership,
) -> Result<(), StoreError> {
    let at = photo.created_at;
    for collection in &membership.collections {
        collections::put(tx, collection, &photo.id, photo.is_listed(), at).await?;
    }
    for topic in &membership.topics {
        topics::put(tx, topic, &photo.id, photo.is_listed(), at).await?;
    }
    Ok(())
}

/// The photo speaks for its files from now on.
async fn close_uploads(tx: &impl ConnectionTrait, source: &Source) -> Result<(), StoreError> {
    if let Source::File { checksum, public, .. } = source {
        files::close(tx, checksum).await?;
        if let PublicOriginal::Cut { checksum, .. } = public {
            files::close(tx, checksum).await?;
        }
    }
    Ok(())
}

const TAGS_AT_ONCE: usize = 500;
