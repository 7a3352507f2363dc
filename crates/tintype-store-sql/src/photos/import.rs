//! Taking in many photos of a dataset at once.

use std::collections::{HashMap, HashSet};

use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, Value};
use tintype_domain::{Member, Photo, Timestamp, User};
use tintype_store::{DatasetBatch, StoreError};

use super::insert::{TagRow, add_tag_rows, tag_rows};
use crate::{
    changes::{self, Kind},
    collections::count_public,
    entities::{
        collections,
        photos::{ActiveModel, DELETED, Entity, LISTED, Model},
        users,
    },
    error::fault,
    groups::COLLECTIONS,
    sql::{Sql, cell},
    standing,
    store::SqlStore,
};

/// Saves what is not there yet, in one transaction; returns how many photos were new.
pub(super) async fn import(store: &SqlStore, batch: &DatasetBatch) -> Result<u64, StoreError> {
    // A batch touches pages all over the indexes. With room for them all, each is written once.
    store.write.execute_unprepared(ROOMY_CACHE).await.map_err(fault)?;
    let imported = import_batch(store, batch).await;
    store.write.execute_unprepared(USUAL_CACHE).await.map_err(fault)?;
    imported
}

async fn import_batch(store: &SqlStore, batch: &DatasetBatch) -> Result<u64, StoreError> {
    let writing = store.writing().await?;
    let tx = &writing.tx;
    let people = add_users(tx, &batch.users).await?;
    let photos = new_photos(tx, &batch.photos).await?;
    let first = standing::listed(tx).await?;
    let models = rows(&photos, &people, first);
    let new = models.len() as u64;
    count(tx, &models).await?;
    let arrived = models.iter().map(|model| (Kind::Photo, model.id.as_str()));
    changes::append(tx, arrived).await?;
    add_photos(tx, models).await?;
    add_tags(tx, &photos).await?;
    add_collections(tx, batch, &people).await?;
    add_members(tx, &batch.members, &photos).await?;
    writing.commit().await?;
    Ok(new)
}

/// Who an id of the batch is in the database: a name that is there already is that person.
type People = HashMap<String, String>;

async fn add_users(tx: &impl ConnectionTrait, batch: &[User]) -> Result<People, StoreError> {
    let mut people = People::new();
    for part in batch.chunks(IDS_AT_ONCE) {
        let known = known_users(tx, part).await?;
        let (mut ids, mut names): (HashSet<String>, People) = (HashSet::new(), People::new());
        for (id, name) in known {
            ids.insert(id.clone());
            names.insert(name, id);
        }
        let mut new = Vec::new();
        for user in part {
            let id = user.id.as_str().to_owned();
            if ids.contains(&id) {
                continue;
            }
            if let Some(known) = names.get(&user.username.folded()) {
                people.insert(id, known.clone());
                continue;
            }
            ids.insert(id.clone());
            names.insert(user.username.folded(), id);
            new.push(users::Model::new(user, None));
        }
        changes::append(tx, new.iter().map(|user| (Kind::User, user.id.as_str()))).await?;
        if !new.is_empty() {
            let new = new.into_iter().map(IntoActiveModel::into_active_model);
            let insert = users::Entity::insert_many::<users::ActiveModel, _>(new);
            insert.exec_without_returning(tx).await.map_err(fault)?;
        }
    }
    Ok(people)
}

async fn known_users(
    tx: &impl ConnectionTrait,
    users: &[User],
) -> Result<Vec<(String, String)>, StoreError> {
    let mut sql = Sql::new("SELECT id, username_folded FROM users WHERE id IN ", []);
    sql.list(users.iter().map(|user| user.id.as_str())).add(" OR username_folded IN ", []);
    sql.list(users.iter().map(|user| user.username.folded()));
    sql.all(tx).await?.iter().map(|row| Ok((cell(row, 0)?, cell(row, 1)?))).collect()
}

/// The photos of a batch that are not there: neither by id nor by picture, deleted ones included.
async fn new_photos<'a>(
    tx: &impl ConnectionTrait,
    batch: &'a [Photo],
) -> Result<Vec<&'a Photo>, StoreError> {
    let mut known = HashSet::new();
    for part in batch.chunks(IDS_AT_ONCE) {
        let mut sql = Sql::new("SELECT id, image_key FROM photos WHERE id IN ", []);
        sql.list(part.iter().map(|photo| photo.id.as_str())).add(" OR image_key IN ", []);
        sql.list(part.iter().map(|photo| photo.image_key.as_str()));
        for row in sql.all(tx).await? {
            known.insert(cell::<String>(&row, 0)?);
            known.insert(cell::<String>(&row, 1)?);
        }
    }
    let mut new = Vec::new();
    for photo in batch {
        let (id, key) = (photo.id.as_str(), photo.image_key.as_str());
        if !known.contains(id) && !known.contains(key) {
            known.extend([id.to_owned(), key.to_owned()]);
            new.push(photo);
        }
    }
    Ok(new)
}

