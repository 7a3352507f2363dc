//! `doctor`: what is wrong with this installation, one line each, with the mend.

use std::net::TcpListener;

use anyhow::Result;
use serde_json::json;
use tintype_store::JobState;

use super::output::print;
use crate::cli::Common;
use crate::config::Config;
use crate::exit::BadNews;
use crate::wiring::{self, Workshop};

/// Looks at everything that can be looked at; exit 1 when something is wrong.
pub async fn run(common: &Common) -> Result<()> {
    let mut findings = Vec::new();
    match wiring::open(common).await {
        Err(error) => findings.push(format!("{error:#}")),
        Ok(shop) => examine(&shop, &mut findings).await,
    }
    let is_well = findings.is_empty();
    let words = if is_well { "All is well.".to_owned() } else { findings.join("\n") };
    print(common, &json!({ "findings": findings }), &words)?;
    if is_well { Ok(()) } else { Err(BadNews.into()) }
}

async fn examine(shop: &Workshop, findings: &mut Vec<String>) {
    let library = &shop.library;
    match library.store().damages().await {
        Ok(damages) => findings.extend(damages.into_iter().map(|damage| {
            format!("the database is damaged ({damage}): restore a backup with `tintype restore`")
        })),
        Err(error) => findings.push(format!("the database does not answer: {error}")),
    }
    if let Err(error) = library.index_sequence().await {
        findings.push(format!("{error}"));
    }
    if let Ok(dead) = library.store().jobs_in(JobState::Dead, 5).await {
        findings.extend(dead.iter().map(|job| {
            let error = job.last_error.as_deref().unwrap_or("no reason was given");
            format!("a job of kind {} was given up: {error}", job.kind)
        }));
    }
    examine_address(&shop.config, shop.folder.hold().is_err(), findings);
}

fn examine_address(config: &Config, is_running: bool, findings: &mut Vec<String>) {
    if !is_running && let Err(error) = TcpListener::bind(config.listen) {
        let address = config.listen;
        findings.push(format!(
            "{address} cannot be listened on ({error}): choose another with --listen"
        ));
    }
    if !config.listen.ip().is_loopback() && config.public_url.is_none() {
        findings.push(
            "the server listens on the network without public_url: set it, so that addresses in \
             answers are right"
                .to_owned(),
        );
    }
}
