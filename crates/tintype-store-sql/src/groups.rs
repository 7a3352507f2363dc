//! What collections and topics have in common: photos in them, how many are listed, the newest.

use sea_orm::ConnectionTrait;
use tintype_store::StoreError;

use crate::{
    entities::photos::LISTED,
    sql::{Sql, cell},
};

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

    /// Counts `more` listed photos into a group, and looks anew which are the newest.
    pub async fn recount(
        &self,
        tx: &impl ConnectionTrait,
        group: &str,
        more: i64,
    ) -> Result<(), StoreError> {
        let preview = self.newest(tx, &[group]).await?;
        let preview = preview.into_iter().map(|(_, photo)| photo).collect::<Vec<_>>().join(" ");
        self.set(tx, group, more, &preview).await
    }

    /// The same for many groups at once.
    pub async fn recount_many(
        &self,
        tx: &impl ConnectionTrait,
        groups: &[(&str, i64)],
    ) -> Result<(), StoreError> {
        for part in groups.chunks(MANY) {
            let names: Vec<&str> = part.iter().map(|(group, _)| *group).collect();
            let mut previews = std::collections::HashMap::<String, Vec<String>>::new();
            for (group, photo) in self.newest(tx, &names).await? {
                previews.entry(group).or_default().push(photo);
            }
            for (group, more) in part {
                let preview = previews.remove(*group).unwrap_or_default().join(" ");
                self.set(tx, group, *more, &preview).await?;
            }
        }
        Ok(())
    }

    async fn set(
        &self,
        tx: &impl ConnectionTrait,
        group: &str,
        more: i64,
        preview: &str,
    ) -> Result<(), StoreError> {
        let table = self.table;
        let text =
            format!("UPDATE {table} SET total_photos = total_photos + ?, preview = ? WHERE id = ?");
        Sql::new(&text, [more.into(), preview.into(), group.into()]).run(tx).await?;
        Ok(())
    }

    /// The newest listed photos of each group, with the group's name.
    async fn newest(
        &self,
        db: &impl ConnectionTrait,
        groups: &[&str],
    ) -> Result<Vec<(String, String)>, StoreError> {
        let Self { members, key, since, .. } = self;
        let sql = if let [group] = groups {
            let text = format!(
                "SELECT m.{key}, m.photo_id FROM {members} m JOIN photos p ON p.id = m.photo_id \
                 WHERE m.{key} = ? AND p.state = {LISTED} \
                 ORDER BY m.{since} DESC, m.photo_id DESC LIMIT {PREVIEW}"
            );
            Sql::new(&text, [(*group).into()])
        } else {
            let text = format!(
                "SELECT grp, photo FROM (SELECT m.{key} AS grp, m.photo_id AS photo, \
                 row_number() OVER (PARTITION BY m.{key} \
                 ORDER BY m.{since} DESC, m.photo_id DESC) AS place \
                 FROM {members} m JOIN photos p ON p.id = m.photo_id \
                 WHERE p.state = {LISTED} AND m.{key} IN "
            );
            let mut sql = Sql::new(&text, []);
            sql.list(groups.iter().copied());
            sql.add(&format!(") newest WHERE place <= {PREVIEW} ORDER BY grp, place"), []);
            sql
        };
        sql.all(db).await?.iter().map(|row| Ok((cell(row, 0)?, cell(row, 1)?))).collect()
    }
}

/// Photos that stand for a group.
const PREVIEW: u32 = 4;
/// Groups that one statement asks for.
const MANY: usize = 200;
