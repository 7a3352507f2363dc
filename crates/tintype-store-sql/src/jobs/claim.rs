//! Choosing which jobs are next.

use sea_orm::{ConnectionTrait, QueryResult};
use tintype_domain::Timestamp;
use tintype_store::{Claim, ClaimedJob, JobId, StoreError};

use super::{DEAD, READY, RUNNING, payload};
use crate::{
    sql::{Sql, cell},
    store::SqlStore,
};

/// Takes jobs that are due. Nothing is written, and nobody woken, when there are none.
pub(super) async fn claim(
    store: &SqlStore,
    claim: &Claim<'_>,
) -> Result<Vec<ClaimedJob>, StoreError> {
    let limit = i64::from(claim.limit.min(CLAIM_MAX));
    let due = next_due(&store.read, claim.kinds).await?;
    if limit == 0 || due.is_none_or(|due| due > store.now()) {
        return Ok(Vec::new());
    }
    let writing = store.writing().await?;
    let tx = &writing.tx;
    // Waiting for the right to write may have taken a while.
    let now = store.now();
    let has_freed = free_expired(tx, now).await?;
    let jobs = choose(tx, claim, now, limit).await?;
    take(tx, claim, &jobs, now).await?;
    if has_freed || !jobs.is_empty() {
        writing.commit().await?;
    }
    Ok(jobs)
}

/// When the next job falls due. States and turns are few, and each is one look into the index.
pub(super) async fn next_due(
    db: &impl ConnectionTrait,
    kinds: &[&str],
) -> Result<Option<Timestamp>, StoreError> {
    let text = "WITH RECURSIVE turns (state, turn) AS ( \
                SELECT ?, (SELECT min(turn) FROM jobs WHERE state = ?) UNION ALL \
                SELECT ?, (SELECT min(turn) FROM jobs WHERE state = ?) UNION ALL \
                SELECT t.state, (SELECT min(j.turn) FROM jobs j \
                WHERE j.state = t.state AND j.turn > t.turn) FROM turns t \
                WHERE t.turn IS NOT NULL) \
                SELECT min((SELECT min(j.due_at) FROM jobs j \
                WHERE j.state = t.state AND j.turn = t.turn";
    let values = [READY.into(), READY.into(), RUNNING.into(), RUNNING.into()];
    let mut sql = Sql::new(text, values);
    if !kinds.is_empty() {
        sql.add(" AND j.kind IN ", []).list(kinds.iter().copied());
    }
    sql.add(")) FROM turns t WHERE t.turn IS NOT NULL", []);
    let due: Option<Option<i64>> = sql.value(db).await?;
    Ok(due.flatten().map(Timestamp::from_micros))
}

/// Makes jobs ready whose lease ran out, or dead when that was their last try.
async fn free_expired(tx: &impl ConnectionTrait, now: Timestamp) -> Result<bool, StoreError> {
    let now = now.as_micros();
    let text = "UPDATE jobs SET state = ?, due_at = ?, finished_at = ?, unique_key = NULL, \
                last_error = ? WHERE state = ? AND due_at <= ? AND attempts >= max_attempts";
    let values =
        [DEAD.into(), now.into(), now.into(), LEASE_RAN_OUT.into(), RUNNING.into(), now.into()];
    let dead = Sql::new(text, values).run(tx).await?;
    let text = "UPDATE jobs SET state = ?, due_at = run_at, last_error = ? \
                WHERE state = ? AND due_at <= ?";
    let values = [READY.into(), LEASE_RAN_OUT.into(), RUNNING.into(), now.into()];
    let freed = Sql::new(text, values).run(tx).await?;
    Ok(dead + freed > 0)
}

/// The jobs whose turn it is, in order. Each turn is asked for alone: within one the index knows
/// what is due, and jobs of the future are not stepped over one by one.
async fn choose(
    db: &impl ConnectionTrait,
    claim: &Claim<'_>,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<ClaimedJob>, StoreError> {
    let mut jobs = Vec::new();
    let mut turns = Turns::of(READY);
    while let Some(turn) = turns.next(db).await? {
        let text = "SELECT id, kind, payload, attempts, max_attempts, fence, queued_at, trace_id \
                    FROM jobs WHERE state = ? AND turn = ? AND due_at <= ?";
        let mut sql = Sql::new(text, [READY.into(), turn.into(), now.as_micros().into()]);
        if !claim.kinds.is_empty() {
            sql.add(" AND kind IN ", []).list(claim.kinds.iter().copied());
        }
        let left = limit - jobs.len() as i64;
        sql.add(" ORDER BY due_at, id LIMIT ?", [left.into()]);
        for row in sql.all(db).await? {
            jobs.push(claimed(&row)?);
        }
        if jobs.len() as i64 >= limit {
            break;
        }
    }
    Ok(jobs)
}

/// The turns that jobs of a state have, the first one first.
struct Turns {
    state: i16,
    last: Option<i16>,
}

impl Turns {
    const fn of(state: i16) -> Self {
        Self { state, last: None }
    }

    async fn next(&mut self, db: &impl ConnectionTrait) -> Result<Option<i16>, StoreError> {
        let sql = match self.last {
            None => Sql::new("SELECT min(turn) FROM jobs WHERE state = ?", [self.state.into()]),
            Some(last) => Sql::new(
                "SELECT min(turn) FROM jobs WHERE state = ? AND turn > ?",
                [self.state.into(), last.into()],
            ),
        };
        let next = sql.value::<Option<i16>>(db).await?.flatten();
        self.last = next;
        Ok(next)
    }
}

async fn take(
    tx: &impl ConnectionTrait,
    claim: &Claim<'_>,
    jobs: &[ClaimedJob],
    now: Timestamp,
) -> Result<(), StoreError> {
    for part in jobs.chunks(super::finish::IDS_AT_ONCE) {
        let text = "UPDATE jobs SET state = ?, attempts = attempts + 1, fence = fence + 1, \
                    due_at = ?, worker = ?, started_at = ? WHERE id IN ";
        let mut sql = Sql::new(
            text,
            [
                RUNNING.into(),
                now.plus(claim.lease).as_micros().into(),
                claim.worker.into(),
                now.as_micros().into(),
            ],
        );
        sql.list(part.iter().map(|job| job.id.0));
        sql.run(tx).await?;
    }
    Ok(())
}

/// The job as it will be once it is taken.
fn claimed(row: &QueryResult) -> Result<ClaimedJob, StoreError> {
    let id: i64 = cell(row, 0)?;
    Ok(ClaimedJob {
        id: JobId(id),
        kind: cell(row, 1)?,
        payload: payload(&cell::<String>(row, 2)?, id)?,
        attempt: cell::<i32>(row, 3)? as u32 + 1,
        max_attempts: cell::<i32>(row, 4)? as u32,
        fence: cell::<i64>(row, 5)? as u64 + 1,
        queued_at: Timestamp::from_micros(cell(row, 6)?),
        trace_id: cell(row, 7)?,
    })
}

/// What is written down of a job that was not heard of until its lease ended.
const LEASE_RAN_OUT: &str = "its worker was not heard of until the lease ran out";
const CLAIM_MAX: u32 = 1000;
