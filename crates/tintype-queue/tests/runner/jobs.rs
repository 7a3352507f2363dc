//! The jobs of these tests, and the notebook they write in.

use std::collections::HashMap;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tintype_queue::{Job, JobContext, JobError};
use tintype_store::{JobStore, NewJob};
use tokio::sync::Semaphore;
use tokio::time::sleep;

/// What jobs share with their test.
pub struct Notebook {
    pub lines: Mutex<Vec<String>>,
    /// Jobs of kind [`Gated`] wait here.
    pub gate: Semaphore,
    inside: Mutex<HashMap<String, u32>>,
    pub store: Mutex<Option<Arc<dyn JobStore>>>,
}

pub type Shared = Arc<Notebook>;

impl Notebook {
    pub fn new() -> Shared {
        Arc::new(Self {
            lines: Mutex::default(),
            gate: Semaphore::new(0),
            inside: Mutex::default(),
            store: Mutex::default(),
        })
    }

    pub fn write(&self, line: impl Into<String>) {
        self.lines.lock().unwrap().push(line.into());
    }

    pub fn lines(&self) -> Vec<String> {
        self.lines.lock().unwrap().clone()
    }

    pub fn count(&self, line: &str) -> usize {
        self.lines().iter().filter(|found| *found == line).count()
    }

    fn enter(self: &Arc<Self>, name: &str) -> Inside {
        let mut inside = self.inside.lock().unwrap();
        let now = inside.entry(name.to_owned()).or_default();
        *now += 1;
        if *now > 1 {
            self.write(format!("{name} runs twice at once"));
        }
        Inside { notebook: self.clone(), name: name.to_owned() }
    }
}

/// A job is between its begin and its end, however it ends.
struct Inside {
    notebook: Shared,
    name: String,
}

impl Drop for Inside {
    fn drop(&mut self) {
        let mut inside = self.notebook.inside.lock().unwrap();
        *inside.get_mut(&self.name).unwrap() -= 1;
    }
}

/// Writes its name.
#[derive(Serialize, Deserialize)]
pub struct Note(pub String);

impl Job for Note {
    const KIND: &'static str = "note";
    const TIMEOUT: Duration = Duration::from_secs(10);
    type Env = Shared;

    async fn run(&self, notebook: &Shared, ctx: &JobContext) -> Result<(), JobError> {
        let _inside = notebook.enter(&self.0);
        tokio::task::yield_now().await;
        let trace = ctx.trace_id().map(|id| format!(" for {id}")).unwrap_or_default();
        notebook.write(format!("{}{trace}", self.0));
        Ok(())
    }
}

/// Like a note, but more urgent and only one of a name at a time.
#[derive(Serialize, Deserialize)]
pub struct Urgent(pub String);

impl Job for Urgent {
    const KIND: &'static str = "urgent";
    const PRIORITY: i16 = 5;
    const TIMEOUT: Duration = Duration::from_secs(10);
    type Env = Shared;

    fn unique_key(&self) -> Option<String> {
        Some(self.0.clone())
    }

    async fn run(&self, notebook: &Shared, _: &JobContext) -> Result<(), JobError> {
        notebook.write(&self.0);
        Ok(())
    }
}

/// Goes wrong in every way there is.
#[derive(Serialize, Deserialize)]
pub enum Unlucky {
    Fails { times: u32 },
    Panics,
    Hangs,
    GivesUp,
    AsksForMinutes(u64),
    Queues(String),
}

impl Job for Unlucky {
    const KIND: &'static str = "unlucky";
    const MAX_ATTEMPTS: u32 = 3;
    const TIMEOUT: Duration = Duration::from_millis(500);
    type Env = Shared;

    async fn run(&self, notebook: &Shared, ctx: &JobContext) -> Result<(), JobError> {
        notebook.write(format!("try {}", ctx.attempt()));
        match self {
            Self::Fails { times } if ctx.attempt() <= *times => Err(JobError::retry("no luck")),
            Self::Fails { .. } => Ok(()),
            Self::Panics => panic!("out of luck"),
            Self::Hangs => {
                sleep(Duration::from_hours(1)).await;
                Ok(())
            }
            Self::GivesUp => Err(JobError::give_up("hopeless")),
            Self::AsksForMinutes(minutes) => {
                Err(JobError::retry_after(Duration::from_mins(*minutes), "busy"))
            }
            Self::Queues(name) => {
                sleep(Duration::from_millis(20)).await;
                let store = notebook.store.lock().unwrap().clone().unwrap();
                store.enqueue(&[Note(name.clone()).to_new_job()]).await?;
                Ok(())
            }
        }
    }
}

/// Writes `begin`, waits for the gate, writes `end`; tells when it is dropped in between.
#[derive(Serialize, Deserialize)]
pub struct Gated(pub String);

impl Job for Gated {
    const KIND: &'static str = "gated";
    const PRIORITY: i16 = 1;
    const TIMEOUT: Duration = Duration::from_hours(1);
    type Env = Shared;

    async fn run(&self, notebook: &Shared, ctx: &JobContext) -> Result<(), JobError> {
        let _inside = notebook.enter(&self.0);
        notebook.write(format!("{} begins", self.0));
        let (cancelled, watcher) = (ctx.cancelled().clone(), notebook.clone());
        let name = self.0.clone();
        tokio::spawn(async move {
            cancelled.cancelled().await;
            watcher.write(format!("{name} is over"));
        });
        notebook.gate.acquire().await.unwrap().forget();
        notebook.write(format!("{} ends", self.0));
        Ok(())
    }
}

/// Breaks off by itself when a stop is ordered.
#[derive(Serialize, Deserialize)]
pub struct Polite;

impl Job for Polite {
    const KIND: &'static str = "polite";
    const TIMEOUT: Duration = Duration::from_hours(1);
    type Env = Shared;

    async fn run(&self, notebook: &Shared, ctx: &JobContext) -> Result<(), JobError> {
        notebook.write("polite begins");
        ctx.stopping().cancelled().await;
        Err(JobError::Interrupted)
    }
}

pub fn note(name: &str) -> NewJob {
    Note(name.to_owned()).to_new_job()
}

pub fn gated(name: &str) -> NewJob {
    Gated(name.to_owned()).to_new_job()
}

/// Adds its number to a file, between two short rests: work that a kill can hit.
#[derive(Serialize, Deserialize)]
pub struct Traced {
    file: PathBuf,
    number: usize,
}

impl Job for Traced {
    const KIND: &'static str = "traced";
    const MAX_ATTEMPTS: u32 = 1_000;
    const TIMEOUT: Duration = Duration::from_mins(1);
    type Env = Shared;

    async fn run(&self, _: &Shared, _: &JobContext) -> Result<(), JobError> {
        sleep(Duration::from_millis(1)).await;
        let file = OpenOptions::new().append(true).create(true).open(&self.file);
        let line = format!("{}\n", self.number);
        file.and_then(|mut file| file.write_all(line.as_bytes())).map_err(JobError::retry)?;
        sleep(Duration::from_millis(1)).await;
        Ok(())
    }
}

pub fn traced(file: &Path, number: usize) -> NewJob {
    Traced { file: file.to_owned(), number }.to_new_job()
}