fn rows(photos: &[&Photo], people: &People, first: i64) -> Vec<Model> {
    let mut draw = first;
    let row = |photo: &&Photo| {
        let number = photo.is_listed().then_some(draw);
        draw += i64::from(number.is_some());
        let mut model = Model::new(photo, number);
        if let Some(owner) = people.get(&model.owner_id) {
            model.owner_id.clone_from(owner);
        }
        model
    };
    photos.iter().map(row).collect()
}

async fn add_photos(tx: &impl ConnectionTrait, models: Vec<Model>) -> Result<(), StoreError> {
    let mut models = models.into_iter().map(IntoActiveModel::into_active_model).peekable();
    while models.peek().is_some() {
        let part = models.by_ref().take(PHOTOS_AT_ONCE);
        let insert = Entity::insert_many::<ActiveModel, _>(part);
        insert.exec_without_returning(tx).await.map_err(fault)?;
    }
    Ok(())
}

/// Fills the index of tags in its own order, so that each of its pages is written once.
async fn add_tags(tx: &impl ConnectionTrait, photos: &[&Photo]) -> Result<(), StoreError> {
    let rows = photos.iter().flat_map(|photo| tag_rows(photo.id.as_str(), &photo.tags));
    let mut rows: Vec<TagRow<'_>> = rows.collect();
    rows.sort_unstable();
    add_tag_rows(tx, &rows).await
}

/// Counts the new photos everywhere, one statement a person and a day.
async fn count(tx: &impl ConnectionTrait, models: &[Model]) -> Result<(), StoreError> {
    let mut owners = HashMap::<&str, (i64, i64, i64)>::new();
    let mut days = HashMap::<tintype_domain::Day, (Timestamp, i64, i64)>::new();
    let [mut listed, mut pixels, mut views, mut downloads] = [0i64; 4];
    for model in models {
        let is_listed = i64::from(model.state == LISTED);
        let size = model.width * model.height;
        let owner = owners.entry(&model.owner_id).or_insert((0, 0, i64::MAX));
        owner.0 += is_listed;
        owner.1 += is_listed * i64::from(model.promoted_at.is_some());
        owner.2 = owner.2.min(model.created_at);
        let at = Timestamp::from_micros(model.created_at);
        let day = days.entry(tintype_domain::Day::of(at)).or_insert((at, 0, 0));
        day.1 += 1;
        day.2 += size;
        listed += is_listed;
        pixels += is_listed * size;
        views += model.views;
        downloads += model.downloads;
    }
    let withdrawn = models.len() as i64 - listed;
    let text = "UPDATE library_totals SET listed = listed + ?, withdrawn = withdrawn + ?, \
                pixels = pixels + ?, views = views + ?, downloads = downloads + ?";
    let values = [listed.into(), withdrawn.into(), pixels.into(), views.into(), downloads.into()];
    Sql::new(text, values).run(tx).await?;
    for (owner, (photos, promoted, first)) in owners {
        let text = "UPDATE users SET total_photos = total_photos + ?, \
                    total_promoted = total_promoted + ?, \
                    first_photo_at = CASE WHEN first_photo_at < ? THEN first_photo_at ELSE ? END \
                    WHERE id = ?";
        let values = [photos.into(), promoted.into(), first.into(), first.into(), owner.into()];
        Sql::new(text, values).run(tx).await?;
    }
    for (at, photos, pixels) in days.into_values() {
        standing::count_arrivals(tx, at, photos, pixels).await?;
    }
    Ok(())
}

