//! Puts the parts together, each in one place.

use std::sync::Arc;

use anyhow::{Context, Result};
use tintype_blobs::Blobs;
use tintype_fetch::Network;
use tintype_library::{Library, LibraryParts, register_jobs};
use tintype_queue::Runner;
use tintype_store_sql::{OpenOptions, SqlStore};

use crate::cli::Common;
use crate::config::Config;
use crate::exit::Misuse;
use crate::folder::DataFolder;
use crate::system::{SystemChance, SystemClock};

/// Settings, folder and library, ready for a command.
pub struct Workshop {
    /// The settings in force.
    pub config: Config,
    /// Where everything lies.
    pub folder: DataFolder,
    /// The library.
    pub library: Library,
}

/// Reads the settings; the flags every command has are merged in.
pub fn config(common: &Common) -> Result<Config> {
    let mut config = Config::read(common.config.as_deref())?;
    if let Some(data) = &common.data {
        config.data = Some(data.clone());
    }
    Ok(config)
}

/// The data folder of these settings.
pub fn folder(config: &Config, is_demo: bool) -> Result<DataFolder> {
    let root = config.data.clone().unwrap_or_else(|| DataFolder::usual(is_demo));
    DataFolder::open(&root)
}

/// Opens the library that a command works on.
pub async fn open(common: &Common) -> Result<Workshop> {
    let config = config(common)?;
    crate::logging::begin(&config.log);
    let folder = folder(&config, false)?;
    open_in(config, folder).await
}

/// Opens the library in this folder.
pub async fn open_in(config: Config, folder: DataFolder) -> Result<Workshop> {
    let network = network(&config)?;
    let parts = LibraryParts {
        store: Arc::new(SqlStore::open(&database(&config, &folder)?).await?),
        blobs: Blobs::in_folder(&folder.files())?,
        index_folder: folder.index(),
        network,
        clock: Arc::new(SystemClock),
        chance: Arc::new(SystemChance),
        settings: config.settings(),
        is_demo: folder.is_demo(),
    };
    let library = Library::new(parts).map_err(|error| Misuse(error.to_string()))?;
    Ok(Workshop { config, folder, library })
}

/// What pictures are fetched by, if they are to be.
fn network(config: &Config) -> Result<Option<Arc<dyn Network>>> {
    if !config.remote.fetch {
        return Ok(None);
    }
    let network = tintype_fetch::internet();
    let missing = "remote.fetch needs a program built with the feature `remote` (`cargo build --release --features remote`)";
    network.context(missing).map(Some)
}

/// How to open the database of these settings.
pub fn database(config: &Config, folder: &DataFolder) -> Result<OpenOptions> {
    let clock = Arc::new(SystemClock);
    match &config.database.url {
        None => Ok(OpenOptions::sqlite(folder.database(), clock)),
        Some(url) => {
            let options = OpenOptions::from_url(url, clock);
            options.map_err(|error| Misuse(format!("database.url: {error}")).into())
        }
    }
}

/// A runner of the library's jobs.
pub fn runner(library: &Library, count: u32) -> Result<Runner<Library>> {
    let builder = Runner::builder(
        library.job_store(),
        library.store().writes(),
        library.clone(),
        Arc::new(SystemChance),
    );
    let name = format!("{}-{:08x}", std::process::id(), library.chance().number() as u32);
    register_jobs(builder)
        .concurrency(count.max(1))
        .worker(name)
        .build()
        .context("the job runner cannot be set up")
}
