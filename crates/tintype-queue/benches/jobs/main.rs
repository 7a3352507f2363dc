//! What the job table does on this machine: queueing, draining, and how soon an idle worker begins.
//!
//! `cargo bench -p tintype-queue --bench jobs -- [--jobs 10000] [--paced 300] [--concurrency 2]
//! [--dir FOLDER] [--json]`. The database is SQLite with a flush per commit, as in the product. A
//! no-op job writes when it was queued, begun and ended to a file, as the peer's does
//! (`benches/jobs` at the root of the repository compares the two).

mod clock;
mod noop;
mod phases;
mod report;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

/// What to measure.
struct Settings {
    jobs: usize,
    paced: usize,
    concurrency: u32,
    dir: Option<PathBuf>,
    json: bool,
    /// Only queue paced jobs into the database there: the other process of that measurement.
    enqueue_into: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<()> {
    let settings = Settings::parse(std::env::args().skip(1))?;
    if let Some(database) = &settings.enqueue_into {
        return phases::enqueue_from_outside(database, settings.paced).await;
    }
    let folder = match &settings.dir {
        Some(dir) => tempfile::tempdir_in(dir)?,
        None => tempfile::tempdir()?,
    };
    let report = phases::measure(folder.path(), &settings).await?;
    println!("{}", if settings.json { report.to_json() } else { report.to_table() });
    Ok(())
}

impl Settings {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let mut settings = Self {
            jobs: 10_000,
            paced: 300,
            concurrency: 2,
            dir: None,
            json: false,
            enqueue_into: None,
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("{word} needs a value"));
            match word.as_str() {
                "--jobs" => settings.jobs = value()?.parse()?,
                "--paced" => settings.paced = value()?.parse()?,
                "--concurrency" => settings.concurrency = value()?.parse()?,
                "--dir" => settings.dir = Some(value()?.into()),
                "--enqueue-into" => settings.enqueue_into = Some(value()?.into()),
                "--json" => settings.json = true,
                // Cargo says so to every benchmark.
                "--bench" => {}
                _ => bail!("{word} is not known"),
            }
        }
        Ok(settings)
    }
}
