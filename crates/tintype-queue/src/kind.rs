//! The registered kinds: from a row's name to the code that does the work.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use crate::failure::Failure;
use crate::{Job, JobContext};

/// A kind with its type forgotten, so that one table can hold all.
pub(crate) struct Kind<E> {
    pub name: &'static str,
    pub timeout: Duration,
    run: fn(Value, Arc<E>, JobContext) -> Running,
}

type Running = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send>>;

impl<E: Send + Sync + 'static> Kind<E> {
    /// The kind of `J`.
    pub fn of<J: Job<Env = E>>() -> Self {
        Self { name: J::KIND, timeout: J::TIMEOUT, run: run::<J> }
    }

    /// One try, within the time its kind may take.
    pub async fn attempt(
        &self,
        payload: Value,
        env: Arc<E>,
        ctx: JobContext,
    ) -> Result<(), Failure> {
        let _over = ctx.cancelled().clone().drop_guard();
        match tokio::time::timeout(self.timeout, (self.run)(payload, env, ctx)).await {
            Ok(result) => result,
            Err(_) => Err(Failure::TimedOut(self.timeout)),
        }
    }
}

impl<E> Clone for Kind<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Kind<E> {}

/// All kinds by name.
pub(crate) type Kinds<E> = HashMap<&'static str, Kind<E>>;

fn run<J: Job>(payload: Value, env: Arc<J::Env>, ctx: JobContext) -> Running {
    Box::pin(async move {
        let job: J = serde_json::from_value(payload).map_err(Failure::Unreadable)?;
        job.run(&env, &ctx).await.map_err(Failure::Job)
    })
}
