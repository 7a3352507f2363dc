//! Writing down what came of jobs.

use std::{collections::HashMap, time::Duration};

use sea_orm::ConnectionTrait;
use tintype_domain::Timestamp;
use tintype_store::{Finished, JobId, Outcome, StoreError};

use super::{DEAD, DONE, READY, RUNNING};
use crate::{
    sql::{Sql, cell},
    store::SqlStore,
};

pub(super) async fn heartbeat(
    store: &SqlStore,
    jobs: &[(JobId, u64)],
    lease: Duration,
) -> Result<Vec<JobId>, StoreError> {
    let writing = store.writing().await?;
    let ids: Vec<i64> = jobs.iter().map(|(id, _)| id.0).collect();
    let fences = running(&writing.tx, &ids).await?;
    let is_ours = |(id, fence): &&(JobId, u64)| fences.get(&id.0) == Some(fence);
    let ours: Vec<i64> = jobs.iter().filter(is_ours).map(|(id, _)| id.0).collect();
    let until = store.now().plus(lease).as_micros();
    for part in ours.chunks(IDS_AT_ONCE) {
        let mut sql = Sql::new("UPDATE jobs SET due_at = ? WHERE id IN ", [until.into()]);
        sql.list(part.iter().copied());
        sql.run(&writing.tx).await?;
    }
    if !ours.is_empty() {
        writing.commit().await?;
    }
    Ok(jobs.iter().map(|(id, _)| *id).filter(|id| !ours.contains(&id.0)).collect())
}

pub(super) async fn finish(store: &SqlStore, finished: &[Finished]) -> Result<(), StoreError> {
    if finished.is_empty() {
        return Ok(());
    }
    let writing = store.writing().await?;
    let tx = &writing.tx;
    let now = store.now();
    let ids: Vec<i64> = finished.iter().map(|job| job.id.0).collect();
    let fences = running(tx, &ids).await?;
    let mut done = Vec::new();
    let mut released = Vec::new();
    for job in finished.iter().filter(|job| fences.get(&job.id.0) == Some(&job.fence)) {
        match &job.outcome {
            Outcome::Done => done.push(job.id.0),
            Outcome::Released => released.push(job.id.0),
            Outcome::Retry { run_at, error } => retry(tx, job.id, *run_at, error).await?,
            Outcome::Dead { error } => bury(tx, job.id, now, error).await?,
        }
    }
    complete(tx, &done, now).await?;
    release(tx, &released).await?;
    writing.commit().await
}

/// Of these jobs, those that run, each with its fence.
async fn running(tx: &impl ConnectionTrait, ids: &[i64]) -> Result<HashMap<i64, u64>, StoreError> {
    let mut fences = HashMap::with_capacity(ids.len());
    for part in ids.chunks(IDS_AT_ONCE) {
        let mut sql = Sql::new("SELECT id, fence FROM jobs WHERE id IN ", []);
        // The plus keeps SQLite from choosing the index of the state.
        sql.list(part.iter().copied()).add(" AND +state = ?", [RUNNING.into()]);
        for row in sql.all(tx).await? {
            fences.insert(cell(&row, 0)?, cell::<i64>(&row, 1)? as u64);
        }
    }
    Ok(fences)
}

async fn complete(
    tx: &impl ConnectionTrait,
    ids: &[i64],
    now: Timestamp,
) -> Result<(), StoreError> {
    let now = now.as_micros();
    for part in ids.chunks(IDS_AT_ONCE) {
        let text = "UPDATE jobs SET state = ?, due_at = ?, finished_at = ?, unique_key = NULL \
                    WHERE id IN ";
        let mut sql = Sql::new(text, [DONE.into(), now.into(), now.into()]);
        sql.list(part.iter().copied());
        sql.run(tx).await?;
    }
    Ok(())
}

async fn release(tx: &impl ConnectionTrait, ids: &[i64]) -> Result<(), StoreError> {
    for part in ids.chunks(IDS_AT_ONCE) {
        let text = "UPDATE jobs SET state = ?, due_at = run_at, attempts = attempts - 1 \
                    WHERE id IN ";
        let mut sql = Sql::new(text, [READY.into()]);
        sql.list(part.iter().copied());
        sql.run(tx).await?;
    }
    Ok(())
}

async fn retry(
    tx: &impl ConnectionTrait,
    id: JobId,
    run_at: Timestamp,
    error: &str,
) -> Result<(), StoreError> {
    let text = "UPDATE jobs SET state = ?, run_at = ?, due_at = ?, last_error = ? WHERE id = ?";
    let run_at = run_at.as_micros();
    let values = [READY.into(), run_at.into(), run_at.into(), error.into(), id.0.into()];
    Sql::new(text, values).run(tx).await?;
    Ok(())
}

async fn bury(
    tx: &impl ConnectionTrait,
    id: JobId,
    now: Timestamp,
    error: &str,
) -> Result<(), StoreError> {
    let text = "UPDATE jobs SET state = ?, due_at = ?, finished_at = ?, unique_key = NULL, \
                last_error = ? WHERE id = ?";
    let now = now.as_micros();
    let values = [DEAD.into(), now.into(), now.into(), error.into(), id.0.into()];
    Sql::new(text, values).run(tx).await?;
    Ok(())
}

pub(super) const IDS_AT_ONCE: usize = 250;
