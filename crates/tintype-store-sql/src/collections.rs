//! Collections and what is in them.

use async_trait::async_trait;
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, ConnectionTrait, EntityTrait,
    FromQueryResult, IntoActiveModel, QueryFilter, QueryResult,
};
use tintype_domain::{Collection, CollectionId, Listing, Member, Page, PhotoId, Timestamp, UserId};
use tintype_store::{CollectionEdit, CollectionFilter, CollectionStore, StoreError};

use crate::{
    changes::{self, Kind},
    entities::{
        collections::{ActiveModel, Column, Entity, Model},
        corrupt, count,
        photos::{DELETED, LISTED},
    },
    error::fault,
    groups::COLLECTIONS,
    photos::state_of,
    sql::{Sql, cell},
    store::SqlStore,
    users::set,
};

#[async_trait]
impl CollectionStore for SqlStore {
    async fn collection(&self, id: &CollectionId) -> Result<Option<Collection>, StoreError> {
        row(&self.read, id).await?.map(Model::into_collection).transpose()
    }

    async fn collections_by_ids(
        &self,
        ids: &[CollectionId],
    ) -> Result<Vec<Collection>, StoreError> {
        let mut found = std::collections::HashMap::new();
        for part in ids.chunks(IDS_AT_ONCE) {
            let mut sql = Sql::new("SELECT * FROM collections WHERE id IN ", []);
            sql.list(part.iter().map(CollectionId::as_str));
            for model in sql.models::<Model>(&self.read).await? {
                found.insert(model.id.clone(), model);
            }
        }
        let models = ids.iter().filter_map(|id| found.get(id.as_str()).cloned());
        models.map(Model::into_collection).collect()
    }

