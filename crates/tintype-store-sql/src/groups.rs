//! What collections and topics have in common: photos in them, how many are listed, the newest.

use sea_orm::ConnectionTrait;
use tintype_store::StoreError;

use crate::{entities::photos::LISTED, sql::Sql};

/// The tables and columns of one kind of group.
pub(crate) struct Group {
    /// The groups themselves, with `total_photos` and `preview`.
    pub table: &'static str,
    /// Which photo is in which.
    pub members: &'static str,
    /// The column that names the group there.
    pub key: &'static str,
    /// The column that says since when.
    pub since: &'static str,
}

pub(crate) const COLLECTIONS: Group = Group {
    table: "collections",
    members: "collection_photos",
    key: "collection_id",
    since: "added_at",
};

pub(crate) const TOPICS: Group =
    Group { table: "topics", members: "topic_photos", key: "topic_id", since: "approved_at" };

impl Group {
    /// Since when the photo is in the group, if it is.
    pub async fn member_since(
        &self,
        db: &impl ConnectionTrait,
        group: &str,
        photo: &str,
    ) -> Result<Option<i64>, StoreError> {
        let Self { members, key, since, .. } = self;
        let text = format!("SELECT {since} FROM {members} WHERE {key} = ? AND photo_id = ?");
        Sql::new(&text, [group.into(), photo.into()]).value(db).await
    }

    /// Puts a photo in that is not in yet.
    pub async fn put(
        &self,
        tx: &impl ConnectionTrait,
        group: &str,
        photo: &str,
        at: i64,
    ) -> Result<(), StoreError> {
        let Self { members, key, since, .. } = self;
        let text = format!("INSERT INTO {members} ({key}, photo_id, {since}) VALUES (?, ?, ?)");
        Sql::new(&text, [group.into(), photo.into(), at.into()]).run(tx).await?;
        Ok(())
    }

    /// Takes a photo out that is in.
    pub async fn take(
        &self,
        tx: &impl ConnectionTrait,
        group: &str,
        photo: &str,
    ) -> Result<(), StoreError> {
        let Self { members, key, .. } = self;
        let text = format!("DELETE FROM {members} WHERE {key} = ? AND photo_id = ?");
        Sql::new(&text, [group.into(), photo.into()]).run(tx).await?;
        Ok(())
    }

    /// The photos that are in a group.
    pub async fn members_of(
        &self,
        db: &impl ConnectionTrait,
        group: &str,
    ) -> Result<Vec<String>, StoreError> {
        let Self { members, key, .. } = self;
        let text = format!("SELECT photo_id FROM {members} WHERE {key} = ?");
        Sql::new(&text, [group.into()]).column(db).await
    }

    /// The groups that a photo is in.
    pub async fn holding(
        &self,
        db: &impl ConnectionTrait,
        photo: &str,
    ) -> Result<Vec<String>, StoreError> {
        let Self { members, key, .. } = self;
        let text = format!("SELECT {key} FROM {members} WHERE photo_id = ?");
        Sql::new(&text, [photo.into()]).column(db).await
    }

    /// Counts `more` listed photos into a group, and looks anew which are the newest. (The cross
    /// join makes SQLite begin with the members, which are few, and not with all listed photos.)
    pub async fn recount(
        &self,
        tx: &impl ConnectionTrait,
        group: &str,
        more: i64,
    ) -> Result<(), StoreError> {
        let Self { table, members, key, since } = self;
        let text = format!(
            "UPDATE {table} SET total_photos = total_photos + ?, preview = coalesce(( \
             SELECT group_concat(photo_id, ' ' ORDER BY since DESC, photo_id DESC) FROM ( \
             SELECT m.photo_id, m.{since} AS since FROM {members} m \
             CROSS JOIN photos p ON p.id = m.photo_id WHERE m.{key} = ? AND +p.state = {LISTED} \
             ORDER BY m.{since} DESC, m.photo_id DESC LIMIT {PREVIEW}) newest), '') WHERE id = ?"
        );
        Sql::new(&text, [more.into(), group.into(), group.into()]).run(tx).await?;
        Ok(())
    }
}

/// Photos that stand for a group.
const PREVIEW: u32 = 4;
