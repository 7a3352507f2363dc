//! Renders one scene of the demo and takes it in. Running it twice is harmless.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use tintype_queue::{Job, JobContext, JobError};

use crate::Library;
use crate::demo::scene_with;

/// One scene of the demo.
#[derive(Debug, Serialize, Deserialize)]
pub struct FillDemo {
    /// Its slug in the catalogue.
    pub scene: String,
}

impl Job for FillDemo {
    const KIND: &'static str = "fill_demo";
    const PRIORITY: i16 = 1_000;
    const TIMEOUT: Duration = Duration::from_mins(5);
    type Env = Library;

    fn unique_key(&self) -> Option<String> {
        Some(self.scene.clone())
    }

    async fn run(&self, library: &Library, _ctx: &JobContext) -> Result<(), JobError> {
        let Some(scene) = scene_with(&self.scene) else {
            return Ok(()); // The catalogue has changed since it was queued.
        };
        library.fill_scene(scene).await.map_err(JobError::retry)
    }
}