    async fn collections(
        &self,
        filter: &CollectionFilter,
        page: Page,
    ) -> Result<Listing<Collection>, StoreError> {
        // The total stands beside each row, so that a page is one read.
        let mut sql = Sql::new("SELECT ", []);
        sql.add(if is_all(filter) { KEPT_TOTAL } else { "count(*) OVER ()" }, []);
        sql.add(", c.*", []).join(select(filter));
        let text = " ORDER BY c.published_at DESC, c.id DESC LIMIT ? OFFSET ?";
        sql.add(text, [i64::from(page.size()).into(), (page.offset() as i64).into()]);
        let rows = sql.all(&self.read).await?;
        let total = match rows.first() {
            Some(row) => count(cell(row, 0)?),
            None if page.offset() == 0 => 0,
            None => total(&self.read, filter).await?,
        };
        let items = rows.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Listing { items, total })
    }

    async fn insert_collection(&self, collection: &Collection) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let new = Model::new(collection).into_active_model();
        Entity::insert(new).exec_without_returning(&writing.tx).await.map_err(fault)?;
        if !collection.is_private {
            count_public(&writing.tx, collection.owner.as_str(), 1).await?;
        }
        changes::append(&writing.tx, [(Kind::Collection, collection.id.as_str())]).await?;
        writing.commit().await
    }

    async fn edit_collection(
        &self,
        id: &CollectionId,
        edit: &CollectionEdit,
        at: Timestamp,
    ) -> Result<Option<Collection>, StoreError> {
        let writing = self.writing().await?;
        let Some(before) = row(&writing.tx, id).await? else { return Ok(None) };
        let mut model = before.clone();
        apply(&mut model, edit, at);
        update(&writing.tx, &model).await?;
        let by = i64::from(before.is_private) - i64::from(model.is_private);
        changes::append(&writing.tx, [(Kind::Collection, id.as_str())]).await?;
        if by != 0 {
            count_public(&writing.tx, &model.owner_id, by).await?;
            // Photos are searched by the public collections they are in.
            let photos = COLLECTIONS.members_of(&writing.tx, id.as_str()).await?;
            let photos = photos.iter().map(|photo| (Kind::Photo, photo.as_str()));
            changes::append(&writing.tx, photos).await?;
        }
        writing.commit().await?;
        model.into_collection().map(Some)
    }

    async fn delete_collection(&self, id: &CollectionId) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let tx = &writing.tx;
        let Some(model) = row(tx, id).await? else { return Ok(false) };
        let photos = COLLECTIONS.members_of(tx, id.as_str()).await?;
        for text in [
            "DELETE FROM collection_photos WHERE collection_id = ?",
            "DELETE FROM collections WHERE id = ?",
        ] {
            Sql::new(text, [id.as_str().into()]).run(tx).await?;
        }
        if !model.is_private {
            count_public(tx, &model.owner_id, -1).await?;
        }
        changes::append(tx, [(Kind::Collection, id.as_str())]).await?;
        changes::append(tx, photos.iter().map(|photo| (Kind::Photo, photo.as_str()))).await?;
        writing.commit().await?;
        Ok(true)
    }

    async fn collect(
        &self,
        collection: &CollectionId,
        photo: &PhotoId,
        at: Timestamp,
    ) -> Result<Member, StoreError> {
        let writing = self.writing().await?;
        let state = state_of(&writing.tx, photo).await?.filter(|state| *state != DELETED);
        let state = state.ok_or(StoreError::Missing("photo"))?;
        let before = put(&writing.tx, collection, photo, state == LISTED, at).await?;
        if before.is_none() {
            changes::append(&writing.tx, [(Kind::Photo, photo.as_str())]).await?;
            writing.commit().await?;
        }
        let added_at = before.unwrap_or(at);
        Ok(Member { collection: collection.clone(), photo: photo.clone(), added_at })
    }

    async fn uncollect(
        &self,
        collection: &CollectionId,
        photo: &PhotoId,
    ) -> Result<Option<Member>, StoreError> {
        let writing = self.writing().await?;
        let tx = &writing.tx;
        let (group, member) = (collection.as_str(), photo.as_str());
        let Some(since) = COLLECTIONS.member_since(tx, group, member).await? else {
            return Ok(None);
        };
        let is_listed = state_of(tx, photo).await? == Some(LISTED);
        COLLECTIONS.take(tx, group, member).await?;
        COLLECTIONS.recount(tx, group, -i64::from(is_listed)).await?;
        changes::append(tx, [(Kind::Collection, group), (Kind::Photo, member)]).await?;
        writing.commit().await?;
        let added_at = Timestamp::from_micros(since);
        Ok(Some(Member { collection: collection.clone(), photo: photo.clone(), added_at }))
    }

    async fn memberships(&self, photos: &[PhotoId]) -> Result<Vec<Member>, StoreError> {
        let mut members = Vec::new();
        for part in photos.chunks(IDS_AT_ONCE) {
            let text = "SELECT collection_id, photo_id, added_at FROM collection_photos \
                        WHERE photo_id IN ";
            let mut sql = Sql::new(text, []);
            sql.list(part.iter().map(PhotoId::as_str));
            for row in sql.all(&self.read).await? {
                members.push(member(&row)?);
            }
        }
        Ok(members)
    }

    async fn own_memberships(
        &self,
        owner: &UserId,
        photos: &[PhotoId],
    ) -> Result<Vec<(PhotoId, Collection)>, StoreError> {
        let mut own = Vec::new();
        for part in photos.chunks(IDS_AT_ONCE) {
            let text = "SELECT m.photo_id, c.* FROM collection_photos m \
                        CROSS JOIN collections c ON c.id = m.collection_id \
                        WHERE c.owner_id = ? AND m.photo_id IN ";
            let mut sql = Sql::new(text, [owner.as_str().into()]);
            sql.list(part.iter().map(PhotoId::as_str));
            sql.add(" ORDER BY m.added_at DESC, c.id", []);
            for row in sql.all(&self.read).await? {
                let photo: String = cell(&row, 0)?;
                let photo = PhotoId::parse(&photo).map_err(corrupt("id", &photo))?;
                own.push((photo, read(&row)?));
            }
        }
        Ok(own)
    }
}

/// Puts a photo into a collection, unless it is in: then, says since when.
pub(crate) async fn put(
    tx: &impl ConnectionTrait,
    collection: &CollectionId,
    photo: &PhotoId,
    is_listed: bool,
    at: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let group = collection.as_str();
    if let Some(since) = COLLECTIONS.member_since(tx, group, photo.as_str()).await? {
        return Ok(Some(Timestamp::from_micros(since)));
    }
    let text = "UPDATE collections SET last_collected_at = ? WHERE id = ?";
    if Sql::new(text, [at.as_micros().into(), group.into()]).run(tx).await? == 0 {
        return Err(StoreError::Missing("collection"));
    }
    COLLECTIONS.put(tx, group, photo.as_str(), at.as_micros()).await?;
    COLLECTIONS.recount(tx, group, i64::from(is_listed)).await?;
    changes::append(tx, [(Kind::Collection, group)]).await?;
    Ok(None)
}

