//! The change feed.

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, Value};
use tintype_domain::{Change, CollectionId, PhotoId, Subject, UserId};
use tintype_store::{ChangeStore, StoreError};

use crate::{
    entities::{corrupt, unknown},
    sql::{Sql, cell},
    store::SqlStore,
};

#[async_trait]
impl ChangeStore for SqlStore {
    async fn changes_after(&self, sequence: u64, limit: u32) -> Result<Vec<Change>, StoreError> {
        let text = "SELECT sequence, kind, subject FROM changes WHERE sequence > ? \
                    ORDER BY sequence LIMIT ?";
        let values = [(sequence as i64).into(), i64::from(limit).into()];
        let rows = Sql::new(text, values).all(&self.read).await?;
        rows.iter()
            .map(|row| read(cell(row, 0)?, cell(row, 1)?, &cell::<String>(row, 2)?))
            .collect()
    }

    async fn last_change(&self) -> Result<u64, StoreError> {
        Sql::new("SELECT max(sequence) FROM changes", []).count(&self.read).await
    }

    async fn trim_changes(&self, sequence: u64) -> Result<u64, StoreError> {
        let mut trimmed = 0;
        loop {
            let writing = self.writing().await?;
            let text = "DELETE FROM changes WHERE sequence IN (SELECT sequence FROM changes \
                        WHERE sequence <= ? AND sequence < (SELECT max(sequence) FROM changes) \
                        ORDER BY sequence LIMIT ?)";
            let values = [(sequence as i64).into(), TRIM_AT_ONCE.into()];
            let gone = Sql::new(text, values).run(&writing.tx).await?;
            if gone == 0 {
                return Ok(trimmed);
            }
            writing.commit().await?;
            trimmed += gone;
        }
    }

    async fn trimmed_until(&self) -> Result<u64, StoreError> {
        let first = Sql::new("SELECT min(sequence) FROM changes", []).count(&self.read).await?;
        Ok(first.saturating_sub(1))
    }
}

/// Appends to the feed, in the transaction of the change itself.
pub(crate) async fn append<'a>(
    tx: &impl ConnectionTrait,
    subjects: impl IntoIterator<Item = (Kind, &'a str)>,
) -> Result<(), StoreError> {
    let rows: Vec<Vec<Value>> = subjects
        .into_iter()
        .map(|(kind, subject)| vec![(kind as i16).into(), subject.into()])
        .collect();
    for part in rows.chunks(ROWS_AT_ONCE) {
        let mut sql = Sql::new("INSERT INTO changes (kind, subject) VALUES ", []);
        sql.rows(part.iter().cloned());
        sql.run(tx).await?;
    }
    Ok(())
}

/// What changed, as the feed keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Photo = 0,
    User = 1,
    Collection = 2,
}

fn read(sequence: i64, kind: i16, subject: &str) -> Result<Change, StoreError> {
    let wrong = "a change";
    let subject = match kind {
        0 => Subject::Photo(PhotoId::parse(subject).map_err(corrupt("photo", wrong))?),
        1 => Subject::User(UserId::parse(subject).map_err(corrupt("user", wrong))?),
        2 => {
            Subject::Collection(CollectionId::parse(subject).map_err(corrupt("collection", wrong))?)
        }
        _ => return Err(unknown("kind", wrong, &kind.to_string())),
    };
    Ok(Change { sequence: sequence as u64, subject })
}

const TRIM_AT_ONCE: i64 = 10_000;
const ROWS_AT_ONCE: usize = 500;
