//! Which files are spoken for.

use std::pin::Pin;

use async_trait::async_trait;
use sea_orm::ConnectionTrait;
use tintype_domain::{Checksum, Timestamp};
use tintype_store::{FileStore, StoreError};

use crate::{
    entities::{hash, photos::DELETED},
    sql::Sql,
    store::SqlStore,
};

#[async_trait]
impl FileStore for SqlStore {
    async fn open_upload(&self, checksum: &Checksum, at: Timestamp) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let text = "INSERT INTO pending_uploads (checksum, opened_at) VALUES (?, ?)";
        let values = [checksum.as_bytes().to_vec().into(), at.as_micros().into()];
        Sql::new(text, values).run(&writing.tx).await?;
        writing.commit().await
    }

    async fn close_upload(&self, checksum: &Checksum) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        close(&writing.tx, checksum).await?;
        writing.commit().await
    }

    async fn delete_unused(
        &self,
        checksum: &Checksum,
        at: Timestamp,
        delete: Pin<Box<dyn Future<Output = ()> + Send>>,
    ) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let expired = at.minus(PENDING_FOR).as_micros();
        let text = "DELETE FROM pending_uploads WHERE opened_at < ?";
        Sql::new(text, [expired.into()]).run(&writing.tx).await?;
        let text = "SELECT count(*) FROM pending_uploads WHERE checksum = ?";
        let pending = Sql::new(text, [checksum.as_bytes().to_vec().into()]);
        let is_wanted = pending.count(&writing.tx).await? > 0
            || !used(&writing.tx, std::slice::from_ref(checksum)).await?.is_empty();
        if !is_wanted {
            delete.await;
        }
        writing.commit().await?;
        Ok(!is_wanted)
    }

    async fn used(&self, checksums: &[Checksum]) -> Result<Vec<Checksum>, StoreError> {
        used(&self.read, checksums).await
    }
}

/// Closes one pending upload of these bytes, the earliest: another of the same bytes may be open.
pub(crate) async fn close(
    tx: &impl ConnectionTrait,
    checksum: &Checksum,
) -> Result<(), StoreError> {
    let text = "SELECT id FROM pending_uploads WHERE checksum = ? ORDER BY opened_at, id LIMIT 1";
    let first = Sql::new(text, [checksum.as_bytes().to_vec().into()]);
    if let Some(id) = first.value::<i64>(tx).await? {
        Sql::new("DELETE FROM pending_uploads WHERE id = ?", [id.into()]).run(tx).await?;
    }
    Ok(())
}

async fn used(
    db: &impl ConnectionTrait,
    checksums: &[Checksum],
) -> Result<Vec<Checksum>, StoreError> {
    let mut found = std::collections::HashSet::new();
    for part in checksums.chunks(AT_ONCE) {
        for column in ["checksum", "public_checksum"] {
            let mut sql = Sql::new(&format!("SELECT {column} FROM photos WHERE {column} IN "), []);
            sql.list(part.iter().map(|checksum| checksum.as_bytes().to_vec()));
            sql.add(" AND +state <> ?", [DELETED.into()]);
            for bytes in sql.column::<Vec<u8>>(db).await? {
                found.insert(Checksum::from_bytes(hash(&bytes, "checksum", "a photo")?));
            }
        }
    }
    Ok(checksums.iter().filter(|checksum| found.contains(checksum)).copied().collect())
}

/// An upload that has not ended by then never will.
const PENDING_FOR: std::time::Duration = std::time::Duration::from_hours(1);
const AT_ONCE: usize = 500;