/// Counts public collections of a user, and of the library.
pub(crate) async fn count_public(
    tx: &impl ConnectionTrait,
    owner: &str,
    by: i64,
) -> Result<(), StoreError> {
    let text = "UPDATE users SET total_collections = total_collections + ? WHERE id = ?";
    Sql::new(text, [by.into(), owner.into()]).run(tx).await?;
    let text = "UPDATE library_totals SET collections = collections + ?";
    Sql::new(text, [by.into()]).run(tx).await?;
    Ok(())
}

async fn row(db: &impl ConnectionTrait, id: &CollectionId) -> Result<Option<Model>, StoreError> {
    let text = "SELECT * FROM collections WHERE id = ?";
    Ok(Sql::new(text, [id.as_str().into()]).models(db).await?.pop())
}

/// The filter as SQL: ` FROM … WHERE …`, where `c` is the collection.
fn select(filter: &CollectionFilter) -> Sql {
    let CollectionFilter { owner, photo, related_to, is_featured, with_private } = filter;
    let mut sql = Sql::new(" FROM collections c WHERE 1 = 1", []);
    if !with_private {
        sql.add(" AND c.is_private = ?", [false.into()]);
    }
    if let Some(owner) = owner {
        sql.add(" AND c.owner_id = ?", [owner.as_str().into()]);
    }
    if *is_featured {
        sql.add(" AND c.is_featured = ?", [true.into()]);
    }
    if let Some(photo) = photo {
        let text = " AND c.id IN (SELECT collection_id FROM collection_photos WHERE photo_id = ?)";
        sql.add(text, [photo.as_str().into()]);
    }
    if let Some(other) = related_to {
        let text = " AND c.id <> ? AND c.id IN (SELECT m.collection_id FROM \
                    (SELECT photo_id FROM collection_photos WHERE collection_id = ? \
                    ORDER BY added_at DESC LIMIT ?) o \
                    JOIN collection_photos m ON m.photo_id = o.photo_id)";
        sql.add(text, [other.as_str().into(), other.as_str().into(), RELATED_BY.into()]);
    }
    sql
}

async fn total(db: &impl ConnectionTrait, filter: &CollectionFilter) -> Result<u64, StoreError> {
    if is_all(filter) {
        return Sql::new(&format!("SELECT {KEPT_TOTAL}"), []).count(db).await;
    }
    let mut sql = Sql::new("SELECT count(*)", []);
    sql.join(select(filter));
    sql.count(db).await
}

/// Whether it is the list of all public collections, whose length is kept.
fn is_all(filter: &CollectionFilter) -> bool {
    *filter == CollectionFilter::default()
}

const KEPT_TOTAL: &str = "(SELECT collections FROM library_totals)";

fn read(row: &QueryResult) -> Result<Collection, StoreError> {
    Model::from_query_result(row, "").map_err(fault)?.into_collection()
}

/// Names every field of the edit, so that a new one cannot be forgotten here.
fn apply(model: &mut Model, edit: &CollectionEdit, at: Timestamp) {
    let CollectionEdit { title, description, is_private, is_featured } = edit;
    set(&mut model.title, title.as_ref());
    set(&mut model.description, description.as_ref());
    set(&mut model.is_private, is_private.as_ref());
    set(&mut model.is_featured, is_featured.as_ref());
    model.updated_at = at.as_micros();
}

/// Writes the words; what is counted changes by its own statements.
async fn update(tx: &impl ConnectionTrait, model: &Model) -> Result<(), StoreError> {
    let changed = ActiveModel {
        id: NotSet,
        total_photos: NotSet,
        preview: NotSet,
        last_collected_at: NotSet,
        ..model.clone().into_active_model().reset_all()
    };
    Entity::update_many()
        .set(changed)
        .filter(Column::Id.eq(model.id.as_str()))
        .exec(tx)
        .await
        .map_err(fault)?;
    Ok(())
}

fn member(row: &QueryResult) -> Result<Member, StoreError> {
    let (collection, photo): (String, String) = (cell(row, 0)?, cell(row, 1)?);
    Ok(Member {
        collection: CollectionId::parse(&collection).map_err(corrupt("id", &collection))?,
        photo: PhotoId::parse(&photo).map_err(corrupt("id", &photo))?,
        added_at: Timestamp::from_micros(cell(row, 2)?),
    })
}

const IDS_AT_ONCE: usize = 500;
/// Photos of a collection that its relatives are found by.
const RELATED_BY: i64 = 500;
