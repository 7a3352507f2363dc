//! The job that does nothing, and the file where it says when.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use serde::{Deserialize, Serialize};
use tintype_domain::Clock;
use tintype_queue::{Job, JobContext, JobError};

use crate::clock::SystemClock;

/// Carries the moment it was queued, in microseconds.
#[derive(Serialize, Deserialize)]
pub struct Noop {
    pub queued_micros: i64,
}

impl Noop {
    pub fn queued_now() -> Self {
        Self { queued_micros: now_micros() }
    }
}

impl Job for Noop {
    const KIND: &'static str = "noop";
    const TIMEOUT: Duration = Duration::from_secs(10);
    type Env = Journal;

    async fn run(&self, journal: &Journal, _: &JobContext) -> Result<(), JobError> {
        let begun = now_micros();
        journal.note([self.queued_micros, begun, now_micros()]).map_err(JobError::retry)
    }
}

/// Three numbers of eight bytes a job: queued, begun, ended.
pub struct Journal(File);

impl Journal {
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self(OpenOptions::new().append(true).create(true).open(path)?))
    }

    fn note(&self, times: [i64; 3]) -> std::io::Result<()> {
        let bytes: Vec<u8> = times.iter().flat_map(|time| time.to_le_bytes()).collect();
        (&self.0).write_all(&bytes)
    }
}

/// Everything noted so far.
pub fn read_journal(path: &Path) -> Result<Vec<[i64; 3]>> {
    let mut bytes = Vec::new();
    File::open(path)?.read_to_end(&mut bytes)?;
    let number = |bytes: &[u8]| bytes.try_into().map_or(0, i64::from_le_bytes);
    let record = |record: &[u8]| [0, 8, 16].map(|at| number(&record[at..at + 8]));
    Ok(bytes.chunks_exact(24).map(record).collect())
}

pub fn now_micros() -> i64 {
    SystemClock.now().as_micros()
}
