//! `worker`, and commands that do the jobs they cause themselves.

use std::time::Duration;

use anyhow::Result;
use tintype_store::JobState;
use tokio_util::sync::CancellationToken;

use crate::cli::{Common, Worker};
use crate::wiring::{self, Workshop};

/// Runs jobs, and follows the change feed when nobody else does, until told to stop.
pub async fn run(common: &Common, worker: &Worker) -> Result<()> {
    let shop = wiring::open(common).await?;
    let count = worker.count.unwrap_or(shop.config.workers.count);
    let handle = wiring::runner(&shop.library, count)?.start();
    let stop = CancellationToken::new();
    let following = tokio::spawn({
        let (library, stop) = (shop.library.clone(), stop.clone());
        async move { library.follow_changes(stop).await }
    });
    tracing::info!(count, "The worker runs {count} jobs at once");
    stop_signal().await?;
    stop.cancel();
    handle.stop(shop.config.server.stop_grace.0).await;
    following.await?;
    shop.library.store().close().await;
    Ok(())
}

/// Returns when every job that is due now is done: by this process, or by those that hold them.
pub async fn finish_jobs(shop: &Workshop) -> Result<()> {
    let runner = wiring::runner(&shop.library, shop.config.workers.count)?;
    loop {
        runner.run_until_idle().await?;
        let counts = shop.library.store().job_counts().await?;
        let running = counts.iter().any(|it| it.state == JobState::Running && it.count > 0);
        if !running {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Returns when the process is asked to stop: Ctrl-C or SIGTERM.
pub async fn stop_signal() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        done = tokio::signal::ctrl_c() => done?,
        _ = terminate.recv() => {}
    }
    Ok(())
}
