//! Finding photos that one knows by name.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, FromQueryResult};
use tintype_domain::{Checksum, ImageKey, Photo, PhotoId, TopicMembership, UserId};
use tintype_store::{Beside, StoreError};

use crate::{
    entities::{
        corrupt,
        photos::{DELETED, LISTED, Model, same_bytes},
    },
    error::fault,
    sql::{Sql, cell},
    topics::membership,
};

pub(super) async fn by_id(
    db: &impl ConnectionTrait,
    id: &PhotoId,
) -> Result<Option<Photo>, StoreError> {
    row(db, id).await?.map(Model::into_photo).transpose()
}

/// A photo and its topics in one read: as many rows as it has topics, at least one.
pub(super) async fn with_topics(
    db: &impl ConnectionTrait,
    id: &PhotoId,
) -> Result<Option<(Photo, Vec<TopicMembership>)>, StoreError> {
    let text = "SELECT p.id AS of_photo, t.id AS topic_id, t.slug AS topic_slug, \
                t.title AS topic_title, t.visibility AS topic_visibility, m.approved_at, p.* \
                FROM photos p LEFT JOIN topic_photos m ON m.photo_id = p.id \
                LEFT JOIN topics t ON t.id = m.topic_id \
                WHERE p.id = ? AND p.state <> ? ORDER BY t.position, t.id";
    let rows = Sql::new(text, [id.as_str().into(), DELETED.into()]).all(db).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let photo = Model::from_query_result(first, "").map_err(fault)?.into_photo()?;
    let mut topics = Vec::new();
    for row in &rows {
        if cell::<Option<String>>(row, 1)?.is_some() {
            topics.push(membership(row)?);
        }
    }
    Ok(Some((photo, topics)))
}

/// The newest listed photos of some people: a short walk on the index of each.
pub(super) async fn newest_of(
    db: &impl ConnectionTrait,
    owners: &[UserId],
    each: u32,
) -> Result<Vec<Photo>, StoreError> {
    let mut photos = Vec::new();
    for part in owners.chunks(OWNERS_AT_ONCE) {
        let mut sql = Sql::default();
        for (place, owner) in part.iter().enumerate() {
            sql.add(if place == 0 { "" } else { " UNION ALL " }, []);
            let text = "SELECT * FROM (SELECT * FROM photos WHERE owner_id = ? AND state = ? \
                        ORDER BY created_at DESC, id DESC LIMIT ?) newest";
            sql.add(text, [owner.as_str().into(), LISTED.into(), i64::from(each).into()]);
        }
        for model in sql.models::<Model>(db).await? {
            photos.push(model.into_photo()?);
        }
    }
    Ok(photos)
}

pub(super) async fn by_image_key(
    db: &impl ConnectionTrait,
    key: &ImageKey,
) -> Result<Option<Photo>, StoreError> {
    let text = "SELECT * FROM photos WHERE image_key = ? AND state <> ?";
    let sql = Sql::new(text, [key.as_str().into(), DELETED.into()]);
    sql.models::<Model>(db).await?.pop().map(Model::into_photo).transpose()
}

/// The hottest query of all: one statement, whatever the number of photos.
pub(super) async fn listed_by_ids(
    db: &impl ConnectionTrait,
    ids: &[PhotoId],
) -> Result<Vec<Photo>, StoreError> {
    let mut found = HashMap::with_capacity(ids.len());
    for part in ids.chunks(IDS_AT_ONCE) {
        let mut sql = Sql::new("SELECT * FROM photos WHERE id IN ", []);
        sql.list(part.iter().map(PhotoId::as_str));
        // The plus keeps SQLite from choosing the index of the state.
        sql.add(" AND +state = ?", [LISTED.into()]);
        for model in sql.models::<Model>(db).await? {
            let photo = model.into_photo()?;
            found.insert(photo.id.clone(), photo);
        }
    }
    Ok(in_order(ids, found))
}

pub(super) async fn beside(db: &impl ConnectionTrait, photo: &Photo) -> Result<Beside, StoreError> {
    let one = async |than: &str, way: &str| {
        let text = format!(
            "SELECT * FROM photos WHERE state = ? AND (created_at, id) {than} (?, ?) \
             ORDER BY created_at {way}, id {way} LIMIT 1"
        );
        let values = [LISTED.into(), photo.created_at.as_micros().into(), photo.id.as_str().into()];
        let found = Sql::new(&text, values).models::<Model>(db).await?.pop();
        found.map(Model::into_photo).transpose()
    };
    Ok(Beside { newer: one(">", "ASC").await?, older: one("<", "DESC").await? })
}

pub(super) async fn after(
    db: &impl ConnectionTrait,
    after: Option<&PhotoId>,
    limit: u32,
) -> Result<Vec<Photo>, StoreError> {
    let text = "SELECT * FROM photos WHERE id > ? AND +state <> ? ORDER BY id LIMIT ?";
    let after = after.map_or("", PhotoId::as_str);
    let sql = Sql::new(text, [after.into(), DELETED.into(), i64::from(limit).into()]);
    sql.models::<Model>(db).await?.into_iter().map(Model::into_photo).collect()
}

pub(super) async fn duplicate_of(
    db: &impl ConnectionTrait,
    owner: &UserId,
    checksum: &Checksum,
) -> Result<Option<PhotoId>, StoreError> {
    let text = "SELECT id FROM photos WHERE same_bytes = ?";
    let id: Option<String> = Sql::new(text, [same_bytes(owner, checksum).into()]).value(db).await?;
    id.map(|id| PhotoId::parse(&id).map_err(corrupt("id", &id))).transpose()
}

/// The row of a photo that is not deleted.
pub(super) async fn row(
    db: &impl ConnectionTrait,
    id: &PhotoId,
) -> Result<Option<Model>, StoreError> {
    let text = "SELECT * FROM photos WHERE id = ? AND state <> ?";
    Ok(Sql::new(text, [id.as_str().into(), DELETED.into()]).models(db).await?.pop())
}

/// Whether a photo is listed, withdrawn or deleted; `None` when there never was one.
pub(crate) async fn state_of(
    db: &impl ConnectionTrait,
    id: &PhotoId,
) -> Result<Option<i16>, StoreError> {
    Sql::new("SELECT state FROM photos WHERE id = ?", [id.as_str().into()]).value(db).await
}

/// Photos in the order of their ids; an id that stands twice gets its photo twice.
fn in_order(ids: &[PhotoId], mut found: HashMap<PhotoId, Photo>) -> Vec<Photo> {
    let mut left: HashMap<&PhotoId, usize> = HashMap::with_capacity(ids.len());
    for id in ids {
        *left.entry(id).or_default() += 1;
    }
    ids.iter()
        .filter_map(|id| {
            let left = left.get_mut(id)?;
            *left -= 1;
            if *left == 0 { found.remove(id) } else { found.get(id).cloned() }
        })
        .collect()
}

const IDS_AT_ONCE: usize = 500;
const OWNERS_AT_ONCE: usize = 100;
