//! Changing a photo.

use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, ConnectionTrait, EntityTrait,
    IntoActiveModel, QueryFilter,
};
use tintype_domain::{Photo, PhotoId, PublicOriginal, Source, Timestamp};
use tintype_store::{NewJob, PhotoEdit, StoreError};

use super::{find, insert::add_tags};
use crate::{
    changes::{self, Kind},
    entities::photos::{ActiveModel, Column, Entity, LISTED, Model},
    error::fault,
    files, jobs,
    sql::Sql,
    standing,
    store::SqlStore,
    users::set,
};

/// Changes a photo and every number that hangs on what changed.
pub(super) async fn edit(
    store: &SqlStore,
    id: &PhotoId,
    edit: &PhotoEdit,
    at: Timestamp,
    jobs: &[NewJob],
) -> Result<Option<Photo>, StoreError> {
    let writing = store.writing().await?;
    let tx = &writing.tx;
    let Some(before) = find::row(tx, id).await? else { return Ok(None) };
    let old = before.clone().into_photo()?;
    let mut photo = old.clone();
    apply(&mut photo, edit, at);
    if photo.tags != old.tags {
        replace_tags(tx, &old, &photo).await?;
    }
    let after = Model::new(&photo, before.draw);
    update(tx, &after).await?;
    move_between_lists(tx, &before, &after).await?;
    changes::append(tx, [(Kind::Photo, id.as_str())]).await?;
    jobs::enqueue(tx, jobs, store.now()).await?;
    if let Some((_, PublicOriginal::Cut { checksum, .. })) = &edit.sharing {
        files::close(tx, checksum).await?;
    }
    writing.commit().await?;
    Ok(Some(photo))
}

/// Names every field of the edit, so that a new one cannot be forgotten here.
fn apply(photo: &mut Photo, edit: &PhotoEdit, at: Timestamp) {
    let PhotoEdit {
        title,
        description,
        alt_description,
        tags,
        wordings,
        location,
        camera,
        license,
        is_sensitive,
        sharing,
        is_featured,
        is_withdrawn,
    } = edit;
    set(&mut photo.title, title.as_ref());
    set(&mut photo.description, description.as_ref());
    set(&mut photo.alt_description, alt_description.as_ref());
    set(&mut photo.tags, tags.as_ref());
    set(&mut photo.wordings, wordings.as_ref());
    set(&mut photo.location, location.as_ref());
    set(&mut photo.camera, camera.as_ref());
    set(&mut photo.license, license.as_ref());
    set(&mut photo.is_sensitive, is_sensitive.as_ref());
    if let Some((shares_place, original)) = sharing {
        photo.shares_place = *shares_place;
        if let Source::File { public, .. } = &mut photo.source {
            *public = *original;
        }
    }
    since(&mut photo.promoted_at, *is_featured, at);
    since(&mut photo.withdrawn_at, *is_withdrawn, at);
    photo.updated_at = at;
}

/// Begins or ends a state; one that stands already keeps its first moment.
fn since(moment: &mut Option<Timestamp>, stands: Option<bool>, at: Timestamp) {
    match stands {
        Some(true) => *moment = moment.or(Some(at)),
        Some(false) => *moment = None,
        None => {}
    }
}

async fn replace_tags(
    tx: &impl ConnectionTrait,
    old: &Photo,
    new: &Photo,
) -> Result<(), StoreError> {
    remove_tags(tx, old.id.as_str(), &old.tags).await?;
    add_tags(tx, new.id.as_str(), &new.tags).await
}

/// Empties the index of a photo's tags. The table is ordered by tag, so they are named.
pub(super) async fn remove_tags(
    tx: &impl ConnectionTrait,
    photo: &str,
    tags: &[String],
) -> Result<(), StoreError> {
    for part in tags.chunks(TAGS_AT_ONCE) {
        let mut sql =
            Sql::new("DELETE FROM photo_tags WHERE photo_id = ? AND tag IN ", [photo.into()]);
        sql.list(part.iter().map(String::as_str));
        sql.run(tx).await?;
    }
    Ok(())
}

/// Writes all but the numbers, which change by their own statements.
async fn update(tx: &impl ConnectionTrait, model: &Model) -> Result<(), StoreError> {
    let changed = ActiveModel {
        id: NotSet,
        draw: NotSet,
        likes: NotSet,
        views: NotSet,
        downloads: NotSet,
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

/// Counts the photo anew where its standing changed.
async fn move_between_lists(
    tx: &impl ConnectionTrait,
    before: &Model,
    after: &Model,
) -> Result<(), StoreError> {
    match (before.state == LISTED, after.state == LISTED) {
        (true, false) => {
            set_draw(tx, &after.id, None).await?;
            standing::leave(tx, before).await?;
            count_withdrawn(tx, 1).await
        }
        (false, true) => {
            let draw = standing::enter_again(tx, after).await?;
            set_draw(tx, &after.id, Some(draw)).await?;
            count_withdrawn(tx, -1).await
        }
        (true, true) => count_promoted(tx, before, after).await,
        (false, false) => Ok(()),
    }
}

async fn set_draw(
    tx: &impl ConnectionTrait,
    id: &str,
    draw: Option<i64>,
) -> Result<(), StoreError> {
    let text = "UPDATE photos SET draw = ? WHERE id = ?";
    Sql::new(text, [draw.into(), id.into()]).run(tx).await?;
    Ok(())
}

pub(super) async fn count_withdrawn(tx: &impl ConnectionTrait, by: i64) -> Result<(), StoreError> {
    let text = "UPDATE library_totals SET withdrawn = withdrawn + ?";
    Sql::new(text, [by.into()]).run(tx).await?;
    Ok(())
}

async fn count_promoted(
    tx: &impl ConnectionTrait,
    before: &Model,
    after: &Model,
) -> Result<(), StoreError> {
    let by = i64::from(after.promoted_at.is_some()) - i64::from(before.promoted_at.is_some());
    if by != 0 {
        let text = "UPDATE users SET total_promoted = total_promoted + ? WHERE id = ?";
        Sql::new(text, [by.into(), after.owner_id.as_str().into()]).run(tx).await?;
    }
    Ok(())
}

const TAGS_AT_ONCE: usize = 500;
