//! What keeps the database in order.

use std::path::Path;

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseConnection};
use tintype_store::{Drift, Maintenance, StoreError};
use tokio::sync::watch;

use crate::{
    entities::count,
    error::fault,
    open, schema,
    sql::{Sql, cell},
    store::SqlStore,
};

#[async_trait]
impl Maintenance for SqlStore {
    async fn ping(&self) -> Result<(), StoreError> {
        Sql::new("SELECT listed FROM library_totals", []).value::<i64>(&self.read).await?;
        // Taking the right to write and giving it back shows that it can be had.
        let writing = self.writing().await?;
        writing.tx.rollback().await.map_err(fault)
    }

    fn writes(&self) -> watch::Receiver<u64> {
        self.ticks.subscribe()
    }

    async fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        if to.exists() {
            return Err(StoreError::Conflict("a file at the place of the copy"));
        }
        let text = to.to_str().ok_or_else(|| unavailable("the path is not UTF-8"))?;
        // A connection of its own, since this may take minutes.
        let db = open::readers(&self.options, 1).await.map_err(unavailable)?;
        let copied = Sql::new("VACUUM INTO ?", [text.into()]).run(&db).await;
        close(&db).await;
        copied?;
        let to = to.to_owned();
        let synced = tokio::task::spawn_blocking(move || sync(&to)).await;
        synced.map_err(unavailable)?.map_err(unavailable)
    }

    async fn drifts(&self) -> Result<Vec<Drift>, StoreError> {
        let mut drifts = Vec::new();
        for recount in RECOUNTS {
            let text = format!(
                "SELECT id, kept, counted FROM ({}) sums WHERE kept <> counted ORDER BY id LIMIT ?",
                recount.text
            );
            for row in Sql::new(&text, [DRIFTS_MAX.into()]).all(&self.read).await? {
                let (id, kept, counted) = (cell(&row, 0)?, cell(&row, 1)?, cell(&row, 2)?);
                let (kept, counted) = (count(kept), count(counted));
                drifts.push(Drift { what: recount.what, id, kept, counted });
            }
        }
        Ok(drifts)
    }

    async fn damages(&self) -> Result<Vec<String>, StoreError> {
        let mut damages: Vec<String> =
            Sql::new("PRAGMA integrity_check", []).column(&self.read).await?;
        damages.retain(|line| line != "ok");
        for row in Sql::new("PRAGMA foreign_key_check", []).all(&self.read).await? {
            let (table, parent): (String, String) = (cell(&row, 0)?, cell(&row, 2)?);
            damages.push(format!("a row of {table} refers to nothing in {parent}"));
        }
        Ok(damages)
    }

    async fn schema_version(&self) -> Result<u32, StoreError> {
        Ok(schema::applied(&self.read).await?.len() as u32)
    }

    async fn close(&self) {
        self.ticks.stop();
        // The log is only shortened here; whoever opens next would read it all the same.
        let _ = self.write.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await;
        close(&self.read).await;
        close(&self.write).await;
    }
}

async fn close(db: &DatabaseConnection) {
    // Nothing is lost by a connection that does not close: every commit is on the disk.
    let _ = db.close_by_ref().await;
}

/// `VACUUM INTO` leaves its file to the system's cache.
fn sync(path: &Path) -> std::io::Result<()> {
    std::fs::File::open(path)?.sync_all()?;
    match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => std::fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

fn unavailable(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> StoreError {
    StoreError::Unavailable(error.into())
}

/// A number that is kept beside its rows, and how to count it again.
struct Recount {
    what: &'static str,
    /// Answers `id`, `kept`, `counted`.
    text: &'static str,
}

const RECOUNTS: &[Recount] = &[
    Recount {
        what: "photos.likes",
        text: "SELECT id, likes AS kept, (SELECT count(*) FROM likes WHERE photo_id = photos.id) \
               AS counted FROM photos",
    },
    Recount {
        what: "photos.tags",
        text: "SELECT id, json_array_length(tags) AS kept, \
               (SELECT count(*) FROM json_each(photos.tags) word \
               JOIN photo_tags ON tag = word.value AND photo_id = photos.id) AS counted \
               FROM photos WHERE state < 2",
    },
    Recount {
        what: "users.total_photos",
        text: "SELECT id, total_photos AS kept, (SELECT count(*) FROM photos \
               WHERE owner_id = users.id AND state = 0) AS counted FROM users",
    },
    Recount {
        what: "users.total_promoted",
        text: "SELECT id, total_promoted AS kept, (SELECT count(*) FROM photos \
               WHERE owner_id = users.id AND state = 0 AND promoted_at IS NOT NULL) AS counted \
               FROM users",
    },
    Recount {
        what: "users.total_likes",
        text: "SELECT id, total_likes AS kept, (SELECT count(*) FROM likes CROSS JOIN photos p \
               ON p.id = likes.photo_id WHERE likes.user_id = users.id AND p.state = 0) \
               AS counted FROM users",
    },
    Recount {
        what: "users.total_collections",
        text: "SELECT id, total_collections AS kept, (SELECT count(*) FROM collections \
               WHERE owner_id = users.id AND is_private = 0) AS counted FROM users",
    },
    Recount {
        what: "collections.total_photos",
        text: "SELECT id, total_photos AS kept, (SELECT count(*) FROM collection_photos m \
               CROSS JOIN photos p ON p.id = m.photo_id \
               WHERE m.collection_id = collections.id AND p.state = 0) AS counted \
               FROM collections",
    },
    Recount {
        what: "topics.total_photos",
        text: "SELECT id, total_photos AS kept, (SELECT count(*) FROM topic_photos m \
               CROSS JOIN photos p ON p.id = m.photo_id \
               WHERE m.topic_id = topics.id AND p.state = 0) AS counted FROM topics",
    },
    Recount {
        what: "library.listed",
        text: "SELECT 'library' AS id, listed AS kept, \
               (SELECT count(*) FROM photos WHERE state = 0) AS counted FROM library_totals",
    },
    Recount {
        what: "library.withdrawn",
        text: "SELECT 'library' AS id, withdrawn AS kept, \
               (SELECT count(*) FROM photos WHERE state = 1) AS counted FROM library_totals",
    },
    Recount {
        what: "library.collections",
        text: "SELECT 'library' AS id, collections AS kept, \
               (SELECT count(*) FROM collections WHERE is_private = 0) AS counted \
               FROM library_totals",
    },
    Recount {
        what: "library.pixels",
        text: "SELECT 'library' AS id, pixels AS kept, (SELECT coalesce(sum(width * height), 0) \
               FROM photos WHERE state = 0) AS counted FROM library_totals",
    },
    Recount {
        what: "library.likes",
        text: "SELECT 'library' AS id, likes AS kept, (SELECT count(*) FROM likes) AS counted \
               FROM library_totals",
    },
    Recount {
        what: "library.views",
        text: "SELECT 'library' AS id, views AS kept, \
               (SELECT coalesce(sum(views), 0) FROM photos) AS counted FROM library_totals",
    },
    Recount {
        what: "library.downloads",
        text: "SELECT 'library' AS id, downloads AS kept, \
               (SELECT coalesce(sum(downloads), 0) FROM photos) AS counted FROM library_totals",
    },
    Recount {
        // Every listed photo has a number of its own below their count.
        what: "library.draw",
        text: "SELECT 'library' AS id, listed AS kept, (SELECT count(DISTINCT draw) FROM photos \
               WHERE state = 0 AND draw >= 0 AND draw < listed) AS counted FROM library_totals",
    },
];

/// Differences of one kind that are told at most.
const DRIFTS_MAX: i64 = 1000;