async fn add_collections(
    tx: &impl ConnectionTrait,
    batch: &DatasetBatch,
    people: &People,
) -> Result<(), StoreError> {
    for part in batch.collections.chunks(IDS_AT_ONCE) {
        let mut sql = Sql::new("SELECT id FROM collections WHERE id IN ", []);
        sql.list(part.iter().map(|collection| collection.id.as_str()));
        let mut known: HashSet<String> = sql.column(tx).await?.into_iter().collect();
        let mut public = HashMap::<String, i64>::new();
        let mut new = Vec::new();
        for collection in part {
            if !known.insert(collection.id.as_str().to_owned()) {
                continue;
            }
            let mut model = collections::Model::new(collection);
            if let Some(owner) = people.get(&model.owner_id) {
                model.owner_id.clone_from(owner);
            }
            *public.entry(model.owner_id.clone()).or_default() += i64::from(!model.is_private);
            new.push(model);
        }
        if !new.is_empty() {
            let ids = new.iter().map(|model| (Kind::Collection, model.id.as_str()));
            changes::append(tx, ids).await?;
            let new = new.into_iter().map(IntoActiveModel::into_active_model);
            let insert = collections::Entity::insert_many::<collections::ActiveModel, _>(new);
            insert.exec_without_returning(tx).await.map_err(fault)?;
        }
        for (owner, by) in public {
            count_public(tx, &owner, by).await?;
        }
    }
    Ok(())
}

/// Puts photos into collections, as far as both are there, and counts each touched one anew.
async fn add_members(
    tx: &impl ConnectionTrait,
    members: &[Member],
    arrived: &[&Photo],
) -> Result<(), StoreError> {
    let arrived: HashSet<&str> = arrived.iter().map(|photo| photo.id.as_str()).collect();
    let mut changed = HashSet::new();
    let mut more = HashMap::<&str, i64>::new();
    for part in members.chunks(IDS_AT_ONCE) {
        let photos = states(tx, part).await?;
        let mut present = present(tx, part).await?;
        let mut rows: Vec<Vec<Value>> = Vec::new();
        for member in part {
            let (group, photo) = (member.collection.as_str(), member.photo.as_str());
            let Some(state) = photos.get(photo) else { continue };
            let Some(members) = present.get_mut(group) else { continue };
            if members.insert(photo.to_owned()) {
                rows.push(vec![group.into(), photo.into(), member.added_at.as_micros().into()]);
                *more.entry(group).or_default() += i64::from(*state == LISTED);
                if !arrived.contains(photo) {
                    changed.insert(photo);
                }
            }
        }
        if !rows.is_empty() {
            let text = "INSERT INTO collection_photos (collection_id, photo_id, added_at) VALUES ";
            let mut sql = Sql::new(text, []);
            sql.rows(rows);
            sql.run(tx).await?;
        }
    }
    for (group, by) in &more {
        COLLECTIONS.recount(tx, group, *by).await?;
    }
    changes::append(tx, more.keys().map(|group| (Kind::Collection, *group))).await?;
    changes::append(tx, changed.into_iter().map(|photo| (Kind::Photo, photo))).await
}

async fn states(
    tx: &impl ConnectionTrait,
    members: &[Member],
) -> Result<HashMap<String, i16>, StoreError> {
    let mut sql = Sql::new("SELECT id, state FROM photos WHERE id IN ", []);
    sql.list(members.iter().map(|member| member.photo.as_str()));
    sql.add(" AND +state <> ?", [DELETED.into()]);
    sql.all(tx).await?.iter().map(|row| Ok((cell(row, 0)?, cell(row, 1)?))).collect()
}

/// The collections that are there, each with those of these photos that it holds.
async fn present(
    tx: &impl ConnectionTrait,
    members: &[Member],
) -> Result<HashMap<String, HashSet<String>>, StoreError> {
    let groups: HashSet<&str> = members.iter().map(|member| member.collection.as_str()).collect();
    let mut sql = Sql::new("SELECT id FROM collections WHERE id IN ", []);
    sql.list(groups);
    let mut present: HashMap<String, HashSet<String>> =
        sql.column::<String>(tx).await?.into_iter().map(|id| (id, HashSet::new())).collect();
    let text = "SELECT collection_id, photo_id FROM collection_photos WHERE photo_id IN ";
    let mut sql = Sql::new(text, []);
    sql.list(members.iter().map(|member| member.photo.as_str()));
    for row in sql.all(tx).await? {
        if let Some(photos) = present.get_mut(&cell::<String>(&row, 0)?) {
            photos.insert(cell(&row, 1)?);
        }
    }
    Ok(present)
}

const ROOMY_CACHE: &str = "PRAGMA cache_size = -98304";
const USUAL_CACHE: &str = "PRAGMA cache_size = -8192; PRAGMA shrink_memory";
const IDS_AT_ONCE: usize = 500;
const PHOTOS_AT_ONCE: usize = 200;
