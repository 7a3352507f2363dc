//! Queueing jobs, in the transaction of the write that causes them.

use sea_orm::{ConnectionTrait, Value};
use tintype_domain::Timestamp;
use tintype_store::watch::{Seen, tell};
use tintype_store::{JobId, NewJob, StoreError};

use super::READY;
use crate::sql::Sql;

/// Queues jobs; in place of each its number, or `None` where its key is taken.
pub(crate) async fn enqueue(
    tx: &impl ConnectionTrait,
    jobs: &[NewJob],
    now: Timestamp,
) -> Result<Vec<Option<JobId>>, StoreError> {
    let mut ids = Vec::with_capacity(jobs.len());
    // Jobs with keys go one by one, since each may be refused; the others together.
    for run in jobs.chunk_by(|a, b| a.unique_key.is_none() && b.unique_key.is_none()) {
        for part in run.chunks(ROWS_AT_ONCE) {
            let is_free = match &part[0].unique_key {
                Some(key) => is_free(tx, key).await?,
                None => true,
            };
            if is_free {
                let last = insert(tx, part, now).await?;
                let first = last + 1 - part.len() as i64;
                for (id, job) in (first..=last).zip(part) {
                    tell(|| Seen::Job { id: JobId(id), kind: job.kind.clone() });
                    ids.push(Some(JobId(id)));
                }
            } else {
                ids.push(None);
            }
        }
    }
    Ok(ids)
}

async fn is_free(tx: &impl ConnectionTrait, key: &str) -> Result<bool, StoreError> {
    let text = "SELECT count(*) FROM jobs WHERE unique_key = ?";
    Ok(Sql::new(text, [key.into()]).count(tx).await? == 0)
}

/// Saves rows, and returns the number of the last one. Numbers of one statement follow each other:
/// this transaction holds the only right to write.
async fn insert(
    tx: &impl ConnectionTrait,
    jobs: &[NewJob],
    now: Timestamp,
) -> Result<i64, StoreError> {
    let mut sql = Sql::new(
        "INSERT INTO jobs (kind, payload, state, turn, due_at, run_at, attempts, max_attempts, \
         fence, unique_key, trace_id, queued_at) VALUES ",
        [],
    );
    sql.rows(jobs.iter().map(|job| row(job, now)));
    sql.insert(tx).await
}

fn row(job: &NewJob, now: Timestamp) -> Vec<Value> {
    let run_at = job.run_at.unwrap_or(now).as_micros();
    vec![
        job.kind.as_str().into(),
        job.payload.to_string().into(),
        READY.into(),
        // Of i16 all but one number can be negated, and that one is as good as the next.
        job.priority.saturating_neg().into(),
        run_at.into(),
        run_at.into(),
        0i32.into(),
        (job.max_attempts.max(1) as i32).into(),
        0i64.into(),
        job.unique_key.clone().into(),
        job.trace_id.clone().into(),
        now.as_micros().into(),
    ]
}

const ROWS_AT_ONCE: usize = 200;
