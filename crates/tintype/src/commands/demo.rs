//! `demo reset`.

use anyhow::Result;
use serde_json::json;
use tintype_library::DemoError;

use super::output::print;
use super::work::finish_jobs;
use crate::cli::{Common, DemoCommand};
use crate::wiring;

/// Puts the demo back as it was, whether or not its server runs.
pub async fn run(common: &Common, command: &DemoCommand) -> Result<()> {
    let DemoCommand::Reset = command;
    let config = wiring::config(common)?;
    crate::logging::begin(&config.log);
    let folder = wiring::folder(&config, true)?;
    if !folder.is_demo() {
        return Err(DemoError::NotADemo.into());
    }
    let shop = wiring::open_in(config, folder).await?;
    let dropped = shop.library.reset_demo().await?;
    finish_jobs(&shop).await?;
    shop.library.catch_up_index().await?;
    let words = format!("The demo is as it was; {dropped} photos of visitors went.");
    print(common, &json!({ "dropped": dropped }), &words)
}
