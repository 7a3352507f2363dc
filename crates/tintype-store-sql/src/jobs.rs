//! The job table.

mod claim;
mod enqueue;
mod finish;

use std::time::Duration;

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, QueryResult};
use tintype_domain::Timestamp;
use tintype_store::{
    Claim, ClaimedJob, Finished, JobCount, JobId, JobRecord, JobState, JobStore, NewJob, StoreError,
};

use crate::{
    entities::{corrupt, count, time},
    sql::{Sql, cell},
    store::SqlStore,
};

pub(crate) use enqueue::enqueue;

#[async_trait]
impl JobStore for SqlStore {
    async fn enqueue(&self, jobs: &[NewJob]) -> Result<Vec<Option<JobId>>, StoreError> {
        let writing = self.writing().await?;
        let ids = enqueue(&writing.tx, jobs, self.now()).await?;
        if ids.iter().any(Option::is_some) {
            writing.commit().await?;
        }
        Ok(ids)
    }

    async fn claim(&self, claim: &Claim<'_>) -> Result<Vec<ClaimedJob>, StoreError> {
        claim::claim(self, claim).await
    }

    async fn heartbeat(
        &self,
        jobs: &[(JobId, u64)],
        lease: Duration,
    ) -> Result<Vec<JobId>, StoreError> {
        finish::heartbeat(self, jobs, lease).await
    }

    async fn finish(&self, finished: &[Finished]) -> Result<(), StoreError> {
        finish::finish(self, finished).await
    }

    async fn next_due(&self, kinds: &[&str]) -> Result<Option<Timestamp>, StoreError> {
        claim::next_due(&self.read, kinds).await
    }

    async fn last_tick(&self, schedule: &str) -> Result<Option<Timestamp>, StoreError> {
        last_tick(&self.read, schedule).await
    }

    async fn note_tick(
        &self,
        schedule: &str,
        tick: Timestamp,
        jobs: &[NewJob],
    ) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        if last_tick(&writing.tx, schedule).await?.is_some_and(|last| last >= tick) {
            return Ok(false);
        }
        let text = "UPDATE schedule_ticks SET tick = ? WHERE schedule = ?";
        let values = [tick.as_micros().into(), schedule.into()];
        if Sql::new(text, values).run(&writing.tx).await? == 0 {
            let text = "INSERT INTO schedule_ticks (tick, schedule) VALUES (?, ?)";
            let values = [tick.as_micros().into(), schedule.into()];
            Sql::new(text, values).run(&writing.tx).await?;
        }
        enqueue(&writing.tx, jobs, self.now()).await?;
        writing.commit().await?;
        Ok(true)
    }

    async fn job(&self, id: JobId) -> Result<Option<JobRecord>, StoreError> {
        let text = format!("SELECT {RECORD} FROM jobs WHERE id = ?");
        let row = Sql::new(&text, [id.0.into()]).one(&self.read).await?;
        row.as_ref().map(record).transpose()
    }

    async fn jobs_in(&self, state: JobState, limit: u32) -> Result<Vec<JobRecord>, StoreError> {
        let text = format!("SELECT {RECORD} FROM jobs WHERE state = ? ORDER BY id DESC LIMIT ?");
        let sql = Sql::new(&text, [number(state).into(), i64::from(limit).into()]);
        sql.all(&self.read).await?.iter().map(record).collect()
    }

    async fn job_counts(&self) -> Result<Vec<JobCount>, StoreError> {
        let text = "SELECT kind, state, count(*) FROM jobs GROUP BY kind, state ORDER BY 1, 2";
        let rows = Sql::new(text, []).all(&self.read).await?;
        let read = |row: &QueryResult| {
            Ok(JobCount {
                kind: cell(row, 0)?,
                state: state(cell(row, 1)?)?,
                count: count(cell(row, 2)?),
            })
        };
        rows.iter().map(read).collect()
    }

    async fn revive(&self, id: JobId) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let now = self.now().as_micros();
        let text = "UPDATE jobs SET state = ?, attempts = 0, run_at = ?, due_at = ?, \
                    finished_at = NULL WHERE id = ? AND state = ?";
        let values = [READY.into(), now.into(), now.into(), id.0.into(), DEAD.into()];
        let was_dead = Sql::new(text, values).run(&writing.tx).await? > 0;
        if was_dead {
            writing.commit().await?;
        }
        Ok(was_dead)
    }

    async fn sweep_jobs(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut swept = 0;
        loop {
            let writing = self.writing().await?;
            let gone = sweep_some(&writing.tx, before).await?;
            if gone == 0 {
                return Ok(swept);
            }
            writing.commit().await?;
            swept += gone;
        }
    }

    async fn job_clock(&self) -> Result<Timestamp, StoreError> {
        Ok(self.now())
    }
}

async fn last_tick(
    db: &impl ConnectionTrait,
    schedule: &str,
) -> Result<Option<Timestamp>, StoreError> {
    let text = "SELECT tick FROM schedule_ticks WHERE schedule = ?";
    let tick: Option<i64> = Sql::new(text, [schedule.into()]).value(db).await?;
    Ok(tick.map(Timestamp::from_micros))
}

async fn sweep_some(tx: &impl ConnectionTrait, before: Timestamp) -> Result<u64, StoreError> {
    let text = "DELETE FROM jobs WHERE id IN \
                (SELECT id FROM jobs WHERE state = ? AND due_at < ? LIMIT ?)";
    let values = [DONE.into(), before.as_micros().into(), SWEEP_AT_ONCE.into()];
    Sql::new(text, values).run(tx).await
}

/// The numbers that stand for states.
const READY: i16 = 0;
const RUNNING: i16 = 1;
const DONE: i16 = 2;
const DEAD: i16 = 3;

const fn number(state: JobState) -> i16 {
    match state {
        JobState::Ready => READY,
        JobState::Running => RUNNING,
        JobState::Done => DONE,
        JobState::Dead => DEAD,
    }
}

fn state(stored: i16) -> Result<JobState, StoreError> {
    let found = JobState::ALL.into_iter().find(|state| number(*state) == stored);
    found.ok_or_else(|| StoreError::Corrupt(format!("state of a job: {stored}")))
}

const RECORD: &str = "id, kind, payload, state, attempts, max_attempts, run_at, queued_at, \
                      started_at, finished_at, last_error, worker";

fn record(row: &QueryResult) -> Result<JobRecord, StoreError> {
    let id: i64 = cell(row, 0)?;
    Ok(JobRecord {
        id: JobId(id),
        kind: cell(row, 1)?,
        payload: payload(&cell::<String>(row, 2)?, id)?,
        state: state(cell(row, 3)?)?,
        attempts: cell::<i32>(row, 4)? as u32,
        max_attempts: cell::<i32>(row, 5)? as u32,
        run_at: Timestamp::from_micros(cell(row, 6)?),
        queued_at: Timestamp::from_micros(cell(row, 7)?),
        started_at: time(cell(row, 8)?),
        finished_at: time(cell(row, 9)?),
        last_error: cell(row, 10)?,
        worker: cell(row, 11)?,
    })
}

fn payload(text: &str, id: i64) -> Result<serde_json::Value, StoreError> {
    serde_json::from_str(text).map_err(corrupt("payload", &format!("job {id}")))
}

const SWEEP_AT_ONCE: i64 = 5_000;
