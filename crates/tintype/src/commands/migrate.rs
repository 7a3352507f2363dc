//! `migrate`: the database's schema.

use anyhow::Result;
use serde_json::json;
use tintype_store_sql::SqlStore;

use super::output::print;
use crate::cli::{Common, Migrate};
use crate::exit::BadNews;
use crate::wiring;

/// Brings the schema up to date, or says what is to be done.
pub async fn run(common: &Common, migrate: &Migrate) -> Result<()> {
    let config = wiring::config(common)?;
    crate::logging::begin(&config.log);
    let folder = wiring::folder(&config, false)?;
    let options = wiring::database(&config, &folder)?;
    let _held = folder.hold()?;
    let plan = SqlStore::plan(&options).await?;
    let steps: Vec<&str> = plan.iter().map(|step| step.name.as_str()).collect();
    let value = |applied: bool| json!({ "steps": steps, "applied": applied });
    if steps.is_empty() {
        return print(common, &value(false), "The schema is up to date.");
    }
    if migrate.check {
        print(common, &value(false), &format!("{} steps are to be done.", steps.len()))?;
        return Err(BadNews.into());
    }
    if migrate.plan {
        return print(common, &value(false), &steps.join("\n"));
    }
    SqlStore::open(&options).await?;
    print(common, &value(true), &format!("{} steps done.", steps.len()))
}
